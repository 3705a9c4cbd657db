import { calendarLines } from '../../config/deploy/calendar'

describe('calendarLines', () => {
  it.each([
    ['2026-10-31T15:00:00Z', null],
    ['2026-10-31T17:00:00Z', '只剩 60 天'], // the first of November in Shanghai
    ['2026-12-31T10:00:00Z', '只剩 0 天'],
    ['2027-01-01T10:00:00Z', '已经过了'],
  ])('at %s says %s', (now, words) => {
    const lines = calendarLines({ arrangedUntil: '2026-12-31' }, new Date(now))
    expect(lines).toHaveLength(words === null ? 0 : 1)
    if (words !== null) expect(lines[0]).toContain(`只录到 2026-12-31，${words}`)
  })
})
