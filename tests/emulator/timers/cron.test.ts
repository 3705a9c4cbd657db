import fc from 'fast-check'
import { BadCron, parseCron } from '../../../emulator/timers/cron'
import { lastDue, nextDue } from '../../../emulator/timers/due'

/** An instant by its time in UTC+8. */
const local = (text: string) => new Date(`${text}+08:00`)
const next = (expression: string, after: string) => nextDue(parseCron(expression), local(after))

describe('parseCron', () => {
  it.each([
    ['numbers', '5 6 7 8 9 1 2030', { seconds: [5], minutes: [6], hours: [7], days: [8], months: [9] }],
    [
      'lists and ranges',
      '0,30 1-3 4,6-8 1 1 * *',
      { seconds: [0, 30], minutes: [1, 2, 3], hours: [4, 6, 7, 8] },
    ],
    ['steps after a star', '*/20 * * * * * *', { seconds: [0, 20, 40] }],
    ['steps after a number, which run to the end', '0 1/10 * * * * *', { minutes: [1, 11, 21, 31, 41, 51] }],
    ['steps after a range', '0 0 9-17/4 * * * *', { hours: [9, 13, 17] }],
    ['names of months', '0 0 0 1 JAN,nov-DEC * *', { months: [1, 11, 12] }],
    ['names of weekdays, Sunday being 0', '0 0 0 * * SUN,MON-WED *', { weekdays: [0, 1, 2, 3] }],
    ['a star as no condition on the day', '0 0 0 * * * *', { days: undefined, weekdays: undefined }],
    ['spaces around', '  0 0  0 * * * 2026-2028 ', { years: [2026, 2027, 2028] }],
  ])('reads %s', (_what, expression, fields) => {
    expect(parseCron(expression)).toMatchObject(fields)
  })

  it.each([
    ['six fields', '0 30 2 * * *'],
    ['eight fields', '0 30 2 * * * * *'],
    ['nothing', ''],
    ['a value beyond the field', '60 * * * * * *'],
    ['a weekday 7', '0 0 0 * * 7 *'],
    ['a day 0', '0 0 0 0 * * *'],
    ['a year before 1970', '0 0 0 1 1 * 1969'],
    ['a range backwards', '0 0 0 * * FRI-MON *'],
    ['half a range', '1- * * * * * *'],
    ['a range of three', '1-2-3 * * * * * *'],
    ['a step of nothing', '*/0 * * * * * *'],
    ['a step without size', '*/ * * * * * *'],
    ['two steps', '0/2/3 * * * * * *'],
    ['an empty place in a list', '1,,2 * * * * * *'],
    ['a fraction', '1.5 * * * * * *'],
    ['a name where none belongs', '0 0 MON * * * *'],
    ['signs of other cron dialects', '0 0 0 ? * MON *'],
  ])('refuses %s', (_what, expression) => {
    expect(() => parseCron(expression)).toThrow(BadCron)
  })
})

describe('nextDue', () => {
  it.each([
    ['the same night', '0 30 2 * * * *', '2026-11-21T01:00:00', '2026-11-21T02:30:00'],
    ['the next night, past the time', '0 30 2 * * * *', '2026-11-21T02:30:01', '2026-11-22T02:30:00'],
    ['later than the instant itself', '0 30 2 * * * *', '2026-11-21T02:30:00', '2026-11-22T02:30:00'],
    ['within the second', '* * * * * * *', '2026-11-21T02:30:00.999', '2026-11-21T02:30:01'],
    ['five seconds on', '*/5 * * * * * *', '2026-11-21T23:59:57', '2026-11-22T00:00:00'],
    ['the first of the month', '0 0 2 1 * * *', '2026-11-21T00:00:00', '2026-12-01T02:00:00'],
    ['on working days only', '0 15 10 * * MON-FRI *', '2026-11-20T10:15:00', '2026-11-23T10:15:00'],
    ['at one of several hours', '0 0 10,14,16 * * * *', '2026-11-21T14:00:00', '2026-11-21T16:00:00'],
    ['every half hour of the day', '0 */30 9-17 * * * *', '2026-11-21T17:30:00', '2026-11-22T09:00:00'],
    ['in months that have the day', '0 0 0 31 * * *', '2026-11-21T00:00:00', '2026-12-31T00:00:00'],
    ['on the next leap day', '0 0 0 29 FEB * *', '2026-11-21T00:00:00', '2028-02-29T00:00:00'],
    ['on day or weekday, the day first', '0 0 12 1 * WED *', '2026-11-26T00:00:00', '2026-12-01T12:00:00'],
    [
      'on day or weekday, the weekday first',
      '0 0 12 1 * WED *',
      '2026-12-01T12:00:00',
      '2026-12-02T12:00:00',
    ],
    ['in a year to come', '0 0 0 1 1 * 2030', '2026-11-21T00:00:00', '2030-01-01T00:00:00'],
  ])('falls %s', (_what, expression, after, due) => {
    expect(next(expression, after)).toEqual(local(due))
  })

  it('counts days and weekdays in UTC+8', () => {
    expect(nextDue(parseCron('0 0 1 * * SAT *'), new Date('2026-11-20T12:00:00Z'))).toEqual(
      new Date('2026-11-20T17:00:00Z'),
    )
  })

  it.each([
    ['its years are over', '0 0 0 1 1 * 2026'],
    ['there is no such day', '0 0 0 30 2 * *'],
  ])('never falls again when %s', (_what, expression) => {
    expect(next(expression, '2026-11-21T00:00:00')).toBeUndefined()
  })

  it('agrees with looking at every second of an hour', () => {
    const start = fc
      .integer({ min: 0, max: 3 * 365 * 86_400 })
      .map((seconds) => Date.parse('2026-01-01T00:00:00Z') + seconds * 1000)
    const lists = fc.tuple(...RANGES.map(([first, last]) => listWithin(first, last)))

    let hits = 0
    fc.assert(
      fc.property(
        start,
        lists,
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        (from, random, own) => {
          // Without the values of that very hour a random expression would almost never fall into it.
          const here = valuesAt(from)
          const fields = random.map((list, i) =>
            list && i > 1 && own[i - 2] ? [...list, here[i] ?? 0] : list,
          )
          const expression = [...fields, undefined].map((list) => list?.join(',') ?? '*').join(' ')

          const due = nextDue(parseCron(expression), new Date(from))?.getTime() ?? Number.POSITIVE_INFINITY
          const seen = secondsAfter(from, 3600).find((instant) => isDue(fields, instant))
          if (seen === undefined) return due > from + 3_600_000
          hits += 1
          return due === seen
        },
      ),
      { numRuns: 300 },
    )
    expect(hits).toBeGreaterThan(20)
  })
})

