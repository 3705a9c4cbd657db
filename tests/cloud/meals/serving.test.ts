import type { MealOrderRecord, SittingRecord } from '../../../cloudfunctions/_domain/meals/records'
import type { PolicyRecord } from '../../../cloudfunctions/_domain/policies/records'
import type { CounterOrder, MealOrder } from '../../../types/meals/orders'
import { MealPolicy, type WrittenMealPolicy } from '../../../types/policies/meal'
import type { Settlement } from '../../../types/supervision'
import { aMealPolicy, anOrder, aSitting, aStation, DISTRICT, LUNCH, NOW } from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, wang } from '../neighbourhood'

const ORDER = `${LUNCH}_e-wang`
const DAY = '2026-11-22'
const morning = new Date('2026-11-22T04:00:00Z')
/** Policies are trusted for a minute. */
const anHourLater = new Date(NOW.getTime() + 3_600_000)
const dinner = { slot: 'dinner', startsAt: '2026-11-22T09:00:00.000Z' } as const
const secondStation = { stationId: 'st-two', stationName: '二号驿站', townId: 't-west', operatorId: 'op-two' }
const DINNER = `st-one_${DAY}_dinner`
const DINNER_AT_TWO = `st-two_${DAY}_dinner`
const sittings: SittingRecord[] = [
  aSitting(),
  aSitting({ id: DINNER, ...dinner }),
  aSitting({ id: DINNER_AT_TWO, ...dinner, ...secondStation }),
]

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => begin())
afterAll(() => cloud.close())

const stations = [
  aStation(),
  aStation({ id: 'st-two', name: '二号驿站', townId: 't-west', operatorId: 'op-two' }),
]
const begin = (own: Stock = {}) => cloud.restock(aNeighbourhood({ sittings, stations, ...own }))
const at = (instant: string | Date) => cloud.emulator.clock.set(new Date(instant))
const clerkOf = (id: string) => cloud.as(id.startsWith('st-two') ? 'o-other-clerk' : 'o-clerk')

/** Booked by her daughter and confirmed by the station. */
async function booked(sittingId = LUNCH, own: object = {}): Promise<MealOrder> {
  const wish = { sittingId, elderId: 'e-wang', mode: 'dineIn', setId: 'fish', ...own }
  const order = accepted<MealOrder>(await cloud.as('o-daughter').call('meals.book', wish))
  return accepted(await clerkOf(sittingId).call('meals.confirm', { orderId: order.id }))
}
const serve = (orderId = ORDER, own: object = {}) => clerkOf(orderId).call('meals.serve', { orderId, ...own })
const serveLate = (orderId = ORDER) => serve(orderId, { reason: '当时没有网' })
const unserve = (orderId = ORDER, own: object = {}) =>
  clerkOf(orderId).call('meals.unserve', { orderId, reason: '点错了人', ...own })
const order = async (id = ORDER) => (await cloud.one('mealOrders', id)) as MealOrderRecord
const entries = () => cloud.stored('settlementEntries')
const usesOfDay = async () => (await cloud.stored('subsidyUses')).flatMap(({ uses }) => uses)
const totals = async (month = '2026-11', operatorId = 'op-one') =>
  accepted<Settlement>(
    await cloud.as('o-supervisor').call('supervision.settlement', { district: DISTRICT, operatorId, month }),
  )
const everything = () => cloud.emulator.engine.dump()

