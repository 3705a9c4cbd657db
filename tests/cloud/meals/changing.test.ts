import type { MealOrder, QueuedOrder } from '../../../types/meals/orders'
import { MealPolicy, type WrittenMealPolicy } from '../../../types/policies/meal'
import { aMealPolicy, aSitting, LUNCH } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood, wang } from '../neighbourhood'
import { countersOf, DAY, DINNER_AT_TWO, morning, ORDER, stations, wish } from './counters'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => begin())
afterAll(() => cloud.close())

const { begin, at, booked, serve, order, usesOfDay, totals, everything } = countersOf(() => cloud)

describe('a price that the caller was told', () => {
  const refused = async (reply: ReturnType<ReturnType<TestCloud['as']>['call']>, elderPays: number) =>
    expect(await reply).toMatchObject({ ok: false, code: 'PRICE_CHANGED', detail: { elderPays } })

  it('books by it', async () => {
    const reply = await cloud.as('o-daughter').call('meals.book', { ...wish, pays: 1300 })
    expect(accepted<MealOrder>(reply).elderPays).toBe(1300)
  })

  it('refuses a booking at another price, and stores nothing', async () => {
    const before = await everything()
    await refused(cloud.as('o-daughter').call('meals.book', { ...wish, pays: 1299 }), 1300)
    await refused(cloud.as('o-clerk').call('meals.bookFor', { ...wish, pays: 1800, channel: 'phone' }), 1300)
    expect(await everything()).toEqual(before)
  })

  it('refuses when another meal has used the day’s subsidy between asking and booking', async () => {
    await booked(DINNER_AT_TWO)
    const before = await everything()
    await refused(cloud.as('o-daughter').call('meals.book', { ...wish, pays: 1300 }), 1800)
    expect(await everything()).toEqual(before)
  })

  it('refuses a switch at another price, and stores nothing', async () => {
    await booked()
    const before = await everything()
    await refused(
      cloud.as('o-daughter').call('meals.switchMode', { orderId: ORDER, mode: 'takeAway', pays: 1800 }),
      1300,
    )
    expect(await everything()).toEqual(before)
  })
})

/** Beijing's five yuan, and delivery at two yuan up to 500 metres, four up to 1,000, nowhere beyond. */
const delivering = (): MealPolicy & { district: string } => {
  const fee = {
    byDistance: [
      { upTo: 500, fee: 200 },
      { upTo: 1000, fee: 400 },
    ],
  }
  const delivery: WrittenMealPolicy['delivery'] = { fee }
  const { district, ...document } = aMealPolicy({ id: 'delivering' })
  return { ...MealPolicy.parse({ ...document, delivery }), district }
}
const METRES_PER_DEGREE = (Math.PI * 6_378_100) / 180
/** A sitting so many metres of way north of her door. */
const tableAt = (metres: number) =>
  aSitting({ place: { lng: wang.place.lng, lat: wang.place.lat + metres / 1.35 / METRES_PER_DEGREE } })

describe('delivery', () => {
  const deliver = (own: object = {}) =>
    cloud.as('o-daughter').call('meals.book', { ...wish, mode: 'delivery', ...own })
  const beginAt = (metres: number) =>
    cloud.restock(
      aNeighbourhood({ policies: [delivering()], sittings: [tableAt(metres)], stations }),
      new Date('2026-11-21T02:00:00Z'),
    )

  it.each([
    [100, 200],
    [500, 200],
    [501, 400],
    [1000, 400],
  ])('over %i metres costs %i fen beside the meal', async (metres, fee) => {
    await beginAt(metres)
    const order = accepted<MealOrder>(await deliver())
    expect(order.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['list', 1800],
      ['delivery', fee],
      ['subsidy', 500],
      ['selfPay', 1300 + fee],
    ])
  })

  it('beyond the last step is refused in asking, booking and switching, and stores nothing', async () => {
    await beginAt(1001)
    expect(codeOf(await cloud.as('o-daughter').call('meals.quote', { ...wish, mode: 'delivery' }))).toBe(
      'DELIVERY_TOO_FAR',
    )
    expect(codeOf(await deliver())).toBe('DELIVERY_TOO_FAR')
    expect(await cloud.stored('mealOrders')).toEqual([])
    await booked()
    const before = await everything()
    const change = { orderId: ORDER, mode: 'delivery' }
    expect(codeOf(await cloud.as('o-daughter').call('meals.switchMode', change))).toBe('DELIVERY_TOO_FAR')
    expect(await everything()).toEqual(before)
  })

  it('claims no distance to a home that nobody has marked: the nearest step, and never too far', async () => {
    const elders = [{ ...wang, isPlaceUnknown: true }]
    await cloud.restock(
      aNeighbourhood({ elders, policies: [delivering()], sittings: [tableAt(1001)], stations }),
      new Date('2026-11-21T02:00:00Z'),
    )
    const order = accepted<MealOrder>(await deliver())
    expect(order.lines).toContainEqual(expect.objectContaining({ kind: 'delivery', amount: 200 }))
  })

  it('costs nothing where she eats there or fetches it, however far', async () => {
    await beginAt(5000)
    expect((await booked()).elderPays).toBe(1300)
  })

  it('is billed and settled with the meal', async () => {
    await beginAt(501)
    accepted(await deliver())
    accepted(await cloud.as('o-clerk').call('meals.confirm', { orderId: ORDER }))
    at(morning)
    accepted(await serve())
    expect((await totals()).control).toMatchObject({ billed: 2200, elderPaid: 1700, owed: 800 })
  })
})

