import type { MealOrder } from '../../../types/meals/orders'
import type { Price } from '../../../types/meals/prices'
import type { Sitting } from '../../../types/meals/sittings'
import { pageSize } from '../../../types/paging'
import { aLunchOn, anOrder, aSitting, aStation, LUNCH, NOW, TOMORROW } from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud, withoutMarks } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

const wish = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
const ORDER = `${LUNCH}_e-wang`
const DINNER = 'st-one_2026-11-22_dinner'
const dinner = aSitting({ id: DINNER, slot: 'dinner', startsAt: '2026-11-22T09:00:00.000Z' })
const afterCutoff = new Date('2026-11-22T01:00:00Z')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const daughter = () => cloud.as('o-daughter')
const clerk = () => cloud.as('o-clerk')
const seatsLeft = async () => (await cloud.one('sittings', LUNCH))?.left.seats
const book = async (own: object = {}) =>
  accepted<MealOrder>(await daughter().call('meals.book', { ...wish, ...own }))

describe('meals.sittings', () => {
  const ask = (date: string, stationId = 'st-one') =>
    cloud.as(null).call('meals.sittings', { stationId, date })

  it('shows seats left and sets to anybody', async () => {
    const [lunch] = accepted<Sitting[]>(await ask(TOMORROW))
    expect(lunch).toMatchObject({ id: LUNCH, seatsLeft: 20, bookable: true })
    expect(lunch?.sets.map((set) => set.price)).toEqual([1800, 1200])
  })

  it('says that a sitting is closed from the cut-off on', async () => {
    cloud.emulator.clock.set(afterCutoff)
    expect(accepted<Sitting[]>(await ask(TOMORROW))[0]?.bookable).toBe(false)
  })

  it.each([
    ['a past date', '2026-11-20', 'st-one', 'DATE_PAST'],
    ['a date beyond the menus', '2026-12-31', 'st-one', 'DATE_TOO_FAR'],
    ['a day that does not exist', '2026-02-30', 'st-one', 'BAD_INPUT'],
    ['a station that does not exist', TOMORROW, 'st-none', 'NOT_FOUND'],
  ])('refuses %s', async (_case, date, stationId, code) => {
    expect(codeOf(await ask(date, stationId))).toBe(code)
  })

  it('answers an empty day with an empty list', async () => {
    expect(accepted(await ask('2026-11-25'))).toEqual([])
  })
})

describe('a station that stays closed', () => {
  const closures = [{ from: TOMORROW, to: '2026-11-24', reason: '水管检修' }]
  const close = async (own: Stock = {}, of = closures) =>
    cloud.restock(aNeighbourhood({ stations: [aStation({ closures: of })], ...own }))
  const sittings = async () =>
    accepted<Sitting[]>(await cloud.as(null).call('meals.sittings', { stationId: 'st-one', date: TOMORROW }))

  it('says so of every meal that was planned', async () => {
    await close()
    expect(await sittings()).toMatchObject([
      { id: LUNCH, bookable: false, closure: { until: '2026-11-24', reason: '水管检修' } },
    ])
  })

  it.each([
    ['meals.quote', 'o-daughter', wish],
    ['meals.book', 'o-daughter', wish],
    ['meals.bookFor', 'o-clerk', { ...wish, channel: 'phone' }],
    ['meals.switchMode', 'o-daughter', { orderId: ORDER, mode: 'takeAway' }],
    ['meals.changeSet', 'o-daughter', { orderId: ORDER, setId: 'greens' }],
  ] as const)('sells nothing: %s', async (name, openid, input) => {
    await close({ mealOrders: 'orderId' in input ? [anOrder()] : [] })
    const before = await cloud.emulator.engine.dump()
    expect(await cloud.as(openid).call(name, input)).toMatchObject({
      ok: false,
      code: 'BOOKING_CLOSED',
      detail: { closedUntil: '2026-11-24' },
    })
    expect(await cloud.emulator.engine.dump()).toEqual(before)
  })

  it.each([
    ['until the day before', { from: '2026-11-20', to: '2026-11-21' }],
    ['from the day after on', { from: '2026-11-23', to: '2026-11-30' }],
  ])('sells as ever when it closes %s', async (_, days) => {
    await close({}, [{ ...days, reason: '水管检修' }])
    expect(await sittings()).toMatchObject([{ bookable: true, closure: null }])
    expect(await book()).toMatchObject({ state: 'placed' })
  })

  it('leaves what was booked before: it can be cancelled', async () => {
    await book()
    const [order] = await cloud.stored('mealOrders')
    await close({ mealOrders: order ? [order] : [] })
    expect((await book()).state).toBe('placed')
    accepted(await daughter().call('meals.cancel', { orderId: ORDER }))
  })
})

