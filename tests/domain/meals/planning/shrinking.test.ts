import { shrunkBy } from '../../../../cloudfunctions/_domain/meals/planning/shrinking'
import type { MealOrderRecord } from '../../../../cloudfunctions/_domain/meals/records'
import calendar from '../../../../cloudfunctions/_policies/calendar.json'
import { anOrder } from '../../builders'
import { aMenu, aPlan } from './a-plan'

/** A Tuesday. */
const DAY = '2026-09-15'
const FROM = '2026-09-10'
const seats = (n: number) => [{ id: 'a', name: '窗边', seats: n, wheelchairs: 0 }]
const station = { closures: [], kitchenId: 'k-one' }
const menus = ['2026-09-07', '2026-09-14', '2026-09-21'].map((week) => aMenu(week))
const old = aPlan({ tables: seats(3), portions: 3 })

/** A lunch that somebody booked at that minute. */
function booked(who: string, minute: number, own: Partial<MealOrderRecord> = {}): MealOrderRecord {
  const date = own.date ?? DAY
  return anOrder({
    id: `st-one_${date}_lunch_${who}`,
    elderId: who,
    ...{ date, setId: 'fish-set' },
    startsAt: `${date}T03:30:00.000Z`,
    placedAt: `2026-09-09T01:${String(minute).padStart(2, '0')}:00.000Z`,
    ...own,
  })
}

const wang = booked('wang', 1)
const zhou = booked('zhou', 2)
const chen = booked('chen', 3)
const liu = booked('liu', 4, { mode: 'takeAway' })
const everybody = [chen, liu, wang, zhou]

/** Who does not fit, and why, from the tenth on. */
function misfits(
  own: Parameters<typeof aPlan>[0],
  orders: readonly MealOrderRecord[] = everybody,
  plans = [old],
): string[] {
  const next = aPlan({ tables: seats(3), portions: 3, from: FROM, ...own })
  const before = { station, plans, menus, calendar }
  const after = { ...before, plans: [...plans.filter(({ id }) => id !== next.id), next] }
  return shrunkBy({ before, after }, orders).map(
    ({ orderId, why, wasSo }) => `${orderId.split('_')[3]} ${why}${wasSo ? ' as before' : ''}`,
  )
}

describe('shrunkBy', () => {
  it('finds nobody where everybody fits', () => {
    expect(misfits({})).toEqual([])
  })

  it('keeps the places of those who booked first, and leaves every order as it is', () => {
    const before = structuredClone(everybody)
    expect(misfits({ tables: seats(1) })).toEqual(['chen seats', 'zhou seats'])
    expect(everybody).toEqual(before)
  })

  it('counts seats that are kept for others as gone', () => {
    expect(misfits({ reserve: 1 })).toEqual(['chen seats'])
  })

  it('counts the places of those who have eaten, and names none of them', () => {
    const eaten = booked('chen', 3, { state: 'served' })
    expect(misfits({ tables: seats(1) }, [eaten, wang, zhou])).toEqual(['wang seats', 'zhou seats'])
    expect(misfits({ tables: [] }, [eaten, wang])).toEqual(['wang seats'])
  })

  it('gives no place to what was cancelled or refused', () => {
    const gone = [booked('wang', 1, { state: 'cancelled' }), booked('zhou', 2, { state: 'refused' })]
    expect(misfits({ tables: seats(1) }, [...gone, chen])).toEqual([])
  })

  it('finds portions that are not there, and ways of eating that are no more', () => {
    const ma = booked('ma', 5, { mode: 'delivery' })
    expect(misfits({ portions: 1 }, [...everybody, ma])).toEqual(['ma portions'])
    expect(misfits({ modes: ['dineIn', 'delivery'], portions: 1 }, [...everybody, ma])).toEqual(['liu mode'])
  })

  it('finds everybody where nothing is served that day, and where nothing is served any more', () => {
    const all = ['chen day', 'liu day', 'wang day', 'zhou day']
    expect(misfits({ weekdays: [1, 3, 4, 5] })).toEqual(all)
    expect(misfits({ weekdays: [] })).toEqual(all)
  })

  it('finds who is to come at another time, after those for whom there is no place', () => {
    expect(misfits({ startsAt: '12:00', tables: seats(2) }, [wang, zhou, chen])).toEqual([
      ...['wang time', 'zhou time', 'chen seats'],
    ])
  })

  it('leaves alone what is eaten before the plan begins, and what a later one decides', () => {
    const days = ['2026-09-09', '2026-09-10', '2026-09-17', '2026-09-18']
    const orders = days.map((date) => booked(date, 1, { date }))
    const later = aPlan({ from: '2026-09-18' })
    expect(misfits({ tables: [] }, orders, [old, later])).toEqual(['2026-09-10 seats', '2026-09-17 seats'])
  })

  it('leaves alone other meals and stations', () => {
    const dinner = booked('wang', 1, { slot: 'dinner' })
    const elsewhere = booked('zhou', 2, { stationId: 'st-two' })
    expect(misfits({ tables: [] }, [dinner, elsewhere])).toEqual([])
  })

  it('finds everybody where the only plan is taken back, and nobody where none was ever written', () => {
    expect(misfits({ from: '2026-01-01', isTakenBack: true }, [wang, zhou])).toEqual(['wang day', 'zhou day'])
    const noPlan = { station, plans: [], menus, calendar }
    expect(shrunkBy({ before: noPlan, after: noPlan }, everybody)).toEqual([])
  })

  it('finds everybody where nobody has published a menu, or where another kitchen offers other sets', () => {
    const before = { station, plans: [old], menus, calendar }
    const elsewhere = { ...before, station: { ...station, kitchenId: 'k-two' } }
    const why = (after: typeof before) => shrunkBy({ before, after }, [wang]).map((one) => one.why)
    expect(why({ ...before, menus: [aMenu('2026-09-14', { state: 'draft' })] })).toEqual(['set'])
    expect(why(elsewhere)).toEqual(['set'])
    const others = aMenu('2026-09-14', { kitchenId: 'k-two', days: [{ weekday: 2, sets: ['greens-set'] }] })
    expect(why({ ...elsewhere, menus: [others] })).toEqual(['set'])
    expect(why({ ...elsewhere, menus: [aMenu('2026-09-14', { kitchenId: 'k-two' })] })).toEqual([])
  })

  it('knows a Sunday that is worked, and a holiday', () => {
    const sunday = booked('wang', 1, { date: '2026-09-20' })
    const holiday = booked('zhou', 2, { date: '2026-09-25' })
    const open = [aPlan({ onHolidays: true })]
    expect(misfits({}, [sunday, holiday], open)).toEqual(['zhou day'])
    expect(misfits({ weekdays: [1, 2, 3, 4] }, [sunday], open)).toEqual(['wang day'])
  })

  it('says who did not fit before either, also where a plan is written again', () => {
    const small = aPlan({ tables: seats(2), portions: 3, from: FROM })
    expect(misfits({ tables: seats(1) }, everybody, [old, small])).toEqual([
      ...['chen seats as before', 'zhou seats'],
    ])
    expect(misfits({ tables: seats(3) }, everybody, [old, small])).toEqual([])
  })
})
