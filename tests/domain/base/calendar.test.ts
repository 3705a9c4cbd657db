import {
  addDays,
  ageOn,
  instantAt,
  localDate,
  localTime,
  weekdayOf,
} from '../../../cloudfunctions/_domain/base/calendar'

describe('localDate', () => {
  it.each([
    ['2026-11-21T15:59:59Z', '2026-11-21'],
    ['2026-11-21T16:00:00Z', '2026-11-22'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
  ])('%s is the local date %s', (instant, date) => {
    expect(localDate(instant)).toBe(date)
  })
})

describe('instantAt', () => {
  it('turns a local time into an instant and back', () => {
    const instant = instantAt('2026-11-22', '11:30')
    expect(instant).toBe('2026-11-22T03:30:00.000Z')
    expect([localDate(instant), localTime(instant)]).toEqual(['2026-11-22', '11:30'])
  })

  it('takes 24:00 as the end of the day', () => {
    expect(instantAt('2026-11-22', '24:00')).toBe('2026-11-22T16:00:00.000Z')
  })
})

describe('addDays', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-03-01', -1, '2027-02-28'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
  })
})

describe('weekdayOf', () => {
  it('counts Monday as 1 and Sunday as 7', () => {
    expect([weekdayOf('2026-11-16'), weekdayOf('2026-11-22')]).toEqual([1, 7])
  })
})

describe('ageOn', () => {
  it.each([
    ['1966-11-22', '2026-11-21', 59],
    ['1966-11-22', '2026-11-22', 60],
    ['1944-02-29', '2027-02-28', 82],
    ['1944-02-29', '2027-03-01', 83],
    ['1944-02-29', '2028-02-29', 84],
  ])('somebody born on %s is on %s %i years old', (birthDate, on, age) => {
    expect(ageOn(birthDate, on)).toBe(age)
  })
})