describe('meals.quote', () => {
  it('splits 18 yuan into 5 from the district and 13 from her', async () => {
    const price = accepted<Price>(await daughter().call('meals.quote', wish))
    expect(price.elderPays).toBe(1300)
    expect(price.lines.map((line) => [line.kind, line.payer, line.amount])).toEqual([
      ['list', null, 1800],
      ['subsidy', 'district', 500],
      ['selfPay', 'elder', 1300],
    ])
  })

  it('holds nothing', async () => {
    await daughter().call('meals.quote', wish)
    expect(await seatsLeft()).toBe(20)
    expect(await cloud.stored('auditLog')).toEqual([])
  })

  it('shows the price of a meal that is booked already, not that of a second one', async () => {
    await book()
    expect(accepted<Price>(await daughter().call('meals.quote', wish)).elderPays).toBe(1300)
  })

  it('knows that the day’s subsidy is used already', async () => {
    await cloud.restock(aNeighbourhood({ sittings: [aSitting(), dinner] }))
    await book()
    const later = accepted<Price>(await daughter().call('meals.quote', { ...wish, sittingId: DINNER }))
    expect(later.elderPays).toBe(1800)
  })
})

describe('meals.book', () => {
  it('takes a seat, freezes the price and writes who did it', async () => {
    const order = await book()
    expect(order).toMatchObject({
      id: ORDER,
      state: 'placed',
      elderName: '王秀英',
      elderPays: 1300,
      placedBy: { name: '某人', role: 'family', relation: 'daughter', channel: 'app' },
    })
    expect(await seatsLeft()).toBe(19)
    expect(await cloud.stored('auditLog')).toMatchObject([
      { openid: 'o-daughter', role: 'family', action: 'meals.book', elderId: 'e-wang', ref: ORDER },
    ])
  })

  it('keeps to itself what only the cloud needs', async () => {
    expect(Object.keys(await book())).not.toEqual(expect.arrayContaining(['notify']))
    expect(JSON.stringify(await book())).not.toContain('o-daughter')
  })

  it('takes a portion for a meal that is fetched or brought', async () => {
    await book({ mode: 'delivery' })
    expect(await cloud.one('sittings', LUNCH)).toMatchObject({ left: { seats: 20, portions: 9 } })
  })

  it.each([
    ['without a key', undefined],
    ['with a key', 'key-1234567'],
  ])('has one effect and equal answers when called again %s', async (_case, key) => {
    const answers = [await book({ key }), await book({ key }), await book({ key })]
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(await seatsLeft()).toBe(19)
    expect(await cloud.stored('auditLog')).toHaveLength(1)
  })

  it('refuses the same key with a changed body, also for another sitting', async () => {
    await cloud.restock(aNeighbourhood({ sittings: [aSitting(), dinner] }))
    const key = 'key-1234567'
    await book({ key })
    expect(codeOf(await daughter().call('meals.book', { ...wish, key, setId: 'greens' }))).toBe('KEY_REUSED')
    expect(codeOf(await daughter().call('meals.book', { ...wish, key, sittingId: DINNER }))).toBe(
      'KEY_REUSED',
    )
    expect(await cloud.stored('mealOrders')).toHaveLength(1)
    expect((await cloud.one('sittings', DINNER))?.left.seats).toBe(20)
  })

  it('refuses another wish for a meal that is booked', async () => {
    await book()
    const reply = await daughter().call('meals.book', { ...wish, setId: 'greens' })
    expect(reply).toMatchObject({ ok: false, code: 'ALREADY_BOOKED', detail: { orderId: ORDER } })
  })

  it('gives the day’s subsidy once', async () => {
    await cloud.restock(aNeighbourhood({ sittings: [aSitting(), dinner] }))
    expect((await book()).elderPays).toBe(1300)
    expect((await book({ sittingId: DINNER })).elderPays).toBe(1800)
  })

  it('books again after a cancellation under the same id, with its history and its subsidy', async () => {
    await book()
    await daughter().call('meals.cancel', { orderId: ORDER })
    const again = await book({ setId: 'greens' })
    expect(again.id).toBe(ORDER)
    expect(again.elderPays).toBe(700)
    expect(again.history.map((step) => step.state)).toEqual(['placed', 'cancelled', 'placed'])
    expect(await seatsLeft()).toBe(19)
  })

  it('remembers a key whose wish was fulfilled already', async () => {
    const key = 'key-1234567'
    accepted(await cloud.as('o-wang').call('meals.book', wish))
    expect((await book({ key })).placedBy.role).toBe('elder')
    await cloud.as('o-wang').call('meals.cancel', { orderId: ORDER })
    expect((await book({ key })).state).toBe('cancelled')
    expect(await seatsLeft()).toBe(20)
  })

  it('does not book anew when a late copy of a cancelled booking arrives', async () => {
    const key = 'key-1234567'
    await book({ key })
    await daughter().call('meals.cancel', { orderId: ORDER })
    expect((await book({ key })).state).toBe('cancelled')
    expect(await seatsLeft()).toBe(20)
  })

  it.each([
    ['a full sitting', { seatsLeft: 0 }, {}, NOW, 'SITTING_FULL'],
    ['a closed booking', {}, {}, afterCutoff, 'BOOKING_CLOSED'],
    ['a closed sitting', { state: 'closed' as const }, {}, NOW, 'BOOKING_CLOSED'],
    [
      'a mode that is not served',
      { modes: ['dineIn' as const] },
      { mode: 'delivery' },
      NOW,
      'MODE_NOT_OFFERED',
    ],
    ['a set that is not on the menu', {}, { setId: 'duck' }, NOW, 'SET_NOT_OFFERED'],
    [
      'a sitting beyond the days that are booked',
      { date: '2026-12-31', cutoffAt: '2026-12-31T01:00:00.000Z' },
      {},
      NOW,
      'DATE_TOO_FAR',
    ],
    ['a sitting that does not exist', {}, { sittingId: 'st-one_2026-11-30_lunch' }, NOW, 'NOT_FOUND'],
    ['an unknown elder', {}, { elderId: 'e-nobody' }, NOW, 'FORBIDDEN'],
    ['a mode that does not exist', {}, { mode: 'drone' }, NOW, 'BAD_INPUT'],
    ['a field too many', {}, { free: true }, NOW, 'BAD_INPUT'],
  ])('refuses %s and stores nothing', async (_case, sitting, own, now, code) => {
    await cloud.restock(aNeighbourhood({ sittings: [aSitting(sitting)] }), now)
    const before = withoutMarks(await cloud.stored('sittings'))
    expect(codeOf(await daughter().call('meals.book', { ...wish, ...own }))).toBe(code)
    expect(await cloud.stored('mealOrders')).toEqual([])
    expect(await cloud.stored('subsidyUses')).toEqual([])
    expect(await cloud.stored('auditLog')).toEqual([])
    expect(withoutMarks(await cloud.stored('sittings'))).toEqual(before)
  })
})

