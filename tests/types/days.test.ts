import { addDays, daysBetween, isCalendarDate, localDate, mondayOf, weekdayOf } from '../../types/days'

describe('localDate', () => {
  it.each([
    ['2026-11-21T15:59:59Z', '2026-11-21'],
    ['2026-11-21T16:00:00Z', '2026-11-22'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
  ])('%s is the local date %s', (instant, date) => {
    expect([localDate(instant), localDate(new Date(instant))]).toEqual([date, date])
  })
})

describe('addDays', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-03-01', -1, '2027-02-28'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect([addDays(date, days), daysBetween(date, expected)]).toEqual([expected, days])
  })
})

describe('weekdayOf', () => {
  it('counts Monday as 1 and Sunday as 7', () => {
    expect([weekdayOf('2026-11-16'), weekdayOf('2026-11-22')]).toEqual([1, 7])
  })
})

describe('mondayOf', () => {
  it.each([
    ['a Monday', '2026-11-23', '2026-11-23'],
    ['the Sunday of its week', '2026-11-29', '2026-11-23'],
    ['New Year', '2027-01-01', '2026-12-28'],
    ['29 February', '2028-02-29', '2028-02-28'],
  ])('of %s', (_, date, monday) => {
    expect(mondayOf(date)).toBe(monday)
  })
})

describe('isCalendarDate', () => {
  it.each(['2026-11-22', '2028-02-29', '1880-01-01'])('takes %s', (text) => {
    expect(isCalendarDate(text)).toBe(true)
  })

  it.each(['2027-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '2026-11-22T', '', '今天'])(
    'refuses %s',
    (text) => {
      expect(isCalendarDate(text)).toBe(false)
    },
  )
})
