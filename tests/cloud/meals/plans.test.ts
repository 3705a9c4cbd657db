import type { PlanRecord } from '../../../cloudfunctions/_domain/meals/planning/records'
import { addDays, weekdayOf } from '../../../types/days'
import type { Trial } from '../../../types/meals/misfits'
import type { KeptPlan, StationPlans } from '../../../types/meals/plans'
import { pageSize } from '../../../types/paging'
import { anOrder, aStation, TODAY } from '../../domain/builders'
import { aMenu, aPlan } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'
import { writing } from '../plan-wish'
import { watchQuestions } from '../questions'

const unserved = watchQuestions()
let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

/** A Monday, on which lunch is served by the plan; it is Saturday, eight in the morning. */
const MONDAY = '2026-11-23'
const seats = (n: number) => [{ id: 'a', name: '窗边的桌子', seats: n, wheelchairs: 0 }]

const scene = (own: Stock = {}) =>
  cloud.restock(
    aNeighbourhood({
      stations: [aStation({ kitchenId: 'k-one', kitchenName: '一号厨房' }), aStation({ id: 'st-two' })],
      plans: [aPlan()],
      menus: ['2026-11-16', MONDAY, '2026-11-30'].map((week) => aMenu(week)),
      sittings: [],
      ...own,
    }),
  )
const manager = () => cloud.as('o-manager')
const change = (wish: object, seen: number | null = null, more: object = {}) =>
  manager().call('meals.changePlan', { stationId: 'st-one', change: wish, seen, ...more })
const trial = async (wish: object, more: object = {}) =>
  accepted<Trial>(
    await manager().call('meals.tryPlan', { stationId: 'st-one', change: wish, seen: null, ...more }),
  )
const kept = async () => {
  const told = await Promise.all(
    (['lunch', 'dinner'] as const).map((slot) =>
      manager().call('meals.plans', { stationId: 'st-one', slot }),
    ),
  )
  const plans = told.flatMap((one) => accepted<StationPlans>(one).plans)
  return plans.map(({ slot, from, until, stands, rev }) => [slot, from, until, stands, rev])
}

/** So many lunches of a day in the order in which they were booked. */
const lunches = (date: string, many: number, own: Parameters<typeof anOrder>[0] = {}) =>
  Array.from({ length: many }, (_, nth) => {
    const who = `e-${String(nth).padStart(3, '0')}`
    return anOrder({
      ...{ id: `st-one_${date}_lunch_${who}`, sittingId: `st-one_${date}_lunch`, elderId: who, date },
      startsAt: `${date}T03:30:00.000Z`,
      setId: 'fish-set',
      placedAt: `2026-11-20T01:00:00.${String(nth).padStart(3, '0')}Z`,
      ...own,
    })
  })

describe('meals.plans', () => {
  it('tells what is in force, coming and over, until when, and who cooks', async () => {
    const plans = [
      aPlan(),
      aPlan({ from: '2026-10-01', rev: 3 }),
      aPlan({ from: '2026-12-01', weekdays: [] }),
      aPlan({ from: '2026-12-05', isTakenBack: true }),
      aPlan({ slot: 'dinner', startsAt: '17:00', from: '2026-11-24' }),
      aPlan({ stationId: 'st-two' }),
    ]
    await scene({ plans })
    expect(await kept()).toEqual([
      ['lunch', '2026-12-01', null, 'coming', 1],
      ['lunch', '2026-10-01', '2026-11-30', 'inForce', 3],
      ['lunch', '2026-01-01', '2026-09-30', 'over', 1],
      ['dinner', '2026-11-24', null, 'coming', 1],
    ])
    const told = accepted<StationPlans>(
      await manager().call('meals.plans', { stationId: 'st-one', slot: 'lunch' }),
    )
    expect(told).toMatchObject({
      kitchen: { id: 'k-one', name: '一号厨房' },
      arrangedUntil: '2026-12-31',
      beyond: null,
    })
  })

  it.each([
    ['2026-12-17', null],
    ['2026-12-18', 'law'],
    ['2027-12-18', 'weekday'],
  ])('says on %s what days count by that nobody has announced: %s', async (today, beyond) => {
    await scene()
    cloud.emulator.clock.set(new Date(`${today}T08:00:00+08:00`))
    const told = await manager().call('meals.plans', { stationId: 'st-one', slot: 'lunch' })
    expect(accepted(told)).toMatchObject({ beyond })
  })

  it('says of a station for which nobody cooks that it has no kitchen', async () => {
    await scene({ stations: [aStation()] })
    const told = await manager().call('meals.plans', { stationId: 'st-one', slot: 'lunch' })
    expect(accepted(told)).toMatchObject({ kitchen: null })
  })
})

