import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { MealOrder } from '#types/meals/orders'
import Confirm from '@/pages/confirm'
import { rememberMe } from '@/services/person'
import { aDaughter, aMe, anOrder, aPrice, aSitting } from './builders'
import { phone } from './mock-taro'
import { cloudAnswers, noNetwork, refused } from './network'

const orderId = 'st-changjiang_2026-11-22_lunch_e-wang'
const choice = { sittingId: aSitting().id, setId: 'fish', mode: 'dineIn', elderId: 'e-wang' }

/** The page with its price; `book` is what becomes of the confirmation. */
async function offered(book: () => MealOrder | Promise<MealOrder>, price = aPrice()) {
  const sent = cloudAnswers({
    'meals.sittings': () => [aSitting()],
    'meals.quote': () => price,
    'meals.book': book,
  })
  render(<Confirm />)
  await screen.findByText('请看一看，对不对？')
  return sent
}

const tap = async (name: string | RegExp) => {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name }))
  })
}
const bookings = (sent: { name: string; input: Record<string, unknown> }[]) =>
  sent.filter(({ name }) => name === 'meals.book')
const wentTo = () => jest.mocked(Taro.redirectTo).mock.calls.map(([to]) => to.url)

const scrolledTo = jest.fn()
Element.prototype.scrollIntoView = scrolledTo // jsdom lays nothing out

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = choice
  rememberMe(aDaughter())
})