describe('meals.cancel', () => {
  it('gives back the seat and the day’s subsidy, once', async () => {
    await book()
    const first = accepted<MealOrder>(
      await daughter().call('meals.cancel', { orderId: ORDER, reason: '不舒服' }),
    )
    expect(first).toMatchObject({ state: 'cancelled', reason: '不舒服' })
    const second = accepted(await daughter().call('meals.cancel', { orderId: ORDER, reason: '不舒服' }))
    expect(second).toEqual(first)
    expect(await seatsLeft()).toBe(20)
    expect(await cloud.stored('subsidyUses')).toMatchObject([{ uses: [] }])
  })

  it('is too late when the kitchen has begun', async () => {
    await book()
    cloud.emulator.clock.set(afterCutoff)
    expect(codeOf(await daughter().call('meals.cancel', { orderId: ORDER }))).toBe('CANCEL_CLOSED')
    expect(await seatsLeft()).toBe(19)
  })

  it('cannot undo a refusal', async () => {
    await book()
    await clerk().call('meals.refuse', { orderId: ORDER, reason: '厨房停电' })
    const reply = await daughter().call('meals.cancel', { orderId: ORDER })
    expect(reply).toMatchObject({ code: 'WRONG_STATE', detail: { state: 'refused' } })
  })

  it('says so when there is no such order', async () => {
    expect(codeOf(await daughter().call('meals.cancel', { orderId: ORDER }))).toBe('NOT_FOUND')
  })
})