describe('meals.serve', () => {
  it.each([
    ['the evening before', '2026-11-21T15:59:50.000Z', 'TOO_EARLY'],
    ['seven in the morning', '2026-11-21T23:00:00.000Z', 'TOO_EARLY'],
    ['right before the last hour', '2026-11-22T02:29:50.000Z', 'TOO_EARLY'],
    ['an hour before the meal', '2026-11-22T02:30:00.000Z', 'accepted'],
    ['nearly four hours after it', '2026-11-22T07:29:50.000Z', 'accepted'],
    ['more than four hours after it', '2026-11-22T07:30:10.000Z', 'REASON_MISSING'],
    ['the day after', '2026-11-23T04:00:00.000Z', 'REASON_MISSING'],
  ])('at %s: %s is %s', async (_, instant, code) => {
    await booked()
    at(instant)
    const before = await everything()
    expect(codeOf(await serve())).toBe(code)
    if (code !== 'accepted') expect(await everything()).toEqual(before)
    else expect((await order()).state).toBe('served')
  })

  it('says from when on a meal may be written down', async () => {
    await booked()
    at('2026-11-22T02:00:00Z')
    expect(await serve()).toMatchObject({ code: 'TOO_EARLY', detail: { from: '2026-11-22T02:30:00.000Z' } })
  })

  it('late takes a reason, and asks supervisors to look', async () => {
    await booked()
    at('2026-11-23T04:00:00Z')
    accepted(await serveLate())
    expect(await order()).toMatchObject({ state: 'served', reason: '当时没有网' })
    expect(await cloud.stored('flags')).toMatchObject([
      { kind: 'servedLate', about: '当时没有网', elderName: '王秀英', date: DAY, state: 'open' },
    ])
    expect((await cloud.stored('auditLog')).at(-1)).toMatchObject({
      action: 'meals.serve',
      reason: '当时没有网',
    })
    expect((await totals()).control).toMatchObject({ records: 1, served: 1 })
  })

  it('in time flags nothing, whatever is said to it', async () => {
    await booked()
    at(morning)
    accepted(await serve(ORDER, { reason: '自己来的' }))
    expect(await cloud.stored('flags')).toEqual([])
  })

  it('is told to the counter with every order: from when, from when with a reason, and until when it is taken back', async () => {
    await booked()
    at(morning)
    const queue = async () =>
      accepted<CounterOrder[]>(
        await cloud.as('o-clerk').call('meals.queue', { stationId: 'st-one', date: DAY }),
      )
    const times = { servableFrom: '2026-11-22T02:30:00.000Z', reasonFrom: '2026-11-22T07:30:00.000Z' }
    expect(await queue()).toMatchObject([{ ...times, undoUntil: null }])
    const served = accepted<CounterOrder>(await serve())
    expect(Date.parse(served.undoUntil ?? '') - morning.getTime()).toBeGreaterThanOrEqual(10_000)
    expect(Date.parse(served.undoUntil ?? '') - morning.getTime()).toBeLessThan(20_000)
    expect((await queue())[0]).toEqual({ ...served, mind: null, clashes: null })
  })

  it('writes one line with what she paid and what each payer owes', async () => {
    await booked()
    at(morning)
    accepted(await serve())
    expect(await entries()).toEqual([
      expect.objectContaining({
        id: `${ORDER}_1`,
        kind: 'served',
        month: '2026-11',
        operatorId: 'op-one',
        elderName: '王*英',
        billed: 1800,
        elderPaid: 1300,
        policyId: 'beijing-meal-2022-03',
        owed: [
          expect.objectContaining({
            payer: 'district',
            rule: 'basic-care-recipient-5-a-day',
            to: 'elder',
            amount: 500,
          }),
          expect.objectContaining({
            payer: 'district',
            rule: 'operator-3-a-day',
            to: 'operator',
            amount: 300,
          }),
        ],
      }),
    ])
    expect((await cloud.one('servedDays', `e-wang_${DAY}`))?.served).toHaveLength(1)
  })

  it('is one line, however often and however fast it is tapped', async () => {
    await booked()
    at(morning)
    const keys = ['key-of-the-first', 'key-of-the-first', 'key-of-another-one', undefined, undefined]
    const replies = await Promise.all(keys.map((key) => serve(ORDER, key ? { key } : {})))
    expect(replies.map(codeOf)).toEqual(keys.map(() => 'accepted'))
    accepted(await serve())
    expect(await entries()).toHaveLength(1)
    expect((await order()).entries).toBe(1)
    expect((await totals()).control).toMatchObject({ records: 1, served: 1, owed: 800 })
  })

  it('refuses what the station has not confirmed, and what was cancelled', async () => {
    const wish = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
    accepted(await cloud.as('o-daughter').call('meals.book', wish))
    accepted(await cloud.as('o-daughter').call('meals.book', { ...wish, sittingId: DINNER }))
    accepted(await cloud.as('o-daughter').call('meals.cancel', { orderId: `${DINNER}_e-wang` }))
    at(morning)
    expect(codeOf(await serve())).toBe('WRONG_STATE')
    expect(codeOf(await serve(`${DINNER}_e-wang`))).toBe('WRONG_STATE')
    expect(await entries()).toEqual([])
    expect(await cloud.stored('servedDays')).toEqual([])
  })

  it.each(['o-other-clerk', 'o-daughter', 'o-wang', 'o-supervisor', 'o-coordinator'])(
    'is not for %s',
    async (openid) => {
      await booked()
      at(morning)
      expect(codeOf(await cloud.as(openid).call('meals.serve', { orderId: ORDER }))).toBe('FORBIDDEN')
      expect(await entries()).toEqual([])
    },
  )

  it('gives the operator’s own subsidy once for a person and day, across two stations', async () => {
    await booked()
    await booked(DINNER_AT_TWO)
    at('2026-11-22T10:00:00Z')
    accepted(await serveLate())
    accepted(await serve(`${DINNER_AT_TWO}_e-wang`))
    expect((await totals()).owed.map(({ rule, amount }) => [rule, amount])).toEqual([
      ['basic-care-recipient-5-a-day', 500],
      ['operator-3-a-day', 300],
    ])
    expect(await totals('2026-11', 'op-two')).toMatchObject({
      owed: [],
      control: { records: 1, billed: 1800, elderPaid: 1800, owed: 0 },
    })
  })

  it('gives it again on the next day', async () => {
    const nextDay = 'st-one_2026-11-23_lunch'
    await begin({
      sittings: [
        ...sittings,
        aSitting({
          id: nextDay,
          date: '2026-11-23',
          startsAt: '2026-11-23T03:30:00.000Z',
          cutoffAt: '2026-11-23T01:00:00.000Z',
        }),
      ],
    })
    await booked()
    await booked(nextDay)
    at('2026-11-23T04:00:00Z')
    accepted(await serveLate())
    accepted(await serve(`${nextDay}_e-wang`))
    expect((await totals()).owed).toContainEqual(
      expect.objectContaining({ rule: 'operator-3-a-day', meals: 2, amount: 600 }),
    )
  })

  it('settles a meal in the month in which it is written down once the books of its own are closed', async () => {
    await booked()
    at('2026-12-05T15:59:50Z')
    expect(await totals()).toMatchObject({ isClosed: false, closesOn: '2026-12-06' })
    at('2026-12-05T16:00:00Z')
    accepted(await serveLate())
    expect(await totals()).toMatchObject({ isClosed: true, control: { records: 0, owed: 0 } })
    expect((await totals('2026-12')).control).toMatchObject({ records: 1, owed: 800 })
  })
})