/** Seats and portions that lunch has left. */
const places = async () => {
  const sitting = await cloud.one('sittings', LUNCH)
  return [sitting?.left.seats, sitting?.left.portions]
}

describe('meals.switchMode', () => {
  const switchTo = (mode: string, own: object = {}) =>
    cloud.as('o-daughter').call('meals.switchMode', { orderId: ORDER, mode, ...own })

  it('gives the seat back and takes a portion, once for any number of taps', async () => {
    await booked()
    expect(await places()).toEqual([19, 10])
    const key = 'key-of-one-switch'
    const replies = await Promise.all([1, 2, 3].map(() => switchTo('takeAway', { key })))
    expect(replies.map(codeOf)).toEqual(['accepted', 'accepted', 'accepted'])
    accepted(await switchTo('takeAway'))
    expect(await places()).toEqual([20, 9])
    accepted(await switchTo('dineIn'))
    expect(await places()).toEqual([19, 10])
  })

  it('keeps the books of places whatever races: they end as the last mode says', async () => {
    await booked()
    const modes = ['takeAway', 'dineIn', 'delivery', 'dineIn', 'takeAway']
    const replies = await Promise.all(modes.map((mode) => switchTo(mode)))
    expect(replies.map(codeOf)).toEqual(modes.map(() => 'accepted'))
    expect(await places()).toEqual((await order()).mode === 'dineIn' ? [19, 10] : [20, 9])
  })

  it('takes no other place between the two that share the kitchen’s portions', async () => {
    await booked(LUNCH, { mode: 'takeAway' })
    expect(await places()).toEqual([20, 9])
    accepted(await switchTo('delivery'))
    expect(await places()).toEqual([20, 9])
  })

  it('keeps the day’s subsidy used once, and the state', async () => {
    await booked()
    const switched = accepted<MealOrder>(await switchTo('takeAway', { pays: 1300 }))
    expect(switched).toMatchObject({ mode: 'takeAway', state: 'confirmed', elderPays: 1300 })
    expect(await usesOfDay()).toEqual([expect.objectContaining({ orderId: ORDER, amount: 500 })])
  })

  it('brings the delivery fee, and takes it away again', async () => {
    await cloud.restock(
      aNeighbourhood({ policies: [delivering()], sittings: [tableAt(300)] }),
      new Date('2026-11-21T04:00:00Z'),
    )
    await booked()
    expect(accepted<MealOrder>(await switchTo('delivery')).elderPays).toBe(1500)
    expect(accepted<MealOrder>(await switchTo('takeAway')).elderPays).toBe(1300)
  })

  it('is refused where no portion is left, and the seat stays hers', async () => {
    await begin({ sittings: [aSitting({ portionsLeft: 0 })] })
    await booked()
    const before = await everything()
    expect(codeOf(await switchTo('takeAway'))).toBe('SITTING_FULL')
    expect(await everything()).toEqual(before)
  })

  it('is refused in a mode that is not offered', async () => {
    await begin({ sittings: [aSitting({ modes: ['dineIn', 'takeAway'] })] })
    await booked()
    expect(codeOf(await switchTo('delivery'))).toBe('MODE_NOT_OFFERED')
  })
})

