import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Sitting } from '#types/meals/sittings'
import type { FoundElder } from '#types/people/found'
import BookFor from '@/packages/staff/book-for'
import { rememberMe } from '@/services/person'
import { aMe, anOrder, aStation } from '../builders'
import { phone } from '../mock-taro'
import { cloudAnswers, noNetwork, refused } from '../network'

const wang: FoundElder = {
  id: 'e-wang',
  name: '王秀英',
  age: 82,
  building: '长江路 18 弄 3 号楼',
  phoneTail: '3606',
  stationName: '长江路社区养老驿站',
  state: 'active',
  isOwn: true,
  diedOn: null,
  isUnseen: false,
}

const aSitting = (over: Partial<Sitting> = {}): Sitting => ({
  id: 's-lunch',
  stationId: 'st-changjiang',
  stationName: '长江路社区养老驿站',
  date: '2026-11-21',
  slot: 'lunch',
  startsAt: '2026-11-21T09:00:00.000Z',
  seats: 32,
  seatsLeft: 12,
  portions: 40,
  portionsLeft: 9,
  soldOut: [],
  cutoffAt: '2026-11-21T08:00:00.000Z',
  cancelUntil: '2026-11-21T08:00:00.000Z',
  modes: ['dineIn', 'takeAway'],
  sets: [
    {
      id: 'fish',
      name: '红烧鱼套餐',
      dishes: [
        { name: '红烧鱼', allergens: ['fish'] },
        { name: '青菜', allergens: [] },
      ],
      tags: ['软'],
      price: 1800,
      picture: 'fish',
    },
  ],
  bookable: true,
  closure: null,
  ...over,
})

const price = {
  lines: [
    { kind: 'list', label: '红烧鱼套餐', payer: null, rule: null, amount: 1800 },
    { kind: 'subsidy', label: '区里的补贴', payer: 'district', rule: 'r', amount: 500 },
    { kind: 'selfPay', label: '您付', payer: 'elder', rule: null, amount: 1300 },
  ],
  elderPays: 1300,
  undecided: [],
  deliverTo: null,
  mind: null,
  clashes: null,
} as const

const answers = {
  'people.find': () => ({ elders: [wang], next: null }),
  'meals.sittings': () => [aSitting()],
  'meals.clashes': () => [],
  'meals.bookedFor': () => [],
  'meals.quote': () => ({ ...price, lines: [...price.lines], undecided: [] }),
  'meals.bookFor': () => anOrder(),
}

async function chooseWang() {
  fireEvent.change(screen.getByRole('textbox', { name: '找老人' }), { target: { value: '王' } })
  fireEvent.click(await screen.findByRole('button', { name: /王秀英/ }))
  await screen.findByText('红烧鱼套餐 18 元')
}

async function chooseFish() {
  fireEvent.click(screen.getByRole('radio', { name: /红烧鱼套餐/ }))
  return screen.findByRole('button', { name: '订好，应付 13 元' })
}

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = { stationId: 'st-changjiang' }
  rememberMe(aMe({ name: '张静', roles: [{ role: 'clerk', stationId: 'st-changjiang' }], elders: [] }))
})

