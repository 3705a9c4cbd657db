import { localDate } from '#types/days'
import { ageOn, instantAt, localTime } from '../../../cloudfunctions/_domain/base/calendar'

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