describe('meals.confirm', () => {
  it('confirms once, tells the family once, and does not use another seat', async () => {
    await book()
    const first = accepted<MealOrder>(await clerk().call('meals.confirm', { orderId: ORDER }))
    const second = accepted<MealOrder>(await clerk().call('meals.confirm', { orderId: ORDER }))
    expect(first.state).toBe('confirmed')
    expect(second).toEqual(first)
    expect(await seatsLeft()).toBe(19)
    expect(cloud.emulator.gateway.outbox.messages()).toMatchObject([
      { touser: 'o-daughter', data: { phrase4: { value: '已确认' } } },
    ])
  })

  it('tells nobody of a meal that is over, which may be confirmed only to be written down', async () => {
    const past = {
      id: 'st-one_2026-11-20_lunch_e-wang',
      date: '2026-11-20',
      startsAt: '2026-11-20T03:30:00.000Z',
    }
    await cloud.restock(aNeighbourhood({ mealOrders: [anOrder(past)] }))
    const confirmed = accepted<MealOrder>(await clerk().call('meals.confirm', { orderId: past.id }))
    expect(confirmed.state).toBe('confirmed')
    expect(cloud.emulator.gateway.outbox.messages()).toEqual([])
  })

  it('stays confirmed when the message cannot be sent', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => {})
    await book()
    cloud.emulator.gateway.faults.set([{ kind: 'http500', action: 'wx.openApi' }])
    expect(accepted<MealOrder>(await clerk().call('meals.confirm', { orderId: ORDER })).state).toBe(
      'confirmed',
    )
    expect((await cloud.one('mealOrders', ORDER))?.state).toBe('confirmed')
    expect(log.mock.calls.flat().join()).toContain('message not sent')
    log.mockRestore()
  })

  it('is refused to a clerk of another station', async () => {
    await book()
    expect(codeOf(await cloud.as('o-other-clerk').call('meals.confirm', { orderId: ORDER }))).toBe(
      'FORBIDDEN',
    )
    expect((await cloud.one('mealOrders', ORDER))?.state).toBe('placed')
  })
})

describe('meals.refuse', () => {
  it('frees the seat and the subsidy and passes the reason on', async () => {
    await book()
    const refused = accepted<MealOrder>(
      await clerk().call('meals.refuse', { orderId: ORDER, reason: '厨房停电' }),
    )
    expect(refused).toMatchObject({ state: 'refused', reason: '厨房停电' })
    expect(await seatsLeft()).toBe(20)
    expect(await cloud.stored('subsidyUses')).toMatchObject([{ uses: [] }])
    expect(cloud.emulator.gateway.outbox.messages()).toHaveLength(1)
  })

  it('takes no empty reason', async () => {
    await book()
    expect(codeOf(await clerk().call('meals.refuse', { orderId: ORDER, reason: '  ' }))).toBe('BAD_INPUT')
  })

  it('cannot refuse what is confirmed', async () => {
    await book()
    await clerk().call('meals.confirm', { orderId: ORDER })
    expect(codeOf(await clerk().call('meals.refuse', { orderId: ORDER, reason: '满了' }))).toBe('WRONG_STATE')
  })
})

describe('meals.bookFor', () => {
  it('books for an elder at the counter, confirmed at once, and says who did it', async () => {
    const order = accepted<MealOrder>(
      await clerk().call('meals.bookFor', { ...wish, elderId: 'e-chen', channel: 'counter' }),
    )
    expect(order).toMatchObject({
      state: 'confirmed',
      elderPays: 1800,
      placedBy: { role: 'clerk', relation: null, channel: 'counter' },
    })
  })

  it('is a station’s own business only', async () => {
    const reply = await cloud.as('o-other-clerk').call('meals.bookFor', { ...wish, channel: 'phone' })
    expect(codeOf(reply)).toBe('FORBIDDEN')
  })
})

