import { sealedPhone } from '../../../cloudfunctions/_shell/sealed-parts'
import { functionVariables } from '../../../emulator/function-variables'
import { addDays } from '../../../types/days'
import type { Misfits, Trial } from '../../../types/meals/misfits'
import { pageSize } from '../../../types/paging'
import type { Closure, Station } from '../../../types/stations'
import { anElder, anOrder, aSitting, aStation, LUNCH, TODAY, TOMORROW } from '../../domain/builders'
import { aMenu, aPlan } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'
import { watchQuestions } from '../questions'

Object.assign(process.env, functionVariables({})) // so that what is sealed here can be opened by the functions

const unserved = watchQuestions()
let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

/** A Monday; it is Saturday, eight in the morning. */
const MONDAY = '2026-11-23'
const TUESDAY = '2026-11-24'
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const seats = (n: number) => [{ id: 'a', name: '窗边的桌子', seats: n, wheelchairs: 0 }]
const leak = { reason: '水管漏水' }

const lunch = (date: string, nth: number, own: Parameters<typeof anOrder>[0] = {}) => {
  const who = `e-${String(nth).padStart(3, '0')}`
  return anOrder({
    ...{ id: `st-one_${date}_lunch_${who}`, sittingId: `st-one_${date}_lunch`, elderId: who, date },
    ...{ startsAt: `${date}T03:30:00.000Z`, cancelUntil: `${date}T01:00:00.000Z` },
    setId: 'fish-set',
    placedAt: `2026-11-20T01:00:00.${String(nth).padStart(3, '0')}Z`,
    ...own,
  })
}
const lunches = (date: string, many: number) => Array.from({ length: many }, (_, nth) => lunch(date, nth))
const scene = ({ closures = [] as Closure[], ...own }: Stock & { closures?: Closure[] } = {}) =>
  cloud.restock(
    aNeighbourhood({
      stations: [aStation({ kitchenId: 'k-one', closures }), aStation({ id: 'st-two' })],
      plans: [aPlan({ weekdays: everyDay })],
      menus: [aMenu('2026-11-16'), aMenu(MONDAY)],
      ...own,
    }),
  )
const manager = () => cloud.as('o-manager')
const at = { stationId: 'st-one' }
const close = (days: object) => manager().call('meals.close', { ...at, ...leak, ...days })
const reopen = (from: string) => manager().call('meals.reopen', { ...at, from })
const shown = async () => accepted<Station>(await cloud.as(null).call('stations.show', at)).opening.closure
const found = async (after?: string) =>
  accepted<Misfits>(await manager().call('meals.misfits', { ...at, ...(after !== undefined && { after }) }))
const listed = async () => (await found()).misfits.map(({ elderId, date, why }) => [elderId, date, why])

describe('meals.close', () => {
  it('closes a station, at once for the directory, and drops nobody', async () => {
    await scene({ mealOrders: lunches(TODAY, 2) })
    expect(await shown()).toBeNull()
    const days = { from: TODAY, to: TOMORROW }
    expect(accepted(await close(days))).toEqual([{ ...days, ...leak }])
    expect(await shown()).toEqual({ until: TOMORROW, ...leak })
    expect((await cloud.stored('mealOrders')).map(({ state }) => state)).toEqual(['placed', 'placed'])
    expect(await listed()).toEqual([
      ['e-000', TODAY, 'closed'],
      ['e-001', TODAY, 'closed'],
    ])
    expect(await cloud.stored('auditLog')).toMatchObject([
      { action: 'meals.close', openid: 'o-manager', reason: leak.reason },
    ])
  })

  it('sells nothing on these days', async () => {
    await scene()
    accepted(await close({ from: TOMORROW, to: TOMORROW }))
    const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
    expect(codeOf(await cloud.as('o-daughter').call('meals.book', meal))).toBe('BOOKING_CLOSED')
  })

  it('is written once, and keeps what others write at the same time', async () => {
    await scene()
    const days = { from: TUESDAY, to: TUESDAY }
    const replies = await Promise.all(
      [days, days, { from: MONDAY, to: MONDAY }, { from: '2026-12-01', to: '2026-12-02' }].map(close),
    )
    expect(replies.map(codeOf)).toEqual(['accepted', 'accepted', 'accepted', 'accepted'])
    const told = accepted<Closure[]>(await manager().call('meals.closures', at))
    expect(told.map(({ from }) => from)).toEqual([MONDAY, TUESDAY, '2026-12-01'])
    expect(await cloud.one('stations', 'st-one')).toMatchObject({ closuresRev: 3, isAligned: true })
  })

  it('tells another reason for the same days', async () => {
    await scene()
    const days = { from: TUESDAY, to: TUESDAY }
    accepted(await close(days))
    expect(accepted(await close({ ...days, reason: '装修' }))).toEqual([{ ...days, reason: '装修' }])
  })

  it.each([
    ['yesterday', { from: '2026-11-20', to: TODAY }, 'DATE_PAST'],
    ['the last day before the first', { from: TUESDAY, to: MONDAY }, 'BAD_INPUT'],
    ['longer than a year', { from: TUESDAY, to: '2027-11-23' }, 'DATE_TOO_FAR'],
    ['no reason', { from: TUESDAY, to: TUESDAY, reason: '' }, 'BAD_INPUT'],
  ])('refuses %s', async (_, days, code) => {
    await scene()
    const before = cloud.state()
    expect(codeOf(await close(days))).toBe(code)
    expect(cloud.state()).toEqual(before)
  })

  it('holds no more closures than anybody reads, and forgets those that are long over', async () => {
    const old = { from: '2024-01-01', to: '2024-01-02', ...leak }
    const many = Array.from({ length: 30 }, (_, nth) => ({
      from: addDays(MONDAY, nth),
      to: addDays(MONDAY, nth),
      ...leak,
    }))
    await scene({ closures: [old, ...many] })
    expect(codeOf(await close({ from: TODAY, to: TODAY }))).toBe('CLOSURES_FULL')
    accepted(await reopen(MONDAY))
    accepted(await close({ from: TODAY, to: TODAY }))
    const station = await cloud.one('stations', 'st-one')
    expect(station?.closures).toHaveLength(30)
    expect(station?.closures).not.toContainEqual(old)
  })
})

