import type { MealOrder } from '../../../types/meals/orders'
import { aLunchOn, anOrder, aSitting, LUNCH } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { countersOf, DINNER_AT_TWO, morning, ORDER, sittings, wish } from './counters'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => begin())
afterAll(() => cloud.close())

const { begin, at, booked, serve, serveLate, unserve, entries, totals, everything } = countersOf(() => cloud)

describe('the ledger after any row of servings and corrections', () => {
  const next = aLunchOn('2026-11-23')
  const sittingIds = [LUNCH, DINNER_AT_TWO, next.id]
  const orderIds = sittingIds.map((id) => `${id}_e-wang`)

  /** What the ledger should say, told from the orders alone. */
  async function expected() {
    const served = (await cloud.stored('mealOrders')).filter(({ state }) => state === 'served')
    const billed = served.length * 1800
    const elderPaid = served.reduce((sum, { elderPays }) => sum + elderPays, 0)
    const days = new Set(served.map(({ date }) => date)).size
    return { billed, elderPaid, forElder: billed - elderPaid, forOperators: days * 300 }
  }
  async function ledger() {
    const all = await entries()
    const sumTo = (to: string) =>
      all
        .flatMap(({ owed }) => owed)
        .filter((line) => line.to === to)
        .reduce((sum, { amount }) => sum + amount, 0)
    return {
      billed: all.reduce((sum, { billed }) => sum + billed, 0),
      elderPaid: all.reduce((sum, { elderPaid }) => sum + elderPaid, 0),
      forElder: sumTo('elder'),
      forOperators: sumTo('operator'),
    }
  }

  it.each([1, 2, 3, 4, 5, 6])(
    'says what the orders say, and never changes a closed month (seed %i)',
    async (seed) => {
      await begin({ sittings: [...sittings, next] })
      for (const id of sittingIds) await booked(id)
      let state = seed
      const random = (most: number) => {
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31
        return Math.floor((state / 2 ** 31) * most)
      }
      const acts: string[] = []
      let closed: unknown
      for (let step = 0; step < 14; step++) {
        // The first half while the books of November are open, the second when they are closed.
        at(step < 7 ? `2026-11-24T0${step}:00:00Z` : `2026-12-08T0${step - 7}:00:00Z`)
        const orderId = orderIds[random(orderIds.length)] ?? ORDER
        const isServing = random(2) === 0
        acts.push(`${isServing ? 'serve' : 'unserve'} ${orderId}`)
        await (isServing ? serveLate(orderId) : unserve(orderId, { reason: `第 ${step} 次` }))
        const books = [await totals('2026-11', 'op-one'), await totals('2026-11', 'op-two')]
        const november = books.map(({ owed, control }) => ({ owed, control }))
        if (step < 7) closed = november
        expect({ acts, november }).toEqual({ acts, november: closed })
        expect({ acts, ...(await ledger()) }).toEqual({ acts, ...(await expected()) })
      }
      expect((await entries()).length).toBeGreaterThan(2)
    },
  )
})

describe('one lunch', () => {
  /** Booked until one, cancelled until one: everything can be tried while it is served. */
  const open = aSitting({ cutoffAt: '2026-11-22T05:00:00.000Z', cancelUntil: '2026-11-22T05:00:00.000Z' })
  const acts: Record<string, () => Promise<unknown>> = {
    book: () => cloud.as('o-daughter').call('meals.book', wish),
    bookFor: () => cloud.as('o-clerk').call('meals.bookFor', { ...wish, setId: 'greens', channel: 'phone' }),
    confirm: () => cloud.as('o-clerk').call('meals.confirm', { orderId: ORDER }),
    cancel: () => cloud.as('o-daughter').call('meals.cancel', { orderId: ORDER }),
    serve: () => serve(),
    unserve: () => unserve(),
  }
  /** Lines of the ledger that stand: so many times it is settled. */
  const settled = async () =>
    (await entries()).reduce(
      (sum, { kind }) => sum + (kind === 'served' ? 1 : kind === 'reversed' ? -1 : 0),
      0,
    )

  it.each([
    ['meals.book', 'o-daughter', {}],
    ['meals.book', 'o-daughter', { setId: 'greens' }],
    ['meals.bookFor', 'o-clerk', { channel: 'phone' }],
  ] as const)('that was eaten is not booked once more by %s of %s with %j', async (name, openid, own) => {
    await begin({ sittings: [open] })
    await booked()
    at(morning)
    accepted(await serve())
    const before = await everything()
    const reply = await cloud.as(openid).call(name, { ...wish, ...own })
    expect(reply).toMatchObject({
      ok: false,
      code: 'ALREADY_WRITTEN_DOWN',
      detail: { orderId: ORDER, state: 'served' },
    })
    expect(await everything()).toEqual(before)
  })

  it('that nobody came for is not booked once more: its place was never given back', async () => {
    await begin({ sittings: [open], mealOrders: [anOrder({ state: 'missed' })] })
    expect(codeOf(await cloud.as('o-daughter').call('meals.book', wish))).toBe('ALREADY_WRITTEN_DOWN')
  })

  it('answers the booking that made it as before, also when it was eaten meanwhile', async () => {
    await begin({ sittings: [open] })
    const key = 'key-of-the-booking'
    await booked(LUNCH, { key })
    at(morning)
    accepted(await serve())
    const again = accepted<MealOrder>(await cloud.as('o-daughter').call('meals.book', { ...wish, key }))
    expect(again).toMatchObject({ id: ORDER, state: 'served' })
    expect(await entries()).toHaveLength(1)
  })

  it.each([
    ['book confirm serve book confirm serve', 1],
    ['book confirm serve unserve book confirm serve', 1],
    ['book confirm serve unserve cancel book confirm serve', 1],
    ['book confirm serve cancel serve book', 1],
    ['bookFor serve bookFor serve unserve unserve', 0],
    ['book confirm serve unserve cancel serve', 0],
  ])('is settled once at most: %s', async (row, times) => {
    await begin({ sittings: [open] })
    at(morning)
    for (const act of row.split(' ')) await acts[act]?.()
    expect(await settled()).toBe(times)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'is settled once where it stands as eaten, else never, whatever is tapped (seed %i)',
    async (seed) => {
      await begin({ sittings: [open] })
      at(morning)
      let state = seed * 7919
      const random = (most: number) => {
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31
        return Math.floor((state / 2 ** 31) * most)
      }
      const names = Object.keys(acts)
      const done: string[] = []
      for (let step = 0; step < 20; step++) {
        const name = names[random(names.length)] ?? 'book'
        done.push(name)
        await acts[name]?.()
        const order = await cloud.one('mealOrders', ORDER)
        const seats = (await cloud.one('sittings', LUNCH))?.left.seats
        const isHeld = order !== undefined && order.state !== 'cancelled'
        expect({ done, times: await settled(), seats }).toEqual({
          done,
          times: order?.state === 'served' ? 1 : 0,
          seats: isHeld ? 19 : 20,
        })
      }
    },
  )
})