describe('meals.mine', () => {
  it('lists the orders of every elder whom the caller may see', async () => {
    await book()
    for (const openid of ['o-daughter', 'o-wang', 'o-viewer']) {
      expect(accepted(await cloud.as(openid).call('meals.mine'))).toMatchObject([{ id: ORDER }])
    }
    for (const openid of ['o-stranger', 'o-clerk', 'o-nobody']) {
      expect(accepted(await cloud.as(openid).call('meals.mine'))).toEqual([])
    }
    expect(codeOf(await cloud.as('o-stranger').call('meals.mine', { elderId: 'e-wang' }))).toBe('FORBIDDEN')
  })
})

describe('meals.orderDays', () => {
  it('counts the orders to confirm, and all of them, day by day', async () => {
    const later = aLunchOn('2026-11-25')
    await cloud.restock(aNeighbourhood({ sittings: [aSitting(), dinner, later] }))
    await book()
    await book({ sittingId: DINNER })
    await book({ sittingId: later.id })
    const days = async () => accepted(await clerk().call('meals.orderDays', { stationId: 'st-one' }))
    expect(await days()).toEqual([
      { date: TOMORROW, count: 2, all: 2 },
      { date: '2026-11-25', count: 1, all: 1 },
    ])
    await clerk().call('meals.confirm', { orderId: ORDER })
    expect(await days()).toContainEqual({ date: TOMORROW, count: 1, all: 2 })
    await clerk().call('meals.refuse', { orderId: `${DINNER}_e-wang`, reason: '停电' })
    expect(await days()).toContainEqual({ date: TOMORROW, count: 0, all: 1 })
  })
})

describe('meals.mine of a family with many meals', () => {
  it('begins with the next meal, and has the last ones too', async () => {
    const meals = Array.from({ length: 60 }, (_, i) => {
      const date = new Date(Date.UTC(2026, 10, 2 + Math.floor(i / 2))).toISOString().slice(0, 10)
      const slot = i % 2 ? ('dinner' as const) : ('lunch' as const)
      const startsAt = `${date}T${i % 2 ? '09:00' : '03:30'}:00.000Z`
      return anOrder({ id: `st-one_${date}_${slot}_e-wang`, date, slot, startsAt })
    })
    await cloud.restock(aNeighbourhood({ mealOrders: meals }))
    const mine = accepted<MealOrder[]>(await daughter().call('meals.mine'))
    expect(mine).toHaveLength(pageSize.myMeals)
    expect(mine[0]).toMatchObject({ date: '2026-11-21', slot: 'lunch' })
    expect(mine.filter((order) => order.startsAt < NOW.toISOString())[0]).toMatchObject({
      date: '2026-11-20',
    })

    const rest = accepted<MealOrder[]>(await daughter().call('meals.mine', { after: mine.at(-1)?.id }))
    expect(new Set([...mine, ...rest].map(({ id }) => id)).size).toBe(60)
    expect(accepted(await daughter().call('meals.mine', { after: rest.at(-1)?.id }))).toEqual([])
  })
})

describe('meals.queue', () => {
  it('lists a day of the clerk’s own station, page after page', async () => {
    await book()
    await clerk().call('meals.bookFor', { ...wish, elderId: 'e-chen', channel: 'phone' })
    const day = { stationId: 'st-one', date: TOMORROW }
    const all = accepted<MealOrder[]>(await clerk().call('meals.queue', day))
    expect(all.map((order) => order.elderId)).toEqual(['e-chen', 'e-wang'])
    const rest = accepted<MealOrder[]>(await clerk().call('meals.queue', { ...day, after: all[0]?.id }))
    expect(rest.map((order) => order.elderId)).toEqual(['e-wang'])
    expect(codeOf(await cloud.as('o-other-clerk').call('meals.queue', day))).toBe('FORBIDDEN')
  })
})
