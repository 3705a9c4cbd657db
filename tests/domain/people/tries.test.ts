import fc from 'fast-check'
import type { TriesRecord } from '../../../cloudfunctions/_domain/people/circle/records'
import { countTry } from '../../../cloudfunctions/_domain/people/circle/tries'
import terms from '../../../cloudfunctions/_policies/people.json'
import { NOW } from '../builders'

const MOST = terms.triesPerHour
const HOUR = 60 * 60_000
const later = (ms: number) => new Date(NOW.getTime() + ms)
const tried = (count: number): TriesRecord => ({ id: 'o-someone', from: NOW.toISOString(), count })
const tryAt = (earlier: TriesRecord | null, now: Date) =>
  countTry(earlier, 'o-someone', { now, mostPerHour: MOST })

describe('countTry', () => {
  it('begins an hour with the first try', () => {
    expect(tryAt(null, NOW)).toEqual(tried(1))
  })

  it('passes the tenth try of an hour and refuses the eleventh', () => {
    expect(MOST).toBe(10)
    let record: TriesRecord | null = null
    for (let nth = 1; nth <= 10; nth++) {
      record = tryAt(record, later(nth))
      expect(record.count).toBe(nth)
    }
    expect(() => tryAt(record, later(11))).toThrow('TOO_MANY_TRIES')
  })

  it('tells from which instant one may try again, and keeps its word to the millisecond', () => {
    const until = later(HOUR)
    expect(() => tryAt(tried(MOST), later(HOUR - 1))).toThrow(
      expect.objectContaining({ detail: { until: until.toISOString() } }),
    )
    expect(tryAt(tried(MOST), until)).toEqual({ ...tried(1), from: until.toISOString() })
  })

  it.each([
    ['a millisecond before the hour is over', HOUR - 1, { ...tried(4) }],
    ['when the hour is over', HOUR, { ...tried(1), from: later(HOUR).toISOString() }],
    ['days later', 50 * HOUR, { ...tried(1), from: later(50 * HOUR).toISOString() }],
  ])('counts on, or anew, %s', (_case, ms, record) => {
    expect(tryAt(tried(3), later(ms))).toEqual(record)
  })

  it('leaves what it was given as it was, so that a refused try does not lengthen the wait', () => {
    const full = Object.freeze(tried(MOST))
    expect(() => tryAt(full, later(1))).toThrow('TOO_MANY_TRIES')
    expect(tryAt(full, later(HOUR)).count).toBe(1)
  })

  it('never lets more than so many through in the hour that a first try begins', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 20 * 60_000 }), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 5 }), (pauses, mostPerHour) => {
        const passed = new Map<string, number>()
        let record: TriesRecord | null = null
        let now = NOW
        for (const pause of pauses) {
          now = new Date(now.getTime() + pause)
          try {
            record = countTry(record, 'o-someone', { now, mostPerHour })
            passed.set(record.from, (passed.get(record.from) ?? 0) + 1)
            expect(now.getTime() - Date.parse(record.from)).toBeLessThan(HOUR)
          } catch (error) {
            expect(error).toMatchObject({ code: 'TOO_MANY_TRIES' })
            expect(passed.get(record?.from ?? '')).toBe(mostPerHour)
          }
        }
        expect(Math.max(...passed.values())).toBeLessThanOrEqual(mostPerHour)
      }),
      { seed: 20261121, numRuns: 200 },
    )
  })
})