describe('booking for somebody at the counter', () => {
  it('finds the elder, shows the price, books once and is ready for the next', async () => {
    const sent = cloudAnswers(answers)
    render(<BookFor />)
    await chooseWang()
    expect(sent[0]?.input).toEqual({ stationId: 'st-changjiang', text: '王' })
    const book = await chooseFish()
    expect(screen.getByText('减 5 元')).toBeTruthy()
    await act(async () => {
      fireEvent.click(book)
      fireEvent.click(book)
    })
    const booked = sent.filter(({ name }) => name === 'meals.bookFor')
    expect(booked).toHaveLength(1)
    expect(booked[0]?.input).toMatchObject({
      sittingId: 's-lunch',
      elderId: 'e-wang',
      setId: 'fish',
      mode: 'dineIn',
      pays: 1300,
      sees: { name: '红烧鱼套餐' },
      channel: 'counter',
    })
    expect(screen.getByText('王秀英的午餐订好了')).toBeTruthy()

    fireEvent.click(screen.getByRole('button', { name: '再订一位' }))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '找老人' }).value).toBe('')
    await chooseWang()
    expect(screen.getByRole('radio', { name: /红烧鱼套餐/ }).getAttribute('aria-checked')).toBe('true')
  })

  it('says what to mind and what of the set she is allergic to before it is booked, and forbids nothing', async () => {
    const fish = { dish: '红烧鱼', allergies: ['鱼'], allergens: ['fish' as const], by: 'kitchen' as const }
    const mind = { diet: ['lowSalt' as const], allergies: ['鱼'] }
    const clashes = { clashes: [fish], unsaid: ['青菜'], unmatched: [] }
    const sent = cloudAnswers({
      ...answers,
      'meals.quote': () => ({ ...price, lines: [...price.lines], undecided: [], mind, clashes }),
    })
    render(<BookFor />)
    await chooseWang()
    const book = await chooseFish()
    expect(screen.getByText('红烧鱼里有鱼，王秀英对鱼过敏。')).toBeTruthy()
    expect(screen.getByText('青菜里有什么，厨房还没有说。')).toBeTruthy()
    expect(screen.getByText('要注意').parentElement?.textContent).toBe('要注意少盐；过敏：鱼')
    const bookings = () => sent.filter(({ name }) => name === 'meals.bookFor')
    fireEvent.click(book)
    const question = screen.getByRole('dialog', { name: '有过敏的，还订吗？' })
    expect(question.textContent).toContain('红烧鱼里有鱼，王秀英对鱼过敏。')
    fireEvent.click(screen.getByRole('button', { name: '换一份' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.click(book)
    expect(bookings()).toHaveLength(0)
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '还是订，应付 13 元' })))
    expect(bookings()).toHaveLength(1)
  })

  it('asks by the name of the diet before it books what is against it', async () => {
    const meat = {
      ...{ dish: '红烧肉', allergies: [], allergens: [], by: 'name' as const },
      ...{ diets: ['vegetarian' as const], foods: ['meat' as const] },
    }
    const clashes = { clashes: [meat], unsaid: [], unmatched: [] }
    const sent = cloudAnswers({
      ...answers,
      'meals.quote': () => ({ ...price, lines: [...price.lines], undecided: [], clashes }),
    })
    render(<BookFor />)
    await chooseWang()
    fireEvent.click(await chooseFish())
    const question = screen.getByRole('dialog', { name: '不是素食的，还订吗？' })
    expect(question.textContent).toContain('从菜名看，红烧肉里可能有肉，王秀英吃素。')
    expect(question.textContent).not.toContain('过敏')
    expect(sent.filter(({ name }) => name === 'meals.bookFor')).toEqual([])
  })

  it('offers every day for which the station takes bookings', async () => {
    cloudAnswers({ ...answers, 'stations.show': () => aStation({ mealsUntil: '2026-12-05' }) })
    render(<BookFor />)
    await chooseWang()
    fireEvent.click(screen.getByRole('button', { name: '看后面几天' }))
    fireEvent.click(await screen.findByRole('button', { name: '看后面几天' }))
    expect(screen.getByRole('radio', { name: /12月5日/ })).toBeTruthy()
    expect(screen.queryByRole('radio', { name: /12月6日/ })).toBeNull()
  })

  it('books no set that is sold out', async () => {
    cloudAnswers({ ...answers, 'meals.sittings': () => [aSitting({ soldOut: ['fish'] })] })
    render(<BookFor />)
    await chooseWang()
    const gone = await screen.findByRole('radio', { name: /红烧鱼套餐.*卖完了/ })
    fireEvent.click(gone)
    expect(gone.getAttribute('aria-checked')).toBe('false')
    expect(screen.getByRole('button', { name: '先选一份套餐' })).toBeTruthy()
  })

  it('says which meal is over where a later one is shown in its place', async () => {
    const dinner = aSitting({ id: 's-dinner', slot: 'dinner', startsAt: '2026-11-21T11:00:00.000Z' })
    cloudAnswers({ ...answers, 'meals.sittings': () => [aSitting({ bookable: false }), dinner] })
    render(<BookFor />)
    await chooseWang()
    expect(screen.getByText('午餐停订了，下面是晚餐。')).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: /^晚餐/ }))
    expect(screen.queryByText('午餐停订了，下面是晚餐。')).toBeNull()
  })

  it('asks once whether a second lunch is meant, and not of a meal that was picked since', async () => {
    const dinner = aSitting({ id: 's-dinner', slot: 'dinner' })
    const sent = cloudAnswers({
      ...answers,
      'meals.sittings': () => [aSitting(), dinner],
      'meals.bookFor': ({ isMeant }) => {
        if (!isMeant) throw refused('ALREADY_ELSEWHERE')
        return anOrder()
      },
    })
    render(<BookFor />)
    await chooseWang()
    const fish = await chooseFish()
    await act(async () => void fireEvent.click(fish))
    expect(screen.getByText(/^王秀英.*的午餐，在别的驿站已经订了一份。还要再订一份吗？$/)).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: /^晚餐/ }))
    await chooseFish() // the button is the plain one again
    expect(screen.queryByText(/还要再订一份吗/)).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: /^午餐/ }))
    fireEvent.click(screen.getByRole('radio', { name: /红烧鱼套餐/ }))
    const again = await screen.findByRole('button', { name: '再订一份，应付 13 元' })
    await act(async () => void fireEvent.click(again))
    const booked = sent.filter(({ name }) => name === 'meals.bookFor')
    expect(booked.map(({ input }) => input.isMeant)).toEqual([undefined, true])
  })

  it('books no dinner in place of a lunch that can no longer be booked, and no other way of eating', async () => {
    cloudAnswers(answers)
    render(<BookFor />)
    await chooseWang()
    fireEvent.click(screen.getByRole('radio', { name: '自取' }))
    await chooseFish()
    const dinner = aSitting({ id: 's-dinner', slot: 'dinner', modes: ['dineIn'] })
    cloudAnswers({ ...answers, 'meals.sittings': () => [aSitting({ bookable: false }), dinner] })
    await act(async () => phone.show())
    expect(screen.getByRole('button', { name: '这一餐已经停订' })).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: /^晚餐/ }))
    fireEvent.click(screen.getByRole('radio', { name: /红烧鱼套餐/ }))
    expect(screen.getByRole('button', { name: '先选怎么吃' })).toBeTruthy()
  })

  it('keeps the meal that was picked on another day, and says where that day has none', async () => {
    const dinner = aSitting({ id: 's-dinner', slot: 'dinner' })
    cloudAnswers({
      ...answers,
      'meals.sittings': ({ date }) => (date === '2026-11-23' ? [aSitting()] : [aSitting(), dinner]),
    })
    render(<BookFor />)
    await chooseWang()
    fireEvent.click(screen.getByRole('radio', { name: /^晚餐/ }))
    fireEvent.click(screen.getByRole('radio', { name: /明天/ }))
    await screen.findByText('红烧鱼套餐 18 元')
    expect(screen.getByRole('radio', { name: /^晚餐/ }).getAttribute('aria-checked')).toBe('true')
    fireEvent.click(screen.getByRole('radio', { name: /周一/ }))
    expect(await screen.findByText('这一天没有晚餐，下面是午餐。')).toBeTruthy()
  })

  it('says to which door a delivery goes, before and after, and what is missing there', async () => {
    const deliverTo = { building: '长江路 18 弄', room: null, phone: null }
    const brought = aSitting({ modes: ['dineIn', 'takeAway', 'delivery'] })
    cloudAnswers({
      ...answers,
      'meals.sittings': () => [brought],
      'meals.quote': () => ({ ...price, lines: [...price.lines], undecided: [], deliverTo }),
      'meals.bookFor': () => anOrder({ mode: 'delivery', deliverTo }),
    })
    render(<BookFor />)
    await chooseWang()
    fireEvent.click(screen.getByRole('radio', { name: '送餐' }))
    const book = await chooseFish()
    const words = '还没有登记门牌号和电话，送餐的人可能找不到。请问一问老人，在登记里补上。'
    expect(screen.getByText(words)).toBeTruthy()
    await act(async () => void fireEvent.click(book))
    expect(screen.getByText('送到')).toBeTruthy()
    expect(screen.getByText(words)).toBeTruthy()
  })

  it('marks each set that she must not have before it is picked', async () => {
    const fish = { dish: '红烧鱼', allergies: ['鱼'], allergens: ['fish' as const], by: 'kitchen' as const }
    const found = { sittingId: 's-lunch', setId: 'fish', clashes: [fish], unsaid: [], unmatched: [] }
    const sent = cloudAnswers({ ...answers, 'meals.clashes': () => [found] })
    render(<BookFor />)
    await chooseWang()
    expect(screen.getByRole('radio', { name: /红烧鱼套餐/ }).textContent).toContain(
      '红烧鱼里有鱼，王秀英对鱼过敏。',
    )
    expect(screen.getByRole('button', { name: '先选一份套餐' })).toBeTruthy()
    const asked = { stationId: 'st-changjiang', date: '2026-11-21', elderId: 'e-wang' }
    expect(sent.find(({ name }) => name === 'meals.clashes')?.input).toEqual(asked)
    expect(sent.find(({ name }) => name === 'meals.bookedFor')?.input).toEqual(asked)
  })

  it('says of somebody whom another station looks after that nobody here knows what she must not have', async () => {
    const sent = cloudAnswers({
      ...answers,
      'people.find': () => ({ elders: [{ ...wang, isOwn: false }], next: null }),
    })
    render(<BookFor />)
    await chooseWang()
    expect(screen.getByText('王秀英是别的驿站登记的，忌口和过敏这里看不到，请问一问本人。')).toBeTruthy()
    expect(sent.filter(({ name }) => name === 'meals.clashes')).toEqual([])
  })

  it('says once the meal is chosen what she has of it already, and books no second one here', async () => {
    const dinner = aSitting({ id: 's-dinner', slot: 'dinner' })
    const what = { stationName: '长江路社区养老驿站', setName: '素什锦套餐', mode: 'takeAway' as const }
    cloudAnswers({
      ...answers,
      'meals.sittings': () => [aSitting(), dinner],
      'meals.bookedFor': () => [
        { slot: 'lunch', state: 'confirmed', isHere: true, what },
        { slot: 'dinner', state: 'placed', isHere: false, what: null },
      ],
    })
    render(<BookFor />)
    await chooseWang()
    expect(
      screen.getByText(
        /^王秀英今天的午餐，在这里已经订过了：素什锦套餐，自取，.*。要改，在当天的订单里找到它。$/,
      ),
    ).toBeTruthy()
    expect(screen.getByRole('button', { name: '这一餐已经订过了' })).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: /^晚餐/ }))
    expect(screen.getByText('王秀英今天的晚餐，在别的驿站已经订过了。再订就是第二份。')).toBeTruthy()
    await chooseFish()
  })

  it('opens no file of somebody whom another station looks after', async () => {
    cloudAnswers({ ...answers, 'people.find': () => ({ elders: [{ ...wang, isOwn: false }], next: null }) })
    render(<BookFor />)
    await chooseWang()
    expect(screen.queryByRole('button', { name: '看登记' })).toBeNull()
  })

  it('writes down that somebody rang', async () => {
    const sent = cloudAnswers(answers)
    render(<BookFor />)
    await chooseWang()
    fireEvent.click(screen.getByRole('radio', { name: '电话里说的' }))
    fireEvent.click(screen.getByRole('radio', { name: '自取' }))
    const book = await chooseFish()
    await act(async () => void fireEvent.click(book))
    expect(sent.at(-1)?.input).toMatchObject({ channel: 'phone', mode: 'takeAway' })
  })

  it('keeps every choice without a network', async () => {
    cloudAnswers({
      ...answers,
      'meals.bookFor': () => {
        throw noNetwork()
      },
    })
    render(<BookFor />)
    await chooseWang()
    const book = await chooseFish()
    await act(async () => void fireEvent.click(book))
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    expect(screen.getByRole('radio', { name: /红烧鱼套餐/ }).getAttribute('aria-checked')).toBe('true')
    expect(screen.getByText('王秀英 · 82 岁')).toBeTruthy()
  })

  it('says what could make it cheaper, and what to bring for that', async () => {
    const undecided = {
      rule: 'r-2',
      label: '高龄补贴',
      payer: 'district' as const,
      amount: 300,
      facts: [{ fact: 'hukou' as const, wants: ['district'], isDeclared: false }],
      bring: ['户口本'],
    }
    cloudAnswers({
      ...answers,
      'meals.quote': () => ({ ...answers['meals.quote'](), undecided: [undecided] }),
    })
    render(<BookFor />)
    await chooseWang()
    await chooseFish()
    expect(screen.getByText(/王秀英还可能少付 3 元.*户口本/)).toBeTruthy()
  })

  it('shows the new price when it has changed, and books at that', async () => {
    let pays = 1300
    const sent = cloudAnswers({
      ...answers,
      'meals.quote': () => ({ ...answers['meals.quote'](), elderPays: pays }),
      'meals.bookFor': (wish) => {
        pays = 1800
        if (wish.pays !== pays) throw refused('PRICE_CHANGED')
        return anOrder()
      },
    })
    render(<BookFor />)
    await chooseWang()
    const book = await chooseFish()
    await act(async () => void fireEvent.click(book))
    expect(screen.getByText(/价钱刚刚变了，还没有订/)).toBeTruthy()
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: '订好，应付 18 元' })))
    expect(sent.at(-1)?.input).toMatchObject({ pays: 1800 })
    expect(screen.getByText('王秀英的午餐订好了')).toBeTruthy()
  })

  it("says in a clerk's words that the meal is booked already", async () => {
    cloudAnswers({
      ...answers,
      'meals.bookFor': () => {
        throw refused('ALREADY_BOOKED')
      },
    })
    render(<BookFor />)
    await chooseWang()
    const book = await chooseFish()
    await act(async () => void fireEvent.click(book))
    expect(screen.getByText('这位老人这一餐已经订过了，在当天的订单里能找到。')).toBeTruthy()
  })

  it('takes the next sitting that can be booked, and says when a way of eating is full', async () => {
    const dinner = aSitting({ id: 's-dinner', slot: 'dinner', seatsLeft: 0 })
    cloudAnswers({ ...answers, 'meals.sittings': () => [aSitting({ bookable: false }), dinner] })
    render(<BookFor />)
    await chooseWang()
    expect(screen.getByRole('radio', { name: /晚餐/ }).getAttribute('aria-checked')).toBe('true')
    expect(screen.getByRole('button', { name: '这样吃已经满了' })).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: '自取' }))
    expect(screen.getByRole('button', { name: '先选一份套餐' })).toBeTruthy()
  })

  it('reads on where more are found than a page holds', async () => {
    const other = { ...wang, id: 'e-other', name: '王桂芳' }
    cloudAnswers({
      ...answers,
      'people.find': ({ after }) =>
        after ? { elders: [other], next: null } : { elders: [wang], next: 'further' },
    })
    render(<BookFor />)
    fireEvent.change(screen.getByRole('textbox', { name: '找老人' }), { target: { value: '王' } })
    fireEvent.click(await screen.findByRole('button', { name: '再看一些' }))
    await screen.findByText('王桂芳 · 82 岁')
    expect(screen.getByText('王秀英 · 82 岁')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull()
  })

  it('says at first how somebody of another station is found', () => {
    render(<BookFor />)
    expect(document.body.textContent).toContain('别的驿站的老人，写全名加电话后四位，或者卡号。')
  })

  it('says what to try when nobody is found', async () => {
    cloudAnswers({ ...answers, 'people.find': () => ({ elders: [], next: null }) })
    render(<BookFor />)
    fireEvent.change(screen.getByRole('textbox', { name: '找老人' }), { target: { value: '龙' } })
    await screen.findByText('没有找到“龙”')
    expect(document.body.textContent).toContain('别的驿站的老人，写全名加电话后四位，或者卡号。')
    fireEvent.click(screen.getByRole('button', { name: '登记老人' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/packages/staff/register/index?stationId=st-changjiang',
    })
  })

  it('finds by the card with which it was opened', async () => {
    phone.params = { stationId: 'st-changjiang', text: '27384950' }
    const sent = cloudAnswers(answers)
    render(<BookFor />)
    await screen.findByText('王秀英 · 82 岁')
    expect(sent[0]?.input).toEqual({ stationId: 'st-changjiang', text: '27384950' })
  })

  it('says of whom nobody has seen yet that it is so', async () => {
    const strange = { ...wang, id: 'e-strange', isUnseen: true }
    cloudAnswers({ ...answers, 'people.find': () => ({ elders: [wang, strange], next: null }) })
    render(<BookFor />)
    fireEvent.change(screen.getByRole('textbox', { name: '找老人' }), { target: { value: '王' } })
    await screen.findByText('还没有人见过')
    const cards = screen.getAllByRole('button', { name: /王秀英/ }).map((card) => card.textContent)
    expect(cards.map((text) => text?.includes('还没有人见过'))).toEqual([false, true])
  })

  it('leads to the consent of an elder who has not agreed yet, and says whose she is', async () => {
    cloudAnswers({
      ...answers,
      'people.find': () => ({ elders: [{ ...wang, state: 'pending', isOwn: false }], next: null }),
    })
    render(<BookFor />)
    fireEvent.change(screen.getByRole('textbox', { name: '找老人' }), { target: { value: '王' } })
    await screen.findByText('还没有同意')
    expect(screen.getByText('别的驿站的')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /王秀英/ }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/packages/staff/elder/index?stationId=st-changjiang&elderId=e-wang',
    })
  })
})