describe('meals.changeSet', () => {
  const changeTo = (setId: string, own: object = {}, openid = 'o-daughter') =>
    cloud.as(openid).call('meals.changeSet', { orderId: ORDER, setId, ...own })

  it('takes the other set at its price, keeps seat, state and the day’s subsidy, and tells whoever did not do it', async () => {
    await booked()
    const sitting = await cloud.one('sittings', LUNCH)
    const changed = accepted<MealOrder>(await changeTo('greens', { pays: 700 }, 'o-clerk'))
    expect(changed).toMatchObject({
      ...{ setId: 'greens', setName: '素什锦套餐', picture: 'greens', mode: 'dineIn' },
      ...{ state: 'confirmed', elderPays: 700 },
    })
    expect(await cloud.one('sittings', LUNCH)).toEqual(sitting)
    expect(await usesOfDay()).toEqual([expect.objectContaining({ orderId: ORDER, amount: 500 })])
    const lines = (await cloud.stored('auditLog')).filter(({ action }) => action === 'meals.changeSet')
    expect(lines).toMatchObject([{ about: '素什锦套餐', elderId: 'e-wang', ref: ORDER }])
    const told = (await cloud.stored('messages')).filter(({ kind }) => kind === 'orderChanged')
    expect(told.map(({ to }) => to.map(({ openid }) => openid))).toEqual([['o-daughter', 'o-wang']])
  })

  it('is seen by the counter and the family with who did it, until it is booked again', async () => {
    await booked()
    accepted(await changeTo('greens'))
    const at = expect.stringMatching(/^2026-11-21T/)
    const seen = [
      { at, by: expect.objectContaining({ role: 'family', relation: 'daughter' }), setName: '素什锦套餐' },
    ]
    const [row] = accepted<QueuedOrder[]>(
      await cloud.as('o-clerk').call('meals.queue', { stationId: 'st-one', date: DAY }),
    )
    expect(row?.laterChanges).toEqual(seen)
    const [mine] = accepted<MealOrder[]>(await cloud.as('o-daughter').call('meals.mine', {}))
    expect(mine?.laterChanges).toEqual(seen)

    accepted(await cloud.as('o-daughter').call('meals.cancel', { orderId: ORDER }))
    const again = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
    accepted(await cloud.as('o-daughter').call('meals.book', again))
    expect(await cloud.one('mealOrders', ORDER)).not.toHaveProperty('laterChanges')
    accepted(await changeTo('greens'))
    expect(await cloud.one('mealOrders', ORDER)).not.toHaveProperty('laterChanges') // nobody has confirmed it yet
  })

  it('is not confirmed by a clerk who saw the meal of before, and is by one who sees this one', async () => {
    const order = accepted<MealOrder>(await cloud.as('o-daughter').call('meals.book', wish))
    const { setId, mode, deliverTo } = order
    accepted(await changeTo('greens', { mode: 'takeAway' }))
    const confirm = (seen: object) =>
      cloud.as('o-clerk').call('meals.confirm', { orderId: ORDER, seen: { setId, mode, deliverTo, ...seen } })
    for (const seen of [{}, { setId: 'greens' }, { mode: 'takeAway' }])
      expect(await confirm(seen)).toMatchObject({
        ...{ ok: false, code: 'ORDER_CHANGED' },
        detail: { setName: '素什锦套餐', mode: 'takeAway', isOtherMeal: true },
      })
    expect((await cloud.one('mealOrders', ORDER))?.state).toBe('placed')
    accepted(await confirm({ setId: 'greens', mode: 'takeAway' }))
  })

  it('changes the way of eating in the same act', async () => {
    await booked()
    expect(accepted<MealOrder>(await changeTo('greens', { mode: 'takeAway' }))).toMatchObject({
      setId: 'greens',
      mode: 'takeAway',
    })
    expect(await places()).toEqual([20, 9])
  })

  it('does it once for any number of taps, also where no seat is left', async () => {
    await begin({ sittings: [aSitting({ seatsLeft: 1 })] })
    await booked()
    expect(await places()).toEqual([0, 10])
    const key = 'key-of-one-change'
    const replies = await Promise.all([1, 2, 3].map(() => changeTo('greens', { key })))
    expect(replies.map(codeOf)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(await places()).toEqual([0, 10])
    const lines = (await cloud.stored('auditLog')).filter(({ action }) => action === 'meals.changeSet')
    expect(lines).toHaveLength(1)
  })

  it.each([
    ['at another price than was told', { pays: 1800 }, 'PRICE_CHANGED'],
    ['of a set that is not on the menu', { setId: 'duck' }, 'SET_NOT_OFFERED'],
  ])('writes nothing %s', async (_case, own, code) => {
    await booked()
    const before = await everything()
    expect(codeOf(await changeTo('greens', own))).toBe(code)
    expect(await everything()).toEqual(before)
  })
})

describe.each([
  ['meals.switchMode', { mode: 'takeAway' }],
  ['meals.changeSet', { setId: 'greens' }],
] as const)('%s', (name, change) => {
  const changed = (openid = 'o-daughter') => cloud.as(openid).call(name, { orderId: ORDER, ...change })

  it.each([
    ['after the cut-off', '2026-11-22T01:00:00Z', 'BOOKING_CLOSED'],
    ['right before it', '2026-11-22T00:59:50Z', 'accepted'],
  ])('%s is %s', async (_, instant, code) => {
    await booked()
    at(instant)
    expect(codeOf(await changed())).toBe(code)
  })

  it('is refused for an order that was cancelled', async () => {
    await booked()
    accepted(await cloud.as('o-daughter').call('meals.cancel', { orderId: ORDER }))
    expect(codeOf(await changed())).toBe('WRONG_STATE')
    expect(await places()).toEqual([20, 10])
  })

  it.each([
    ['her clerk', 'o-clerk', 'accepted'],
    ['herself', 'o-wang', 'accepted'],
    ['a relative who may only look', 'o-viewer', 'FORBIDDEN'],
    ['another station', 'o-other-clerk', 'FORBIDDEN'],
  ])('by %s: %s is %s', async (_, openid, code) => {
    await booked()
    expect(codeOf(await changed(openid))).toBe(code)
  })
})
