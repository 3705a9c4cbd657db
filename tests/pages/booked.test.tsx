import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { MenuClashes } from '#types/meals/clashes'
import type { MealOrder } from '#types/meals/orders'
import Booked from '@/pages/booked'
import { eatingWord } from '@/services/eating-words'
import { rememberMe } from '@/services/person'
import { aDaughter, aHome, aMe, anElder, anOrder, aPrice, aSitting, aStation, now } from './builders'
import { phone } from './mock-taro'
import { cloudAnswers, noNetwork, refused } from './network'

const daughter = { name: '李敏', role: 'family', relation: 'daughter', channel: 'app' } as const
const clerk = { name: '张静', role: 'clerk', relation: null, channel: 'app' } as const
const placed = { state: 'placed', at: now, by: daughter } as const

const aPlacedOrder = (over: Partial<MealOrder> = {}) =>
  anOrder({ state: 'placed', placedBy: daughter, lines: aPrice().lines, history: [placed], ...over })

async function showing(
  order: MealOrder,
  cancel?: () => MealOrder,
  station = aStation({ contactName: '张静' }),
) {
  const sent = cloudAnswers({
    'meals.mine': () => [order],
    'meals.cancel': cancel,
    'stations.show': () => station,
  })
  render(<Booked />)
  await screen.findByText(`红烧鱼套餐，${eatingWord[order.mode]}`)
  return sent
}

const tap = async (name: string) => {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name }))
  })
}
const steps = () =>
  within(screen.getByRole('list', { name: '办到哪一步了' }))
    .getAllByRole('listitem')
    .map((step) => step.textContent)

beforeEach(() => {
  jest.clearAllMocks()
  phone.params = { orderId: 'o-1' }
  rememberMe(aDaughter())
})

