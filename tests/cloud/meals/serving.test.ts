import type { PolicyRecord } from '../../../cloudfunctions/_domain/policies/records'
import type { CounterOrder } from '../../../types/meals/orders'
import { aLunchOn, aMealPolicy, aSitting, NOW } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'
import {
  countersOf,
  DAY,
  DINNER,
  DINNER_AT_TWO,
  dinner,
  morning,
  ORDER,
  sittings,
  stations,
  wish,
} from './counters'

/** Policies are trusted for a minute. */
const anHourLater = new Date(NOW.getTime() + 3_600_000)

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => begin())
afterAll(() => cloud.close())

const { begin, at, booked, serve, serveLate, unserve, order, entries, usesOfDay, totals, everything } =
  countersOf(() => cloud)

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
    const next = aLunchOn('2026-11-23')
    await begin({ sittings: [...sittings, next] })
    await booked()
    await booked(next.id)
    at('2026-11-23T04:00:00Z')
    accepted(await serveLate())
    accepted(await serve(`${next.id}_e-wang`))
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