describe('meals.unserve', () => {
  const servedLunch = async () => {
    await booked()
    at(morning)
    accepted(await serve())
  }

  it('takes the line back with an equal one, in the same month while its books are open', async () => {
    await servedLunch()
    accepted(await unserve())
    const [first, second] = await entries()
    expect(second).toMatchObject({
      id: `${ORDER}_2`,
      kind: 'reversed',
      month: '2026-11',
      billed: -1800,
      elderPaid: -1300,
    })
    expect(second?.owed.map(({ amount }) => amount)).toEqual(first?.owed.map(({ amount }) => -amount))
    expect(await totals()).toMatchObject({
      owed: [
        { rule: 'basic-care-recipient-5-a-day', meals: 0, amount: 0 },
        { rule: 'operator-3-a-day', meals: 0, amount: 0 },
      ],
      control: { records: 2, served: 1, reversed: 1, billed: 0, elderPaid: 0, owed: 0 },
    })
    expect((await cloud.one('servedDays', `e-wang_${DAY}`))?.served).toEqual([])
    expect(await order()).toMatchObject({ state: 'confirmed', reason: '点错了人', elderPays: 1300 })
    expect(await usesOfDay()).toHaveLength(1)
  })

  it('is ticked off again under a policy that is stored as it was written, without what may be left out', async () => {
    const { discounts: _, delivery: __, ...written } = aMealPolicy()
    const scene = aNeighbourhood({ sittings, stations, policies: [written as PolicyRecord] })
    await cloud.restock(scene, anHourLater)
    await booked()
    at(morning)
    accepted(await serve())
    accepted(await unserve())
    accepted(await serve())
    expect(await order()).toMatchObject({ state: 'served', elderPays: 1300 })
    expect(await usesOfDay()).toHaveLength(1)
  })

  it('is done once, however often it is tapped', async () => {
    await servedLunch()
    const replies = await Promise.all([unserve(), unserve(), unserve(ORDER, { key: 'key-of-a-double-tap' })])
    expect(replies.map(codeOf)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(await entries()).toHaveLength(2)
    expect((await order()).entries).toBe(2)
  })

  it.each([
    ['right away', 0, 'accepted'],
    ['tapped in time and long on its way', 25, 'accepted'],
    ['later', 60, 'REASON_MISSING'],
  ])('without a reason %s is %s', async (_, seconds, code) => {
    await servedLunch()
    at(new Date(morning.getTime() + seconds * 1000))
    const before = await everything()
    expect(codeOf(await unserve(ORDER, { reason: undefined }))).toBe(code)
    if (code === 'accepted') expect(await order()).toMatchObject({ state: 'confirmed', reason: null })
    else expect(await everything()).toEqual(before)
  })

  it.each([
    ['not yet written down', false],
    ['taken back already', true],
  ])('refuses an order that is %s', async (_, isUnserved) => {
    await booked()
    at(morning)
    if (isUnserved) {
      accepted(await serve())
      accepted(await unserve())
    }
    const before = await everything()
    expect(codeOf(await unserve(ORDER, { reason: '另一个原因' }))).toBe('WRONG_STATE')
    expect(await everything()).toEqual(before)
  })

  it('reverses in the next open month once the books are closed: the closed month does not change by a fen', async () => {
    await servedLunch()
    at('2026-12-06T04:00:00Z')
    const closed = await totals()
    expect(closed).toMatchObject({ isClosed: true, control: { records: 1, owed: 800 } })
    accepted(await unserve())
    expect(await totals()).toEqual(closed)
    expect((await totals('2026-12')).control).toEqual({
      records: 1,
      served: 0,
      reversed: 1,
      billed: -1800,
      elderPaid: -1300,
      owed: -800,
    })

    accepted(await serveLate())
    expect(await totals()).toEqual(closed)
    expect((await totals('2026-12')).control).toMatchObject({ records: 2, billed: 0, owed: 0 })
  })

  it('reverses in the month of the meal on the last day on which its books are open', async () => {
    await servedLunch()
    at('2026-12-05T15:59:50Z')
    accepted(await unserve())
    expect((await totals()).control).toMatchObject({ records: 2, owed: 0 })
    expect((await totals('2026-12')).control.records).toBe(0)
  })

  it('lets the meal be served again, at the same price, as a third line', async () => {
    await servedLunch()
    accepted(await unserve())
    accepted(await serve())
    expect((await entries()).map(({ id, kind }) => [id, kind])).toEqual([
      [`${ORDER}_1`, 'served'],
      [`${ORDER}_2`, 'reversed'],
      [`${ORDER}_3`, 'served'],
    ])
    expect(await order()).toMatchObject({ state: 'served', elderPays: 1300, entries: 3 })
    expect((await totals()).control).toEqual({
      records: 3,
      served: 2,
      reversed: 1,
      billed: 1800,
      elderPaid: 1300,
      owed: 800,
    })
    expect(await usesOfDay()).toHaveLength(1)
  })

  it('keeps the day’s subsidy with the meal that was promised at its price: dinner costs the full one', async () => {
    await begin({
      sittings: [aSitting(), aSitting({ id: DINNER, ...dinner, cutoffAt: '2026-11-22T06:30:00.000Z' })],
    })
    await servedLunch()
    accepted(await unserve())
    expect(await usesOfDay()).toHaveLength(1)
    expect((await booked(DINNER)).elderPays).toBe(1800)

    accepted(await serve())
    expect(await order()).toMatchObject({ state: 'served', elderPays: 1300 })
    at('2026-11-22T10:00:00Z')
    accepted(await serve(`${DINNER}_e-wang`))
    const { owed, control } = await totals()
    expect(owed).toContainEqual(
      expect.objectContaining({ rule: 'basic-care-recipient-5-a-day', meals: 1, amount: 500 }),
    )
    expect(control.billed).toBe(control.elderPaid + 500)
    expect(await usesOfDay()).toHaveLength(1)
  })

  it.each(['o-other-clerk', 'o-daughter', 'o-supervisor'])('is not for %s', async (openid) => {
    await servedLunch()
    const wish = { orderId: ORDER, reason: '点错了人' }
    expect(codeOf(await cloud.as(openid).call('meals.unserve', wish))).toBe('FORBIDDEN')
    expect(await entries()).toHaveLength(1)
  })
})

describe('what the operator receives once for a person and day', () => {
  const bothServed = async () => {
    await booked()
    await booked(DINNER_AT_TWO)
    at('2026-11-22T10:00:00Z')
    accepted(await serveLate())
    accepted(await serve(`${DINNER_AT_TWO}_e-wang`))
  }
  const owedTo = async (operatorId: string) =>
    (await totals('2026-11', operatorId)).owed
      .filter(({ to }) => to === 'operator')
      .reduce((sum, { amount }) => sum + amount, 0)

  it('goes to the other station once the first meal is taken back', async () => {
    await bothServed()
    expect([await owedTo('op-one'), await owedTo('op-two')]).toEqual([300, 0])
    accepted(await unserve())
    expect([await owedTo('op-one'), await owedTo('op-two')]).toEqual([0, 300])
  })

  it('stays there when the first meal is served again', async () => {
    await bothServed()
    accepted(await unserve())
    accepted(await serveLate())
    expect([await owedTo('op-one'), await owedTo('op-two')]).toEqual([0, 300])
  })

  it('is owed to nobody once both are taken back', async () => {
    await bothServed()
    accepted(await unserve())
    accepted(await unserve(`${DINNER_AT_TWO}_e-wang`))
    expect([await owedTo('op-one'), await owedTo('op-two')]).toEqual([0, 0])
  })
})

describe('the ledger after any row of servings and corrections', () => {
  const NEXT = 'st-one_2026-11-23_lunch'
  const next = aSitting({
    id: NEXT,
    date: '2026-11-23',
    startsAt: '2026-11-23T03:30:00.000Z',
    cutoffAt: '2026-11-23T01:00:00.000Z',
    cancelUntil: '2026-11-23T01:00:00.000Z',
  })
  const orderIds = [LUNCH, DINNER_AT_TWO, NEXT].map((id) => `${id}_e-wang`)

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
      for (const id of [LUNCH, DINNER_AT_TWO, NEXT]) await booked(id)
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

const wish = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }

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
        const seats = (await cloud.one('sittings', LUNCH))?.seatsLeft
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

describe('meals.switchMode', () => {
  const switchTo = (mode: string, own: object = {}) =>
    cloud.as('o-daughter').call('meals.switchMode', { orderId: ORDER, mode, ...own })
  const places = async () => {
    const sitting = await cloud.one('sittings', LUNCH)
    return [sitting?.seatsLeft, sitting?.portionsLeft]
  }

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

  it.each([
    ['after the cut-off', '2026-11-22T01:00:00Z', 'BOOKING_CLOSED'],
    ['right before it', '2026-11-22T00:59:50Z', 'accepted'],
  ])('%s is %s', async (_, instant, code) => {
    await booked()
    at(instant)
    expect(codeOf(await switchTo('takeAway'))).toBe(code)
  })

  it('is refused for an order that was cancelled', async () => {
    await booked()
    accepted(await cloud.as('o-daughter').call('meals.cancel', { orderId: ORDER }))
    expect(codeOf(await switchTo('takeAway'))).toBe('WRONG_STATE')
    expect(await places()).toEqual([20, 10])
  })

  it.each([
    ['her clerk', 'o-clerk', 'accepted'],
    ['herself', 'o-wang', 'accepted'],
    ['a relative who may only look', 'o-viewer', 'FORBIDDEN'],
    ['another station', 'o-other-clerk', 'FORBIDDEN'],
  ])('by %s: %s is %s', async (_, openid, code) => {
    await booked()
    expect(
      codeOf(await cloud.as(openid).call('meals.switchMode', { orderId: ORDER, mode: 'takeAway' })),
    ).toBe(code)
  })
})

describe('meals.changeSet', () => {
  const changeTo = (setId: string, own: object = {}, openid = 'o-daughter') =>
    cloud.as(openid).call('meals.changeSet', { orderId: ORDER, setId, ...own })
  const places = async () => {
    const sitting = await cloud.one('sittings', LUNCH)
    return [sitting?.seatsLeft, sitting?.portionsLeft]
  }

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

  it.each([
    ['after the cut-off', '2026-11-22T01:00:00Z', 'BOOKING_CLOSED'],
    ['right before it', '2026-11-22T00:59:50Z', 'accepted'],
  ])('%s is %s', async (_, instant, code) => {
    await booked()
    at(instant)
    expect(codeOf(await changeTo('greens'))).toBe(code)
  })

  it('is refused for an order that was cancelled', async () => {
    await booked()
    accepted(await cloud.as('o-daughter').call('meals.cancel', { orderId: ORDER }))
    expect(codeOf(await changeTo('greens'))).toBe('WRONG_STATE')
  })
})