describe('a meal that was booked', () => {
  it('tells what happens next', async () => {
    await showing(aPlacedOrder())
    expect(screen.getByText('交给驿站了，还没确认')).toBeTruthy()
    expect(steps()).toEqual(['已交给驿站今天 14:20，您订的', '等驿站确认', '到时候去吃明天 11:30'])
    expect(screen.getByText('妈妈付 13 元')).toBeTruthy()
    expect(screen.getByText('区里出 5 元，妈妈出 13 元。')).toBeTruthy()
    await tap('看我的预约')
    await tap('回首页')
    expect(jest.mocked(Taro.reLaunch).mock.calls.map(([to]) => to.url)).toEqual([
      '/pages/bookings/index',
      '/pages/home/index',
    ])
  })

  it('says what the kitchen makes of it instead, why and since when, as long as it is that', async () => {
    const kitchenChange = {
      ...{ rev: 2, setId: anOrder().setId, at: '2026-11-21T02:05:00.000Z', reason: '鱼没到' },
      ...{ from: '红烧鱼套餐', was: ['红烧鱼块', '米饭'], dishes: ['清蒸鱼', '米饭'] },
    }
    const words =
      '厨房换了菜。原来订的是红烧鱼套餐（红烧鱼块、米饭），现在是红烧鱼套餐（清蒸鱼、米饭）。为什么换：鱼没到。今天 10:05 换的，价钱还是原来的。'
    await showing(aPlacedOrder({ kitchenChange }))
    expect(screen.getByText(words)).toBeTruthy()
    cleanup()
    await showing(aPlacedOrder({ kitchenChange: { ...kitchenChange, setId: 'veg' } }))
    expect(screen.queryByText(/厨房换了菜/)).toBeNull()
  })

  it('names the clerk who confirmed it', async () => {
    const history = [placed, { state: 'confirmed' as const, at: '2026-11-21T06:40:00.000Z', by: clerk }]
    await showing(aPlacedOrder({ state: 'confirmed', history }))
    expect(steps()).toEqual([
      '已交给驿站今天 14:20，您订的',
      '驿站确认了今天 14:40，工作人员张静',
      '到时候去吃明天 11:30',
    ])
  })

  it('says who changed what after the station had confirmed it, in its place', async () => {
    const at = (time: string) => `2026-11-21T${time}:00.000Z`
    const history = [
      placed,
      { state: 'confirmed' as const, at: at('06:40'), by: clerk },
      { state: 'served' as const, at: at('08:00'), by: clerk },
    ]
    const laterChanges = [
      { at: at('07:00'), by: daughter, setName: '红烧鱼套餐' },
      { at: at('07:10'), by: clerk, setName: '素什锦套餐', mode: 'takeAway' as const },
      { at: at('07:20'), by: clerk, startsAt: '2026-11-22T02:45:00.000Z' },
    ]
    await showing(aPlacedOrder({ state: 'served', history, laterChanges }))
    expect(steps()).toEqual([
      '已交给驿站今天 14:20，您订的',
      '驿站确认了今天 14:40，工作人员张静',
      '改成了红烧鱼套餐今天 15:00，您改的',
      '改成了素什锦套餐、自己取今天 15:10，工作人员张静改的',
      '改成了10:45 开饭今天 15:20，工作人员张静改的',
      '吃过了今天 16:00，工作人员张静',
    ])
  })

  it('says why the station refused, and leads to another meal', async () => {
    const history = [placed, { state: 'refused' as const, at: now, by: clerk }]
    await showing(aPlacedOrder({ state: 'refused', reason: '厨房停水', history }))
    expect(steps().at(-1)).toContain('驿站没有接：厨房停水')
    await tap('再订一餐')
    expect(jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url).toBe('/pages/meal/index?elderId=e-wang')
  })

  it('says why the station took back that it was eaten', async () => {
    const at = '2026-11-22T03:40:00.000Z'
    const history = [
      placed,
      { state: 'served' as const, at, by: clerk },
      { state: 'confirmed' as const, at, by: clerk },
    ]
    await showing(aPlacedOrder({ state: 'confirmed', reason: '点错了人', history }))
    expect(steps()[2]).toContain('改正：还没有吃：点错了人')
    expect(steps().at(-1)).toContain('到时候去吃')
  })

  it('says why it was cancelled by the station', async () => {
    const history = [placed, { state: 'cancelled' as const, at: now, by: clerk }]
    await showing(aPlacedOrder({ state: 'cancelled', reason: '老人住院了', history }))
    expect(steps().at(-1)).toContain('已经取消：老人住院了')
  })

  it('leaves out what happened before it was booked again', async () => {
    const history = [placed, { state: 'cancelled' as const, at: now, by: daughter }, placed]
    await showing(aPlacedOrder({ history }))
    expect(steps()).toHaveLength(3)
  })

  it('cancels after asking once, and shows that it is cancelled', async () => {
    const history = [placed, { state: 'cancelled' as const, at: now, by: daughter }]
    const sent = await showing(aPlacedOrder(), () => aPlacedOrder({ state: 'cancelled', history }))
    await tap('取消这一餐')
    const question = screen.getByRole('dialog', { name: '要取消这一餐吗？' })
    expect(question.textContent).toContain('妈妈明天的午餐就没有了，座位让给别人，不收钱。')
    expect(sent.filter(({ name }) => name === 'meals.cancel')).toHaveLength(0)
    await tap('确定取消')
    await screen.findByText('这一餐取消了')
    expect(sent.filter(({ name }) => name === 'meals.cancel')[0]?.input).toMatchObject({ orderId: 'o-1' })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.queryByRole('button', { name: '取消这一餐' })).toBeNull()
  })

  it.each(['takeAway', 'delivery'] as const)(
    'speaks of no seat where what is cancelled is %s',
    async (mode) => {
      await showing(aPlacedOrder({ mode }))
      await tap('取消这一餐')
      const { textContent } = screen.getByRole('dialog', { name: '要取消这一餐吗？' })
      expect(textContent).toContain('妈妈明天的午餐就没有了，这一份让给别人，不收钱。')
      expect(textContent).not.toContain('座位')
    },
  )

  it('says once the meal has begun that nobody confirmed it, and rings the station', async () => {
    const begun = {
      date: '2026-11-21',
      startsAt: '2026-11-21T06:19:00.000Z',
      cancelUntil: '2026-11-21T01:00:00.000Z',
    }
    await showing(aPlacedOrder(begun))
    expect(screen.getByText('到吃饭的时间了，驿站没有确认')).toBeTruthy()
    expect(screen.queryByText(/订好了|交给驿站了/)).toBeNull()
    expect(await screen.findByRole('button', { name: '打电话找张静' })).toBeTruthy()
    expect(screen.queryByText(/电话可能没有人接/)).toBeNull()
  })

  it('does not ask on a later day whether there is still one left', async () => {
    const date = '2026-11-20'
    await showing(
      aPlacedOrder({ date, startsAt: `${date}T03:30:00.000Z`, cancelUntil: `${date}T01:00:00.000Z` }),
    )
    expect(screen.getByText('这一餐驿站没有确认')).toBeTruthy()
    expect(screen.getByText('没有吃到，就不用付钱。')).toBeTruthy()
    expect(screen.queryByText(/到吃饭的时间了|请打电话问一问/)).toBeNull()
    expect(await screen.findByRole('button', { name: '打电话找张静' })).toBeTruthy()
  })

  it('asks nobody for a lunch in the evening', async () => {
    const lunch = {
      date: '2026-11-21',
      startsAt: '2026-11-21T03:30:00.000Z',
      cancelUntil: '2026-11-21T01:00:00.000Z',
    }
    await showing(aPlacedOrder(lunch))
    expect(screen.getByText('这一餐驿站没有确认')).toBeTruthy()
  })

  it('says of a meal that was confirmed, once it is over, that nobody wrote down what became of it', async () => {
    await showing(
      aPlacedOrder({ state: 'confirmed', date: '2026-11-21', startsAt: '2026-11-21T03:30:00.000Z' }),
    )
    expect(screen.getByText('这一餐的时间过了，驿站还没有记下吃没吃')).toBeTruthy()
  })

  it('rings whoever answers in place of a station that is closed', async () => {
    const closed = aStation({
      contactName: '张静',
      opening: { openNow: false, opensAt: null, closesAt: null, closure: null },
    })
    const contact = {
      ...{ name: '张静', phone: '000-0000-0103', stationName: '长江路社区养老驿站' },
      ...{ openNow: false, opensAt: null, otherwise: { name: '值班室', phone: '000-0000-0999' } },
    }
    rememberMe({ ...aDaughter(), elders: [anElder({ id: 'e-other' })] })
    cloudAnswers({
      'meals.mine': () => [aPlacedOrder({ elderId: 'e-other', cancelUntil: '2026-11-21T01:00:00.000Z' })],
      'stations.show': () => closed,
      'people.home': () => aHome({ contact }),
    })
    render(<Booked />)
    expect(await screen.findByRole('button', { name: '打电话找值班的人' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '打电话找张静' })).toBeNull()
  })

  it('says that the station is closed where its number may not be answered', async () => {
    const closed = aStation({
      contactName: '张静',
      opening: { openNow: false, opensAt: null, closesAt: null, closure: null },
    })
    await showing(aPlacedOrder({ cancelUntil: '2026-11-21T01:00:00.000Z' }), undefined, closed)
    await screen.findByRole('button', { name: '打电话找张静' })
    expect(screen.getByText('驿站现在没开门，电话可能没有人接。')).toBeTruthy()
  })

  it('does not say that the station is closed where nobody knows', async () => {
    const unsure = { why: 'holiday', from: '2026-11-21T00:00:00.000Z' } as const
    const opening = { openNow: false, opensAt: null, closesAt: null, closure: null, unsure }
    const station = aStation({ contactName: '张静', opening })
    await showing(aPlacedOrder({ cancelUntil: '2026-11-21T01:00:00.000Z' }), undefined, station)
    await screen.findByRole('button', { name: '打电话找张静' })
    expect(screen.getByText('节假日开不开不一定，请先问清楚，电话可能没有人接。')).toBeTruthy()
  })

  it('says to which door a delivery goes', async () => {
    const deliverTo = { building: '长江路 18 弄 3 号楼', room: '402', phone: null }
    await showing(aPlacedOrder({ mode: 'delivery', deliverTo }))
    expect(screen.getByText('长江路 18 弄 3 号楼 402')).toBeTruthy()
    expect(screen.getByText('没有登记')).toBeTruthy()
  })

  it('cancels nothing for whoever thinks better of it', async () => {
    const sent = await showing(aPlacedOrder())
    await tap('取消这一餐')
    await tap('不取消，留着')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(sent.some(({ name }) => name === 'meals.cancel')).toBe(false)
  })

  it.each([
    ['OFFLINE', noNetwork(), /没有连上网/],
    ['CANCEL_CLOSED', refused('CANCEL_CLOSED'), /已经过了可以取消的时间/],
  ])('keeps the question open after %s', async (_code, error, words) => {
    await showing(aPlacedOrder(), () => {
      throw error
    })
    await tap('取消这一餐')
    await tap('确定取消')
    expect(within(screen.getByRole('dialog')).getByText(words)).toBeTruthy()
    expect(screen.getByText('交给驿站了，还没确认')).toBeTruthy()
  })

  it.each([
    ['dineIn', '去不了，请打电话告诉驿站。'],
    ['takeAway', '不要了，请打电话告诉驿站。'],
    ['delivery', '不要了，请打电话告诉驿站。'],
  ] as const)('rings the station once it is too late to cancel what is %s', async (mode, words) => {
    await showing(aPlacedOrder({ mode, cancelUntil: '2026-11-21T01:00:00.000Z' }))
    expect(screen.getByText(new RegExp(words))).toBeTruthy()
    expect(await screen.findByRole('button', { name: '打电话找张静' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '取消这一餐' })).toBeNull()
  })

  it('offers no cancelling to a relative who may only look', async () => {
    rememberMe(aMe({ name: '陈浩', elders: [anElder({ relation: 'son', scopes: ['view'] })] }))
    await showing(aPlacedOrder())
    expect(screen.queryByRole('button', { name: '取消这一餐' })).toBeNull()
  })

  it('says so when it costs something else than was shown', async () => {
    phone.params = { orderId: 'o-1', shown: '1300' }
    await showing(aPlacedOrder({ elderPays: 1800, lines: [] }))
    expect(screen.getByRole('status').textContent).toBe(
      '价钱变了：现在是妈妈付 18 元，刚才看到的是 13 元。不想要可以取消。',
    )
  })

  it('says so when it is not among those that may be seen', async () => {
    cloudAnswers({ 'meals.mine': () => [] })
    render(<Booked />)
    await screen.findByText('没有找到这一餐')
  })
})