describe('lastDue', () => {
  const last = (expression: string, after: string, upTo: string) =>
    lastDue(parseCron(expression), local(after), local(upTo))

  it.each([
    ['the only one', '0 30 2 * * * *', '2026-11-21T00:00:00', '2026-11-21T12:00:00', '2026-11-21T02:30:00'],
    [
      'the last of a year',
      '0 30 2 * * * *',
      '2026-11-21T00:00:00',
      '2027-11-21T00:00:00',
      '2027-11-20T02:30:00',
    ],
    [
      'the last second of a year',
      '* * * * * * *',
      '2026-11-21T00:00:00',
      '2027-11-21T00:00:00',
      '2027-11-21T00:00:00',
    ],
    [
      'one at the very end',
      '0 0 12 * * * *',
      '2026-11-21T00:00:00',
      '2026-11-22T12:00:00',
      '2026-11-22T12:00:00',
    ],
    [
      'one that lies far back',
      '0 0 0 1 1 * 2027',
      '2026-11-21T00:00:00',
      '2090-01-01T00:00:00',
      '2027-01-01T00:00:00',
    ],
  ])('finds %s', (_what, expression, after, upTo, due) => {
    expect(last(expression, after, upTo)).toEqual(local(due))
  })

  it.each([
    ['nothing fell due', '0 30 2 * * * *', '2026-11-21T02:30:00', '2026-11-22T02:29:59'],
    ['time went back', '* * * * * * *', '2026-11-21T02:30:00', '2026-11-20T02:30:00'],
    ['no time passed', '* * * * * * *', '2026-11-21T02:30:00', '2026-11-21T02:30:00'],
  ])('finds nothing when %s', (_what, expression, after, upTo) => {
    expect(last(expression, after, upTo)).toBeUndefined()
  })

  it('is the end of walking from one due time to the next', () => {
    const days = fc.integer({ min: 0, max: 400 })
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        days,
        hours,
        fc.constantFrom('*', '1', '1,15', '31'),
        fc.constantFrom('*', '1', 'SUN'),
        (length, at, day, weekday) => {
          const cron = parseCron(`0 7 ${at.join(',')} ${day} * ${weekday} *`)
          const after = local('2026-11-21T10:00:00')
          const upTo = new Date(after.getTime() + length * 86_400_000)
          let walked: Date | undefined
          for (let due = nextDue(cron, after); due && due <= upTo; due = nextDue(cron, due)) walked = due
          expect(lastDue(cron, after, upTo)).toEqual(walked)
        },
      ),
    )
  })
})

/** First and last value of the fields second to weekday. */
const RANGES: [number, number][] = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
]

const listWithin = (first: number, last: number) =>
  fc.option(fc.array(fc.integer({ min: first, max: last }), { minLength: 1, maxLength: 6 }), {
    nil: undefined,
    freq: 3,
  })

const secondsAfter = (start: number, count: number) =>
  Array.from({ length: count }, (_, i) => (Math.floor(start / 1000) + 1 + i) * 1000)

/** The values of the fields second to weekday at an instant. */
function valuesAt(instant: number): number[] {
  const at = new Date(instant + 8 * 3_600_000)
  return [
    at.getUTCSeconds(),
    at.getUTCMinutes(),
    at.getUTCHours(),
    at.getUTCDate(),
    at.getUTCMonth() + 1,
    at.getUTCDay(),
  ]
}

/** The rule as the platform words it, on one instant. */
function isDue(lists: (number[] | undefined)[], instant: number): boolean {
  const fits = valuesAt(instant).map((value, i) => lists[i]?.includes(value) ?? true)
  const [second, minute, hour, day, month, weekday] = fits
  const isOnDay = lists[3] && lists[5] ? day || weekday : day && weekday
  return [second, minute, hour, month, isOnDay].every(Boolean)
}