describe('meals.reopen', () => {
  const week = { from: TODAY, to: '2026-11-27', ...leak }

  it('opens earlier, and what was closed until then stays written', async () => {
    await scene({ closures: [week], mealOrders: [...lunches(TODAY, 1), ...lunches(TUESDAY, 1)] })
    expect(accepted(await reopen(TUESDAY))).toEqual([{ ...week, to: MONDAY }])
    expect(await listed()).toEqual([['e-000', TODAY, 'closed']])
    expect(await shown()).toMatchObject({ until: MONDAY })
  })

  it('takes back what has not begun, and today at once', async () => {
    const later = { ...week, from: MONDAY }
    await scene({ closures: [later] })
    expect(accepted(await reopen(MONDAY))).toEqual([])
    await scene({ closures: [week] })
    expect(accepted(await reopen(TODAY))).toEqual([])
    expect(await shown()).toBeNull()
  })

  it('changes nothing where it is open, and nothing of the past', async () => {
    await scene({ closures: [{ ...week, from: TUESDAY }] })
    const before = cloud.state()
    expect(accepted(await reopen(MONDAY))).toHaveLength(1)
    expect(codeOf(await reopen('2026-11-20'))).toBe('DATE_PAST')
    expect(cloud.state()).toEqual(before)
  })
})

describe('meals.tryClosing', () => {
  it('tells who is booked then, and writes nothing', async () => {
    await scene({
      closures: [{ from: TOMORROW, to: TOMORROW, ...leak }],
      mealOrders: [...lunches(TOMORROW, 1), ...lunches(MONDAY, 2), ...lunches(TUESDAY, 1)],
    })
    const before = cloud.state()
    const told = accepted<Trial>(
      await manager().call('meals.tryClosing', { ...at, from: TOMORROW, to: MONDAY }),
    )
    expect(cloud.state()).toEqual(before)
    expect(told.count).toBe(2)
    expect(told.misfits).toMatchObject([
      { elderId: 'e-000', date: MONDAY, why: 'closed' },
      { elderId: 'e-001', date: MONDAY, why: 'closed' },
    ])
    expect(told.days).toMatchObject([{ date: MONDAY, slot: 'lunch', before: { seats: 12 }, after: null }])
  })
})