const fish = { dish: '红烧鱼块', allergies: ['鱼'], allergens: ['fish' as const], by: 'kitchen' as const }
const found = (setId: string, over: Partial<MenuClashes> = {}): MenuClashes => ({
  ...{ sittingId: aSitting().id, setId, clashes: [], unsaid: [], unmatched: [] },
  ...over,
})
const whoIsTold = () => aMe({ elders: [anElder({ relation: 'daughter' })] })

describe('what of a booked meal she is allergic to', () => {
  const order = (over: Partial<MealOrder> = {}) => aPlacedOrder({ sittingId: aSitting().id, ...over })
  async function told(clashes: () => MenuClashes[], over: Partial<MealOrder> = {}) {
    const sent = cloudAnswers({
      'meals.mine': () => [order(over)],
      'meals.sittings': () => [aSitting()],
      'meals.clashes': clashes,
    })
    const page = render(<Booked />)
    await screen.findByText('红烧鱼套餐，在驿站吃')
    return { sent, page }
  }
  const both = () => [
    found('fish', { clashes: [fish] }),
    found('veg', { clashes: [{ ...fish, dish: '素什锦' }] }),
  ]

  it('is said of the set that is booked, and of no other', async () => {
    rememberMe(whoIsTold())
    const { sent } = await told(both)
    await screen.findByText('红烧鱼块里有鱼，妈妈对鱼过敏。')
    expect(screen.queryByText(/素什锦里有鱼/)).toBeNull()
    expect(sent.find(({ name }) => name === 'meals.clashes')?.input).toEqual({
      ...{ stationId: order().stationId, date: order().date, elderId: 'e-wang' },
    })
  })

  it('is gone once she no longer agrees to it', async () => {
    rememberMe(whoIsTold())
    let clashes = both()
    await told(() => clashes)
    await screen.findByText('红烧鱼块里有鱼，妈妈对鱼过敏。')
    clashes = []
    await act(async () => phone.show())
    expect(screen.queryByText(/过敏/)).toBeNull()
  })

  it('is not asked by whoever is not told of her health', async () => {
    const { sent } = await told(both)
    expect(sent.filter(({ name }) => name === 'meals.clashes')).toEqual([])
    expect(screen.queryByText(/过敏/)).toBeNull()
  })

  it.each<[string, Partial<MealOrder>]>([
    ['is cancelled', { state: 'cancelled' }],
    ['was eaten', { state: 'served' }],
    ['was of another day', { date: '2026-11-20', startsAt: '2026-11-20T03:30:00.000Z' }],
  ])('is not asked of a meal that %s', async (_, over) => {
    rememberMe(whoIsTold())
    const { sent } = await told(both, over)
    expect(sent.filter(({ name }) => name === 'meals.clashes')).toEqual([])
  })

  it('says that nobody could look, where it did not come', async () => {
    rememberMe(whoIsTold())
    await told(() => {
      throw noNetwork()
    })
    await screen.findByText('这一餐里有没有过敏、忌口的东西，刚才没有查到。吃之前请问一问驿站。')
  })
})