describe('meals.changePlan', () => {
  it('writes a plan for a date to come, which its manager did, and leaves the sittings to be aligned', async () => {
    await scene()
    const wish = writing({ from: MONDAY, tables: seats(3), reserve: 1 })
    expect(accepted<KeptPlan>(await change(wish))).toMatchObject({ rev: 1, stands: 'coming', until: null })
    expect(await cloud.one('plans', `st-one_${MONDAY}_lunch`)).toMatchObject({
      ...{ stationId: 'st-one', district: 'quiet', reserve: 1, rev: 1 },
    })
    expect(await cloud.stored('auditLog')).toMatchObject([
      { action: 'meals.changePlan', openid: 'o-manager', elderId: null, about: 'write' },
    ])
  })

  it('does so once, however often it is sent, and refuses another wish with the same key', async () => {
    await scene()
    const wish = writing({ from: MONDAY })
    for (const more of [{}, {}, { key: 'once-and-for-all' }, { key: 'once-and-for-all' }])
      expect(accepted<KeptPlan>(await change(wish, null, more)).rev).toBe(1)
    const other = await change(writing({ from: MONDAY, portions: 1 }), 1, { key: 'once-and-for-all' })
    expect(codeOf(other)).toBe('KEY_REUSED')
  })

  it('never writes over what somebody else has written meanwhile', async () => {
    await scene()
    accepted(await change(writing({ from: MONDAY, portions: 5 })))
    const before = cloud.state()
    for (const seen of [null, 7]) {
      const reply = await change(writing({ from: MONDAY, portions: 6 }), seen)
      expect(reply).toMatchObject({ ok: false, code: 'PLAN_CHANGED', detail: { rev: 1 } })
    }
    expect(cloud.state()).toEqual(before)
    expect(accepted<KeptPlan>(await change(writing({ from: MONDAY, portions: 6 }), 1)).rev).toBe(2)
  })

  it('lets one of two managers win who write at once', async () => {
    await scene()
    const wishes = [5, 6, 7, 8].map((portions) => change(writing({ from: MONDAY, portions })))
    expect((await Promise.all(wishes)).map(codeOf).sort()).toEqual([
      ...['PLAN_CHANGED', 'PLAN_CHANGED', 'PLAN_CHANGED', 'accepted'],
    ])
    expect(await cloud.one('plans', `st-one_${MONDAY}_lunch`)).toMatchObject({ rev: 1 })
  })

  it('ends what is served, and takes back what has not begun', async () => {
    await scene()
    const end = { act: 'end', slot: 'lunch', from: MONDAY }
    expect(accepted(await change(end))).toMatchObject({ weekdays: [], portions: 8, rev: 1 })
    expect(await kept()).toEqual([
      ['lunch', MONDAY, null, 'coming', 1],
      ['lunch', '2026-01-01', '2026-11-22', 'inForce', 1],
    ])
    const back = { act: 'takeBack', slot: 'lunch', from: MONDAY }
    expect(accepted(await change(back, 1))).toMatchObject({ stands: 'takenBack', rev: 2 })
    expect(accepted(await change(back, 1))).toMatchObject({ stands: 'takenBack', rev: 2 })
    expect(await kept()).toEqual([['lunch', '2026-01-01', null, 'inForce', 1]])
    expect(accepted(await change(writing({ from: MONDAY })))).toMatchObject({ rev: 3 }) // no basis names two plans
    expect(codeOf(await change(back, 1))).toBe('PLAN_CHANGED')
  })

  it.each([
    ['to end', { act: 'end', slot: 'dinner', from: MONDAY }],
    ['to take back', { act: 'takeBack', slot: 'lunch', from: MONDAY }],
  ])('finds nothing %s', async (_, wish) => {
    await scene()
    expect(codeOf(await change(wish))).toBe('NOT_FOUND')
  })

  it.each<[string, Partial<PlanRecord>]>([
    ['places', { tables: seats(290), portions: 11 }],
    ['reserve', { tables: seats(3), reserve: 4 }],
    ['times', { bookUntil: { daysBefore: 0, time: '11:31' } }],
  ])('says what does not agree: %s', async (fault, own) => {
    await scene()
    const reply = await change(writing({ from: MONDAY, ...own }))
    expect(reply).toMatchObject({ ok: false, code: 'PLAN_FAULTY', detail: { fault } })
    expect(await cloud.stored('plans')).toHaveLength(1)
  })

  it('takes no more plans that are yet to begin than anybody looks through', async () => {
    const plans = Array.from({ length: 6 }, (_, nth) => aPlan({ from: addDays('2027-01-01', nth) }))
    await scene({ plans: [aPlan(), ...plans] })
    const reply = await change(writing({ from: MONDAY }))
    expect(reply).toMatchObject({ code: 'PLAN_FAULTY', detail: { fault: 'tooMany' } })
  })

  it('loses sight of nothing in force behind whatever was taken back', async () => {
    const gone = Array.from({ length: 30 }, (_, nth) =>
      aPlan({ from: addDays('2026-12-01', nth), isTakenBack: true, rev: 2 }),
    )
    await scene({ plans: [aPlan(), ...gone], mealOrders: lunches(MONDAY, 1) })
    expect(await kept()).toEqual([['lunch', '2026-01-01', null, 'inForce', 1]])
    expect((await trial({ act: 'end', slot: 'lunch', from: MONDAY })).count).toBe(1)
  })

  it('keeps as many tables as one sitting can have, in one request and one reply of its plans', async () => {
    const tables = (many: number) =>
      Array.from({ length: many }, (_, nth) => ({
        id: `${'t'.repeat(37)}${nth}`,
        name: '桌'.repeat(40),
        seats: 7,
        wheelchairs: 7,
      }))
    await scene()
    for (let nth = 0; nth < 6; nth++) {
      const wish = writing({ from: addDays(MONDAY, nth), tables: tables(40) })
      expect(Buffer.byteLength(JSON.stringify(wish))).toBeLessThan(20_000)
      accepted(await change(wish))
    }
    const told = await manager().call('meals.plans', { stationId: 'st-one', slot: 'lunch' })
    expect(Buffer.byteLength(JSON.stringify(told))).toBeLessThan(100_000)
    expect(codeOf(await change(writing({ from: MONDAY, tables: tables(41) }), 1))).toBe('BAD_INPUT')
  })

  describe('for the future only', () => {
    const everyDay = [1, 2, 3, 4, 5, 6, 7]
    const at = (instant: string) => cloud.emulator.clock.set(new Date(instant))

    it.each([
      ['before the cut-off of nine', '2026-11-21T00:59:00Z', 'accepted'],
      ['at the cut-off', '2026-11-21T01:00:00Z', 'PLAN_TOO_LATE'],
      ['after it', '2026-11-21T05:00:00Z', 'PLAN_TOO_LATE'],
    ])('begins today %s: %s', async (_, instant, code) => {
      await scene({ plans: [aPlan({ weekdays: everyDay })] })
      at(instant)
      expect(codeOf(await change(writing({ from: TODAY, weekdays: [], portions: 1 })))).toBe(code)
    })

    it('begins today where nothing was served and the new cut-off is ahead', async () => {
      await scene()
      const of = (time: string) =>
        writing({ from: TODAY, weekdays: everyDay, bookUntil: { daysBefore: 0, time } })
      expect(await change(of('08:00'))).toMatchObject({
        code: 'PLAN_TOO_LATE',
        detail: { earliest: '2026-11-22' },
      })
      expect(codeOf(await change(of('08:01')))).toBe('accepted')
    })

    it('names the first date of which nothing is past its cut-off, where that is days before', async () => {
      const bookUntil = { daysBefore: 3, time: '12:00' }
      await scene({ plans: [aPlan({ weekdays: everyDay, bookUntil, cancelUntil: bookUntil })] })
      const reply = await change(writing({ from: '2026-11-22' }))
      expect(reply).toMatchObject({ code: 'PLAN_TOO_LATE', detail: { earliest: '2026-11-24' } })
      expect(codeOf(await change(writing({ from: '2026-11-24' })))).toBe('accepted')
    })

    it('takes nothing back of which a meal is past its cut-off', async () => {
      await scene({ plans: [aPlan(), aPlan({ from: TODAY, weekdays: everyDay })] })
      const back = { act: 'takeBack', slot: 'lunch', from: TODAY }
      at('2026-11-21T02:00:00Z')
      expect(codeOf(await change(back, 1))).toBe('PLAN_TOO_LATE')
      at('2026-11-21T00:30:00Z')
      expect(codeOf(await change(back, 1))).toBe('accepted')
    })

    it.each([
      ['yesterday', '2026-11-20', 'PLAN_TOO_LATE'],
      ['in a year', '2027-11-22', 'accepted'],
      ['later than that', '2027-11-23', 'DATE_TOO_FAR'],
    ])('begins %s: %s is %s', async (_, from, code) => {
      await scene()
      expect(codeOf(await change(writing({ from })))).toBe(code)
    })
  })
})