describe('meals.misfits', () => {
  it('finds nobody where everybody fits, nor at a station for which nobody has written a plan', async () => {
    const mealOrders = lunches(MONDAY, 3)
    await scene({ mealOrders })
    expect(await found()).toEqual({ count: 0, misfits: [], next: null })
    await scene({ mealOrders: [...mealOrders, ...lunches(TUESDAY, 40)], plans: [] })
    expect((await found()).count).toBe(0)
  })

  it('names every cause, the next meals first, and of a day those who would come in vain', async () => {
    await scene({
      closures: [{ from: TUESDAY, to: TUESDAY, ...leak }],
      plans: [
        aPlan({ weekdays: everyDay, tables: seats(1), portions: 1, modes: ['dineIn', 'takeAway'] }),
        aPlan({ from: '2026-11-25', weekdays: [] }),
      ],
      mealOrders: [
        lunch(MONDAY, 1),
        lunch(MONDAY, 2),
        lunch(MONDAY, 3, { mode: 'takeAway' }),
        lunch(MONDAY, 4, { mode: 'takeAway' }),
        lunch(MONDAY, 5, { mode: 'delivery' }),
        lunch(MONDAY, 0, { startsAt: `${MONDAY}T04:00:00.000Z` }),
        lunch(TOMORROW, 6, { setId: 'crab-set', state: 'confirmed' }),
        lunch(TUESDAY, 7),
        lunch('2026-11-25', 8),
        lunch('2026-11-25', 9, { state: 'cancelled' }),
      ],
    })
    expect(await listed()).toEqual([
      ['e-006', TOMORROW, 'set'],
      ['e-005', MONDAY, 'mode'],
      ['e-001', MONDAY, 'seats'],
      ['e-002', MONDAY, 'seats'],
      ['e-004', MONDAY, 'portions'],
      ['e-000', MONDAY, 'time'],
      ['e-007', TUESDAY, 'closed'],
      ['e-008', '2026-11-25', 'day'],
    ])
    const { misfits } = await found()
    expect(misfits.filter(({ isUrgent }) => isUrgent).map(({ elderId }) => elderId)).toEqual(['e-006'])
    expect(misfits[0]).toMatchObject({ ways: ['ring', 'cancel'], state: 'confirmed' })
    expect(misfits[1]).toMatchObject({ ways: ['ring', 'refuse', 'cancel'], state: 'placed' })
  })

  it('goes over all of them, with a true count on each page and those that cannot wait on the first', async () => {
    const many = pageSize.misfits
    await scene({
      closures: [{ from: TODAY, to: '2026-12-31', ...leak }],
      mealOrders: [...lunches('2026-12-05', many), ...lunches('2026-11-30', many), ...lunches(TOMORROW, 3)],
    })
    const pages: Misfits[] = []
    for (let after: string | undefined = ''; after !== undefined; after = pages.at(-1)?.next ?? undefined)
      pages.push(await found(after === '' ? undefined : after))
    expect(pages.map(({ count }) => count)).toEqual([43, 43, 43])
    expect(pages.map(({ misfits }) => misfits.filter(({ isUrgent }) => isUrgent).length)).toEqual([3, 0, 0])
    const ids = pages.flatMap(({ misfits }) => misfits.map(({ orderId }) => orderId))
    expect(ids).toEqual([...ids].sort())
    expect(new Set(ids).size).toBe(43)
  })

  it('takes no cursor that was not given', async () => {
    await scene()
    expect(codeOf(await manager().call('meals.misfits', { ...at, after: 'bm90aGluZw' }))).toBe('BAD_INPUT')
  })
})

describe('meals.orderDays', () => {
  it('counts for the manager how many do not fit, and for a clerk what it did', async () => {
    await scene({
      closures: [{ from: TUESDAY, to: TUESDAY, ...leak }],
      mealOrders: [...lunches(MONDAY, 2), ...lunches(TUESDAY, 3)],
    })
    expect(accepted(await manager().call('meals.orderDays', at))).toEqual([
      { date: MONDAY, count: 2, all: 2, misfits: 0 },
      { date: TUESDAY, count: 3, all: 3, misfits: 3 },
    ])
    expect(accepted(await cloud.as('o-clerk').call('meals.orderDays', at))).toEqual([
      { date: MONDAY, count: 2, all: 2 },
      { date: TUESDAY, count: 3, all: 3 },
    ])
  })
})

describe('who does not fit', () => {
  const PHONE = '13800001111'
  const ofAnother = anElder({
    ...wang,
    ...sealedPhone('e-wang', PHONE),
    stationId: 'st-two',
    townId: 't-west',
  })
  const order = lunch(TODAY, 0, { id: `st-one_${TODAY}_lunch_e-wang`, elderId: 'e-wang', state: 'confirmed' })
  const cancel = (openid: string) =>
    cloud.as(openid).call('meals.cancel', { orderId: order.id, reason: '水管漏水，停一天' })
  const ring = () => manager().call('meals.ring', { orderId: order.id })
  const of = (closures: Closure[]) =>
    scene({
      closures,
      elders: [ofAnother, chen],
      sittings: [aSitting({ id: order.sittingId, date: TODAY, seatsLeft: 19 })],
      mealOrders: [order],
    })
  const late = () => cloud.emulator.clock.set(new Date(`${TODAY}T02:00:00Z`))

  it('is rung by the station, also where she belongs to another, and nobody else is', async () => {
    await of([{ from: TODAY, to: TODAY, ...leak }])
    expect(accepted(await ring())).toEqual({ phone: PHONE })
    await of([])
    expect(codeOf(await ring())).toBe('WRONG_STATE')
  })

  it.each(['o-daughter', 'o-manager'])(
    'is cancelled also after the time to cancel where the station is closed: %s',
    async (openid) => {
      await of([{ from: TODAY, to: TODAY, ...leak }])
      late()
      expect(accepted(await cancel(openid))).toMatchObject({ state: 'cancelled' })
      expect((await found()).count).toBe(0)
    },
  )

  it('is cancelled in time alone where the station is open', async () => {
    await of([])
    late()
    for (const openid of ['o-daughter', 'o-manager'])
      expect(codeOf(await cancel(openid))).toBe('CANCEL_CLOSED')
  })
})

describe('whatever the database was asked until here', () => {
  it('was served by indexes', () => {
    expect(unserved()).toEqual([])
  })
})