describe('confirming a meal', () => {
  it('says who, when, where, what, who gives how much, and until when it can be taken back', async () => {
    const sent = await offered(() => anOrder())
    for (const words of [
      '妈妈 王秀英',
      '明天 11月22日 周日 11:30',
      '长江路社区养老驿站',
      '红烧鱼套餐，在驿站吃',
      '红烧鱼块、米饭',
      '减 5 元',
      '妈妈付',
      '13 元',
      '区里出 5 元，妈妈出 13 元，到驿站付。',
      '明天 9:00 前取消不收钱。',
    ]) {
      expect(screen.getByText(words)).toBeTruthy()
    }
    expect(sent.find(({ name }) => name === 'meals.sittings')?.input).toEqual({
      stationId: 'st-changjiang',
      date: '2026-11-22',
    })
  })

  it('forgets what was being chosen once it is booked, and not before', async () => {
    phone.storage.set('draft meal', 'a wish')
    const answers = [() => Promise.reject(noNetwork()), async () => anOrder()]
    await offered(() => answers.shift()?.() ?? Promise.reject(noNetwork()))
    await tap(/^确认预订/)
    expect(phone.storage.has('draft meal')).toBe(true)
    await tap(/^再试一次/)
    expect(phone.storage.has('draft meal')).toBe(false)
  })

  it('speaks to an elder of herself, and of no subsidy where there is none', async () => {
    rememberMe(aMe())
    const lines = aPrice().lines.filter(({ kind }) => kind === 'list')
    await offered(() => anOrder(), aPrice({ lines, elderPays: 1800 }))
    expect(screen.getByText('您付')).toBeTruthy()
    expect(screen.getByText('到驿站付。')).toBeTruthy()
    await tap('为什么是这个价')
    expect(screen.getByText(/这一餐没有补贴/)).toBeTruthy()
  })

  describe('of a delivery', () => {
    const door = { building: '长江路 18 弄 3 号楼', room: '402', phone: '138****3606' }
    const priced = (own: object = {}) => aPrice({ deliverTo: { ...door, ...own } })

    it('says before it is booked to which door it goes, and where that is changed', async () => {
      await offered(() => anOrder(), priced())
      expect(screen.getByText('长江路 18 弄 3 号楼 402')).toBeTruthy()
      expect(screen.getByText('138****3606')).toBeTruthy()
      expect(screen.queryByRole('status')).toBeNull()
      await tap(/^地址或者电话不对，改一改/)
      expect(jest.mocked(Taro.navigateTo).mock.calls.map(([to]) => to.url)).toEqual([
        '/packages/family/file/index?elderId=e-wang',
      ])
    })

    it.each([
      [{ room: null }, '还没有登记门牌号，送餐的人可能找不到。'],
      [{ phone: null }, '还没有登记电话，送餐的人可能找不到。'],
      [{ room: null, phone: null }, '还没有登记门牌号和电话，送餐的人可能找不到。'],
    ])('asks for what is missing: %j', async (own, words) => {
      await offered(() => anOrder(), priced(own))
      expect(screen.getByRole('status').textContent).toBe(words)
      expect(screen.getByRole('button', { name: /^现在补上/ })).toBeTruthy()
    })
  })

  it('says what the kitchen reads, and nothing where it reads nothing', async () => {
    await offered(() => anOrder(), aPrice({ mind: { diet: ['lowSalt'], allergies: ['花生'] } }))
    expect(screen.getByText('厨房会看到')).toBeTruthy()
    expect(screen.getByText('少盐；过敏：花生')).toBeTruthy()
    cleanup()
    await offered(() => anOrder())
    expect(screen.queryByText('厨房会看到')).toBeNull()
  })

  it('says once more what of it she is allergic to, asks, and books for whoever knows', async () => {
    const fish = { dish: '红烧鱼', allergies: ['鱼'], allergens: ['fish' as const], by: 'kitchen' as const }
    const found = { clashes: [fish], unsaid: ['紫菜汤'], unmatched: ['芒果'] }
    const sent = await offered(() => anOrder(), aPrice({ clashes: found }))
    expect(screen.getByText('红烧鱼里有鱼，妈妈对鱼过敏。')).toBeTruthy()
    expect(screen.getByText('紫菜汤里有什么，厨房还没有说。')).toBeTruthy()
    expect(screen.getByText('“芒果”只对了菜名，菜里有没有，请问一问驿站。')).toBeTruthy()
    await tap('确认预订，付 13 元')
    expect(bookings(sent)).toHaveLength(0)
    const question = screen.getByRole('dialog', { name: '有过敏的，还订吗？' })
    expect(question.textContent).toMatch(/红烧鱼里有鱼，妈妈对鱼过敏。.*不订这一份还是订，付 13 元$/)
    await tap('还是订，付 13 元')
    expect(bookings(sent)).toHaveLength(1)
  })

  it('names the diet that a dish is against, not an allergy, and asks by it', async () => {
    const pork = {
      ...{ dish: '红烧肉', allergies: [], allergens: [], by: 'name' as const },
      ...{ diets: ['halal' as const], foods: ['likelyPork' as const] },
    }
    const sent = await offered(
      () => anOrder(),
      aPrice({ clashes: { clashes: [pork], unsaid: [], unmatched: [] } }),
    )
    await tap('确认预订，付 13 元')
    const question = screen.getByRole('dialog', { name: '不是清真的，还订吗？' })
    expect(question.textContent).toMatch(/从菜名看，红烧肉里可能有猪肉，妈妈吃清真。/)
    expect(question.textContent).not.toContain('过敏')
    expect(bookings(sent)).toHaveLength(0)
    await tap('还是订，付 13 元')
    expect(bookings(sent)).toHaveLength(1)
  })

  it('asks nothing of what the kitchen has not said, and goes back where she would rather not', async () => {
    const unsaid = { clashes: [], unsaid: ['紫菜汤'], unmatched: [] }
    const sent = await offered(() => anOrder(), aPrice({ clashes: unsaid }))
    await tap('确认预订，付 13 元')
    expect(bookings(sent)).toHaveLength(1)
    cleanup()
    const fish = { dish: '红烧鱼', allergies: ['鱼'], allergens: ['fish' as const], by: 'kitchen' as const }
    const others = await offered(
      () => anOrder(),
      aPrice({ clashes: { clashes: [fish], unsaid: [], unmatched: [] } }),
    )
    await tap('确认预订，付 13 元')
    jest.mocked(Taro.getCurrentPages).mockReturnValueOnce([{}, {}])
    await tap('不订这一份')
    expect(bookings(others)).toHaveLength(0)
    expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
  })

  it.each([
    [1300, '确认预订，付 13 元'],
    [0, '确认预订，不用付钱'],
  ])('says on the button what is paid: %s fen', async (elderPays, words) => {
    await offered(() => anOrder(), aPrice({ elderPays }))
    expect(screen.getByRole('button', { name: words })).toBeTruthy()
  })

  it('explains each line of the price', async () => {
    await offered(() => anOrder())
    await tap('为什么是这个价')
    const sheet = within(screen.getByRole('dialog', { name: '为什么是这个价' }))
    expect(sheet.getByText('红烧鱼套餐，菜单上是 18 元。')).toBeTruthy()
    expect(sheet.getByText('特困补贴，区里出 5 元。')).toBeTruthy()
    expect(sheet.getByText('剩下的 13 元，妈妈自己付。')).toBeTruthy()
    await tap('知道了')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('books once for a double tap, and goes on to what was booked', async () => {
    const sent = await offered(() => anOrder({ id: orderId }))
    await act(async () => {
      const button = screen.getByRole('button', { name: /^确认预订/ })
      fireEvent.click(button)
      fireEvent.click(button)
    })
    expect(bookings(sent)).toHaveLength(1)
    expect(bookings(sent)[0]?.input).toMatchObject(choice)
    expect(wentTo()).toEqual([`/pages/booked/index?orderId=${orderId}`])
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: /请稍等/ }))
    })
    expect(bookings(sent)).toHaveLength(1)
  })

  it('promises nothing of taking back a meal that cannot be booked any more', async () => {
    const free = '明天 9:00 前取消不收钱。'
    await offered(() => {
      throw refused('BOOKING_CLOSED')
    })
    expect(screen.getByText(free)).toBeTruthy()
    await tap(/^确认预订/)
    expect(screen.getByText(/这一餐已经停订了/)).toBeTruthy()
    expect(screen.queryByText(free)).toBeNull()
    cloudAnswers({ 'meals.sittings': () => [aSitting({ bookable: false })], 'meals.quote': () => aPrice() })
    render(<Confirm />)
    expect(await screen.findByText('这一餐现在订不了了，请回去选后面的一餐。')).toBeTruthy()
    expect(screen.queryByText(free)).toBeNull()
  })

  it('says what it was priced at, and shows the new price when that is no longer true', async () => {
    let tries = 0
    let price = aPrice()
    const sent = cloudAnswers({
      'meals.sittings': () => [aSitting()],
      'meals.quote': () => price,
      'meals.book': () => {
        tries += 1
        if (tries > 1) return anOrder({ id: orderId, elderPays: 1800 })
        price = aPrice({ elderPays: 1800 })
        throw refused('PRICE_CHANGED', { elderPays: 1800 })
      },
    })
    render(<Confirm />)
    await screen.findByText('请看一看，对不对？')
    await tap(/^确认预订/)
    expect(screen.getByText(/价钱刚刚变了，还没有订.*现在妈妈付 18 元/)).toBeTruthy()
    expect(screen.getByText('红烧鱼套餐，在驿站吃')).toBeTruthy()
    await tap('就按这个价订，付 18 元')
    expect(bookings(sent).map(({ input }) => input.pays)).toEqual([1300, 1800])
    expect(wentTo()).toEqual([`/pages/booked/index?orderId=${orderId}`])
  })

  it('shows the dishes that the kitchen makes of it by now, and books these', async () => {
    const [fish] = aSitting().sets
    if (!fish) throw new Error('there is no set')
    const steamed = { ...fish, dishes: [{ name: '清蒸鱼', allergens: ['fish' as const] }] }
    let set = fish
    const sent = cloudAnswers({
      'meals.sittings': () => [aSitting({ sets: [set] })],
      'meals.quote': () => aPrice(),
      'meals.book': () => {
        if (set === steamed) return anOrder({ id: orderId })
        set = steamed
        throw refused('DISHES_CHANGED', { setName: fish.name, dishes: ['清蒸鱼'] })
      },
    })
    render(<Confirm />)
    await screen.findByText('请看一看，对不对？')
    await tap(/^确认预订/)
    expect(screen.getByText(/厨房刚刚换了菜，还没有办/)).toBeTruthy()
    expect(screen.getByText('清蒸鱼')).toBeTruthy()
    await tap(/^就订这一份/)
    const sees = ({ name, tags, dishes }: typeof fish) => ({ name, tags, dishes })
    expect(bookings(sent).map(({ input }) => input.sees)).toEqual([sees(fish), sees(steamed)])
  })

  it('says what might still come off, and leads to what she has a right to', async () => {
    const facts = [{ fact: 'hukou' as const, wants: [], isDeclared: false }]
    const might = {
      rule: 'five',
      label: '补贴',
      payer: 'city' as const,
      amount: 500,
      facts,
      bring: ['户口本'],
    }
    await offered(() => anOrder(), aPrice({ undecided: [might] }))
    expect(screen.getByText('妈妈还可能少付 5 元：户口在哪里还不知道。带上户口本，到驿站核对。')).toBeTruthy()
    await tap('看看妈妈能享受什么')
    expect(jest.mocked(Taro.navigateTo).mock.calls.map(([to]) => to.url)).toEqual([
      '/packages/benefits/mine/index?elderId=e-wang',
    ])
  })

  it('tells the next page when the price has changed meanwhile', async () => {
    await offered(() => anOrder({ id: orderId, elderPays: 1800 }))
    await tap(/^确认预订/)
    expect(wentTo()).toEqual([`/pages/booked/index?orderId=${orderId}&shown=1300`])
  })

  it('keeps everything when the answer is lost, and tries again with the same key', async () => {
    let tries = 0
    const sent = await offered(() => {
      tries += 1
      if (tries === 1) throw noNetwork()
      return anOrder({ id: orderId })
    })
    await tap(/^确认预订/)
    expect(screen.getByText(/没有连上网/)).toBeTruthy()
    expect(scrolledTo).toHaveBeenCalledTimes(1)
    expect(screen.getByText('红烧鱼套餐，在驿站吃')).toBeTruthy()
    expect(wentTo()).toEqual([])
    await tap('再试一次，付 13 元')
    const [first, second] = bookings(sent)
    expect(first?.input.key).toBeTruthy()
    expect(second?.input).toEqual(first?.input)
    expect(wentTo()).toHaveLength(1)
  })

  it('asks once whether a second one is meant, leads to the first, and keeps the yes', async () => {
    let tries = 0
    const sent = await offered(() => {
      tries += 1
      if (tries === 1)
        throw refused('ALREADY_ELSEWHERE', { orderId: 'o-7', stationName: '枫林驿站', setName: '素什锦套餐' })
      if (tries === 2) throw noNetwork()
      return anOrder({ id: orderId })
    })
    await tap(/^确认预订/)
    expect(screen.getByRole('status').textContent).toBe(
      '妈妈明天的午餐，在枫林驿站已经订了一份：素什锦套餐。还要再订一份吗？',
    )
    await tap('看看订的那一份')
    expect(jest.mocked(Taro.navigateTo).mock.calls.at(-1)?.[0].url).toBe('/pages/booked/index?orderId=o-7')
    await tap('还要再订一份，付 13 元')
    await tap('再试一次，付 13 元')
    expect(bookings(sent).map(({ input }) => input.isMeant)).toEqual([undefined, true, true])
    expect(bookings(sent)[1]?.input.key).toBe(bookings(sent)[2]?.input.key)
    expect(wentTo()).toHaveLength(1)
  })

  it('says before anything is tried that the station books it, to the elder herself too', async () => {
    rememberMe(aMe())
    const toRing = { ringFirst: { stationName: '枫林驿站', stationPhone: '000-0007' } }
    await offered(() => anOrder(), { ...aPrice(), ...toRing })
    expect(
      screen.getByText(/^驿站还没有见过您，这一餐要请驿站帮着订。请给枫林驿站打电话（000-0007）/),
    ).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^确认预订/ })).toBeNull()
    expect(screen.getByRole('button', { name: '打电话给驿站' })).toBeTruthy()
    cleanup()

    await offered(() => anOrder(), { ...aPrice(), ringFirst: { stationName: '枫林驿站' } })
    expect(screen.getByText(/请到枫林驿站来一趟/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '回去换一个' })).toBeTruthy()
  })

  it('leads to the telephone of the station where nobody has seen her yet', async () => {
    await offered(() => {
      throw refused('NOT_SEEN_YET', { why: 'share', stationName: '枫林驿站', stationPhone: '000-0007' })
    })
    await tap(/^确认预订/)
    expect(screen.getByRole('status').textContent).toMatch(
      /^驿站还没有见过妈妈.*请给枫林驿站打电话（000-0007）/,
    )
    const ways = ['打电话给驿站', '回去改一改'].map((name) => screen.getByRole('button', { name }))
    expect(ways).toHaveLength(2)
  })

  it.each(['SITTING_FULL', 'BOOKING_CLOSED', 'SET_NOT_OFFERED'] as const)(
    'leads back to choosing after %s',
    async (code) => {
      jest.mocked(Taro.getCurrentPages).mockReturnValueOnce([{}, {}])
      await offered(() => {
        throw refused(code)
      })
      await tap(/^确认预订/)
      expect(screen.getByRole('status').textContent).toMatch(/换|选/)
      expect(screen.queryByRole('button', { name: /^确认预订/ })).toBeNull()
      await tap('回去换一个')
      expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
    },
  )

  it('leads to the order that is there already', async () => {
    await offered(() => {
      throw refused('ALREADY_BOOKED', { orderId, setName: '素什锦套餐' })
    })
    await tap(/^确认预订/)
    expect(screen.getByText(/已经订过了/)).toBeTruthy()
    await tap('看看订的那一份')
    expect(wentTo()).toEqual([`/pages/booked/index?orderId=${orderId}`])
  })

  it('does not show a price to whoever may not order, and says why', async () => {
    cloudAnswers({
      'meals.sittings': () => [aSitting()],
      'meals.quote': () => {
        throw refused('FORBIDDEN')
      },
    })
    render(<Confirm />)
    await screen.findByText(/请老人再同意一次/)
    expect(screen.queryByRole('button', { name: /^确认预订/ })).toBeNull()
  })

  it.each(['sittingId', 'setId', 'mode', 'elderId'])(
    'chooses nothing in place of what its address does not say: %s',
    async (name) => {
      const { [name]: _, ...rest } = phone.params
      phone.params = rest
      await act(async () => void render(<Confirm />))
      await tap('去选一餐')
      expect(wentTo()).toEqual(['/pages/meal/index'])
    },
  )

  it('says so when the set is gone from the menu', async () => {
    phone.params = { ...choice, setId: 'gone' }
    cloudAnswers({ 'meals.sittings': () => [aSitting()], 'meals.quote': () => aPrice() })
    render(<Confirm />)
    await screen.findByText(/没有找到这一项/)
  })
})