describe('meals.tryPlan', () => {
  it('writes nothing, and tells the days that change and who would not fit', async () => {
    const mealOrders = [
      ...lunches(MONDAY, 3),
      ...lunches('2026-11-24', 1, { mode: 'takeAway', state: 'confirmed' }),
    ]
    await scene({ mealOrders })
    const before = cloud.state()
    const told = await trial(writing({ from: MONDAY, tables: seats(2), weekdays: [1, 3, 4, 5] }))
    expect(cloud.state()).toEqual(before)
    expect(told.count).toBe(2)
    expect(told.next).toBeNull()
    expect(told.misfits).toMatchObject([
      { elderId: 'e-002', date: MONDAY, why: 'seats', state: 'placed', ways: ['ring', 'refuse', 'cancel'] },
      { elderId: 'e-000', date: '2026-11-24', why: 'day', state: 'confirmed', ways: ['ring', 'cancel'] },
    ])
    expect(told.days).toHaveLength(10) // two weeks of workdays
    expect(told.days.slice(0, 2)).toMatchObject([
      { date: MONDAY, slot: 'lunch', before: { seats: 12 }, after: { seats: 2 } },
      { date: '2026-11-24', before: { seats: 12 }, after: null },
    ])
  })

  it('leaves out who does not fit already', async () => {
    await scene({ mealOrders: [...lunches(MONDAY, 1), ...lunches('2026-11-29', 1)] })
    expect(weekdayOf('2026-11-29')).toBe(7)
    const told = await trial({ act: 'end', slot: 'lunch', from: MONDAY })
    expect(told.misfits.map(({ date }) => date)).toEqual([MONDAY])
  })

  it('refuses what could not be written', async () => {
    await scene()
    const tried = { stationId: 'st-one', change: writing({ from: '2026-11-20' }), seen: null }
    expect(codeOf(await manager().call('meals.tryPlan', tried))).toBe('PLAN_TOO_LATE')
  })

  it('goes over everybody page by page with a true count on each', async () => {
    const many = pageSize.misfits + 5
    const mealOrders = [...lunches(MONDAY, many), ...lunches('2026-11-24', many)]
    await scene({ mealOrders, plans: [aPlan({ tables: seats(many) })] })
    const wish = { act: 'end', slot: 'lunch', from: MONDAY }
    const seen: string[] = []
    let after: string | undefined
    do {
      const told = await trial(wish, after === undefined ? {} : { after })
      expect(told.count).toBe(2 * many)
      seen.push(...told.misfits.map(({ orderId }) => orderId))
      after = told.next ?? undefined
    } while (after !== undefined)
    expect(seen).toEqual([...seen].sort())
    expect(new Set(seen).size).toBe(2 * many)
  })
})

describe('whatever the database was asked until here', () => {
  it('was served by indexes', () => {
    expect(unserved()).toEqual([])
  })
})
