import {
  countsBy,
  dayKind,
  holidayOn,
  isArranged,
} from '../../../../cloudfunctions/_domain/policies/terms/days'
import calendar from '../../../../cloudfunctions/_policies/calendar.json'
import { addDays, weekdayOf } from '../../../../types/days'

const yearOf = (year: number) =>
  Array.from({ length: 365 }, (_, day) => addDays(`${year}-01-01`, day)).filter((date) =>
    date.startsWith(String(year)),
  )

describe('the calendar of public holidays', () => {
  it('knows the thirteen days of 2027 that are free by law, as of 2025', () => {
    const byLaw: Record<string, string[]> = {
      元旦: ['2027-01-01'],
      春节: ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
      清明节: ['2027-04-05'],
      劳动节: ['2027-05-01', '2027-05-02'],
      端午节: ['2027-06-09'],
      中秋节: ['2027-09-15'],
      国庆节: ['2027-10-01', '2027-10-02', '2027-10-03'],
    }
    const found = yearOf(2027).filter((date) => holidayOn(date, calendar) !== null)
    expect(found).toHaveLength(13)
    for (const [name, dates] of Object.entries(byLaw))
      for (const date of dates) expect(holidayOn(date, calendar)).toBe(name)
  })

  it('says of no day of 2027 that it is announced, and of every day of 2026', () => {
    expect(yearOf(2027).filter((date) => isArranged(date, calendar))).toEqual([])
    expect(yearOf(2026).every((date) => isArranged(date, calendar))).toBe(true)
    expect(isArranged('2024-12-31', calendar)).toBe(false)
  })

  it.each([
    ['2026-12-31', null],
    ['2027-01-01', 'law'],
    ['2027-12-31', 'law'],
    ['2028-01-01', 'weekday'],
    ['2024-12-31', 'weekday'],
  ])('says what %s counts by: %s', (date, by) => {
    expect(countsBy(date, calendar)).toBe(by)
  })

  it('makes no make-up workday of a weekend that nobody has announced, and every holiday of a weekday', () => {
    const weekends = yearOf(2027).filter((date) => weekdayOf(date) > 5)
    expect(weekends.filter((date) => dayKind(date, calendar) === 'workday')).toEqual([])
    expect(dayKind('2027-01-01', calendar)).toBe('holiday') // a Friday
    expect(dayKind('2027-01-04', calendar)).toBe('workday')
  })

  it('goes beyond its last day by the weekday', () => {
    expect(dayKind('2028-01-03', calendar)).toBe('workday')
    expect(dayKind('2028-01-01', calendar)).toBe('weekend')
  })

  it('has no day twice, and no make-up workday that is a holiday or no weekend', () => {
    for (const date of calendar.workdays) {
      expect(holidayOn(date, calendar)).toBeNull()
      expect(weekdayOf(date)).toBeGreaterThan(5)
    }
    const spans = calendar.holidays.flatMap(({ from, to }) => [from, to])
    expect(spans).toEqual([...spans].sort())
  })
})