describe('another set, or another way of eating', () => {
  const change = '换一份，或者换吃法'
  const order = () => aPlacedOrder({ sittingId: aSitting().id })
  const dearer = () => aPrice({ elderPays: 1500, lines: [] })

  const pick = (name: string | RegExp) =>
    act(async () => void fireEvent.click(screen.getByRole('radio', { name })))

  async function offered(answers: Parameters<typeof cloudAnswers>[0] = {}) {
    const sent = cloudAnswers({
      'meals.mine': () => [order()],
      'meals.sittings': () => [aSitting()],
      'meals.quote': dearer,
      ...answers,
    })
    render(<Booked />)
    await screen.findByRole('button', { name: change })
    await tap(change)
    return sent
  }

  it('tells the new price first, then changes', async () => {
    const changed = { ...order(), mode: 'delivery' as const, elderPays: 1500 }
    const sent = await offered({ 'meals.switchMode': () => changed })
    expect(screen.getByText('现在是红烧鱼套餐，在驿站吃，妈妈付 13 元。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^改成/ })).toBeNull() // nothing is another yet
    expect(within(screen.getByRole('radiogroup', { name: '怎么吃' })).getAllByRole('radio')).toHaveLength(3)
    await pick('送到家')
    expect(screen.getByText('妈妈付 15 元，比现在多 2 元')).toBeTruthy()
    await tap('改成送到家，付 15 元')
    expect(sent.find(({ name }) => name === 'meals.switchMode')?.input).toMatchObject({
      orderId: 'o-1',
      mode: 'delivery',
      pays: 1500,
      sees: { name: '红烧鱼套餐' },
    })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('改好了：红烧鱼套餐，送到家，妈妈付 15 元。')).toBeTruthy()
    expect(screen.getByText('红烧鱼套餐，送到家')).toBeTruthy()
  })

  it('changes to another set, and both at once, and says what of it she is allergic to', async () => {
    const greens = {
      ...order(),
      setId: 'veg',
      setName: '素什锦套餐',
      mode: 'takeAway' as const,
      elderPays: 700,
    }
    const clash = {
      dish: '素什锦',
      allergies: ['花生'],
      allergens: ['peanuts' as const],
      by: 'kitchen' as const,
    }
    const sent = await offered({
      'meals.quote': () =>
        aPrice({ elderPays: 700, lines: [], clashes: { clashes: [clash], unsaid: [], unmatched: [] } }),
      'meals.changeSet': () => greens,
    })
    await pick(/^素什锦套餐，菜单价 12.50 元/)
    expect(screen.getByText('素什锦里有花生，妈妈对花生过敏。')).toBeTruthy()
    expect(screen.getByText('妈妈付 7 元，比现在少 6 元')).toBeTruthy()
    await pick('自己取')
    const yes = '改成素什锦套餐、自己取，付 7 元'
    await tap(yes)
    expect(sent.some(({ name }) => name === 'meals.changeSet')).toBe(false)
    const question = screen.getByRole('dialog', { name: '有过敏的，还换吗？' })
    expect(question.textContent).toBe(`有过敏的，还换吗？素什锦里有花生，妈妈对花生过敏。不换这一份${yes}`)
    await tap('不换这一份')
    expect(screen.getByText('妈妈付 7 元，比现在少 6 元')).toBeTruthy() // and what was picked is picked still
    await tap(yes)
    await tap(yes)
    expect(sent.find(({ name }) => name === 'meals.changeSet')?.input).toMatchObject({
      ...{ orderId: 'o-1', setId: 'veg', mode: 'takeAway', pays: 700, sees: { name: '素什锦套餐' } },
    })
    expect(screen.getByText('改好了：素什锦套餐，自己取，妈妈付 7 元。')).toBeTruthy()
  })

  it('marks what she is allergic to at every set, before one is picked', async () => {
    rememberMe(whoIsTold())
    await offered({
      'meals.clashes': () => [
        found('fish', { unsaid: ['小菜'] }),
        found('veg', { clashes: [{ ...fish, dish: '素什锦' }], unmatched: ['芒果'] }),
      ],
    })
    const sheet = within(screen.getByRole('dialog'))
    expect(sheet.getByRole('radio', { name: /素什锦套餐.*素什锦里有鱼，妈妈对鱼过敏。/ })).toBeTruthy()
    expect(sheet.getByRole('radio', { name: /红烧鱼套餐.*小菜里有什么，厨房还没有说。/ })).toBeTruthy()
    expect(sheet.getByText(/没有标的不等于没有/)).toBeTruthy()
    await pick(/^素什锦套餐/) // forbids nothing, and is said once
    expect(sheet.getAllByText('素什锦里有鱼，妈妈对鱼过敏。')).toHaveLength(1)
    expect(sheet.getByRole('button', { name: /^改成素什锦套餐/ })).toBeTruthy()
  })

  it('offers no other set that is sold out, and leaves her the one that she has', async () => {
    await offered({ 'meals.sittings': () => [aSitting({ soldOut: ['fish', 'veg'] })] })
    const other = screen.getByRole('radio', { name: /素什锦套餐.*卖完了/ })
    await pick(/素什锦套餐/)
    expect(other.getAttribute('aria-checked')).toBe('false')
    const own = screen.getByRole('radio', { name: /红烧鱼套餐/ })
    expect(own.textContent).not.toContain('卖完了')
    expect(own.getAttribute('aria-checked')).toBe('true')
  })

  it.each([
    ['换一种吃法', { sets: aSitting().sets.slice(0, 1) }],
    ['换一份', { modes: ['dineIn' as const] }],
  ])('is called %s where nothing else can be changed', async (words, own) => {
    cloudAnswers({ 'meals.mine': () => [order()], 'meals.sittings': () => [aSitting(own)] })
    render(<Booked />)
    await screen.findByRole('button', { name: words })
  })

  it('shows the price as it is now when it has changed meanwhile', async () => {
    let pays = 1500
    await offered({
      'meals.quote': () => aPrice({ elderPays: pays }),
      'meals.switchMode': () => {
        pays = 1700
        throw refused('PRICE_CHANGED')
      },
    })
    await pick('自己取')
    await tap('改成自己取，付 15 元')
    expect(screen.getByText(/价钱刚刚变了，还没有改/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '改成自己取，付 17 元' })).toBeTruthy()
  })

  it('does not offer what is full, and says why delivery does not reach', async () => {
    await offered({
      'meals.mine': () => [{ ...order(), mode: 'takeAway' }],
      'meals.sittings': () => [aSitting({ seatsLeft: 0, portionsLeft: 0 })],
      'meals.quote': () => {
        throw refused('DELIVERY_TOO_FAR')
      },
    })
    expect(screen.getByRole('radio', { name: /在驿站吃/ }).getAttribute('aria-disabled')).toBe('true')
    await pick('送到家')
    expect(screen.getByText(/离这个驿站太远/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^改成/ })).toBeNull()
  })

  it('is offered until the cut-off, and only to those who may book', async () => {
    const closed = aSitting({ cutoffAt: '2026-11-21T06:00:00.000Z' })
    cloudAnswers({ 'meals.mine': () => [order()], 'meals.sittings': () => [closed] })
    await act(async () => void render(<Booked />))
    expect(screen.getByRole('button', { name: '取消这一餐' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^换/ })).toBeNull()
  })
})
