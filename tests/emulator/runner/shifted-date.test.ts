import { shiftedDate } from '../../../emulator/runner/shifted-date'

const DAY = 24 * 3600_000
const Tomorrow = shiftedDate(Date, () => DAY)

describe('shiftedDate', () => {
  it('moves every way to ask for the present', () => {
    const expected = Date.now() + DAY
    for (const instant of [new Tomorrow().getTime(), Tomorrow.now(), Date.parse(Tomorrow())]) {
      expect(Math.abs(instant - expected)).toBeLessThan(2000)
    }
  })

  it('leaves given instants, parsing and types alone', () => {
    expect(new Tomorrow(0).toISOString()).toBe('1970-01-01T00:00:00.000Z')
    expect(new Tomorrow(2026, 0, 2).getTime()).toBe(new Date(2026, 0, 2).getTime())
    expect(Tomorrow.parse('2026-01-02')).toBe(Date.parse('2026-01-02'))
    expect(new Tomorrow()).toBeInstanceOf(Date)
    expect(new Date()).toBeInstanceOf(Tomorrow)
  })

  it('follows an offset that changes', () => {
    let offset = 0
    const Moving = shiftedDate(Date, () => offset)
    offset = -DAY
    expect(Moving.now()).toBeLessThan(Date.now())
  })
})
