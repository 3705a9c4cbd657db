import { sittingOn } from '../../../../cloudfunctions/_domain/meals/planning/plans'
import calendar from '../../../../cloudfunctions/_policies/calendar.json'
import { addDays } from '../../../../types/days'
import { aStation } from '../../builders'
import { aMenu, aPlan } from './a-plan'

/** More than a year from a Tuesday on, with a menu for each week. */
const [FIRST, LAST] = ['2026-12-01', '2027-12-31'] as const
const dates = Array.from({ length: 396 }, (_, nth) => addDays(FIRST, nth))
const mondays = Array.from({ length: 58 }, (_, nth) => addDays('2026-11-30', 7 * nth))
const station = aStation({ kitchenId: 'k-one' })
const menus = mondays.map((week) => aMenu(week))

/** On which days it is served, as a station reads it on each day that comes, looking from 0 to 21 days ahead. */
function servedIn(own: Parameters<typeof aPlan>[0], holidays: Partial<typeof calendar> = {}): string[] {
  const ground = {
    ...{ station, menus, plans: [aPlan(own)], calendar: { ...calendar, ...holidays } },
    ...{ fed: { stations: [], plans: [] }, daysAhead: 21, unseenTerms: { percentOfPlaces: 50 } },
  }
  const isServed = (date: string, today: string) =>
    sittingOn({ ...ground, today }, date, 'lunch').sitting !== null
  return dates.filter((date) => {
    const told = [0, 1, 14, 21].map((days) => isServed(date, addDays(date, -days)))
    expect(new Set(told).size).toBe(1)
    expect(isServed(date, addDays(date, -22))).toBe(false)
    return told[0]
  })
}

/** The weekday of a date by the days since a Thursday, from 1, Monday, to 7: reckoned here once more, without the product. */
const weekdayOf = (date: string) => ((Math.floor(Date.parse(date) / 86_400_000) + 3) % 7) + 1

/** What the law gives in 2027, written out by hand; 元旦 of 2027 is a Friday, 春节 a Saturday. */
const FREE = [
  ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05', '2027-05-01'],
  ...['2027-05-02', '2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03'],
]
/** As a notice may have it one day: a week at 春节 and at 国庆节, weekend days worked for it. */
const NOTICE = {
  holidays: [
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  workdays: ['2027-01-30', '2027-02-14', '2027-09-26', '2027-10-09'],
}
const NOTICE_FREE = [
  ...['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'],
  ...['2027-10-01', '2027-10-02', '2027-10-03', '2027-10-04', '2027-10-05', '2027-10-06', '2027-10-07'],
]

describe('a year in which nobody opens anything', () => {
  it('is over a year long', () => {
    expect([dates[0], dates.at(-1)]).toEqual([FIRST, LAST])
  })

  it('serves on every workday that is no holiday by law', () => {
    const served = servedIn({})
    expect(served).toEqual(dates.filter((date) => weekdayOf(date) <= 5 && !FREE.includes(date)))
    expect(served).toHaveLength(56 * 5 + 4 - 7) // 56 weeks and four workdays, without seven holidays that are none of a weekend
  })

  it('serves on every day, or on every day but holidays, where its plan says so', () => {
    const weekdays = [1, 2, 3, 4, 5, 6, 7]
    expect(servedIn({ weekdays, onHolidays: true })).toEqual(dates)
    expect(servedIn({ weekdays })).toEqual(dates.filter((date) => !FREE.includes(date)))
  })

  it('serves on the weekend days that are worked, and on none of a longer holiday, once that is announced', () => {
    const isFree = (date: string) => NOTICE_FREE.includes(date)
    const isWorked = (date: string) => NOTICE.workdays.includes(date)
    expect(servedIn({}, NOTICE)).toEqual(
      dates.filter((date) => (weekdayOf(date) <= 5 && !isFree(date)) || isWorked(date)),
    )
    expect(servedIn({ weekdays: [6] }, NOTICE)).toEqual(
      dates.filter((date) => weekdayOf(date) === 6 && !isFree(date)),
    )
    expect(servedIn({ weekdays: [1, 2, 3, 4] }, NOTICE)).toEqual(
      dates.filter((date) => weekdayOf(date) <= 4 && !isFree(date)),
    )
  })
})
