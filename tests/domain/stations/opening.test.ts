import { sittingOn } from '../../../cloudfunctions/_domain/meals/planning/plans'
import {
  closedOn,
  holidayHours,
  openingAt as openingBy,
  weekOf,
} from '../../../cloudfunctions/_domain/stations/opening'
import calendar from '../../../cloudfunctions/_policies/calendar.json'
import { addDays, localDate, mondayOf } from '../../../types/days'
import { aStation } from '../builders'
import { aMenu, aPlan } from '../meals/planning/a-plan'

const weekdays = [1, 2, 3, 4, 5]
const station = aStation({
  hours: [
    { weekdays, from: '13:30', to: '17:00' },
    { weekdays, from: '08:00', to: '11:30' },
  ],
  closures: [{ from: '2026-11-23', to: '2026-11-24', reason: '修水管' }],
})

const openingAt = (one: typeof station, now: Date) => openingBy(one, now, calendar)

/** A local time on a date, as an instant. */
const at = (local: string) => new Date(`${local}:00+08:00`)

describe('openingAt', () => {
  it.each([
    ['before opening', '2026-11-20T07:59', false, null, '2026-11-20T08:00'],
    ['the opening minute', '2026-11-20T08:00', true, '2026-11-20T11:30', null],
    ['the closing minute', '2026-11-20T11:30', false, null, '2026-11-20T13:30'],
    ['at lunch', '2026-11-20T12:00', false, null, '2026-11-20T13:30'],
    [
      'Friday evening, with closures on Monday and Tuesday',
      '2026-11-20T17:00',
      false,
      null,
      '2026-11-25T08:00',
    ],
    ['during a closure', '2026-11-23T10:00', false, null, '2026-11-25T08:00'],
  ])('%s', (_case, when, openNow, closes, opens) => {
    const opening = openingAt(station, at(when))
    expect(opening.openNow).toBe(openNow)
    expect(opening.closesAt).toBe(closes && at(closes).toISOString())
    expect(opening.opensAt).toBe(opens && at(opens).toISOString())
  })

  it('says why it is closed and until when', () => {
    expect(openingAt(station, at('2026-11-23T10:00')).closure).toEqual({
      until: '2026-11-24',
      reason: '修水管',
    })
    expect(openingAt(station, at('2026-11-20T10:00')).closure).toBeNull()
  })

  it('knows no next opening for a station that never opens', () => {
    expect(openingAt(aStation({ hours: [] }), at('2026-11-20T10:00')).opensAt).toBeNull()
  })
})

describe('openingAt, by the calendar of holidays', () => {
  const year = Array.from({ length: 365 }, (_, nth) => addDays('2026-01-01', nth))
  const openOn = (hours: Omit<Parameters<typeof holidayHours>[0][number], 'from' | 'to'>, date: string) =>
    openingAt(aStation({ hours: [{ ...hours, from: '08:00', to: '17:00' }] }), at(`${date}T10:00`))

  it.each([[[1, 2, 3, 4, 5]], [[1, 2, 3, 4, 5, 6, 7]], [[1, 2, 3, 4]], [[6]], [[2, 4, 6]]])(
    'is open on weekdays %j on those days of 2026 on which a plan of the same weekdays serves, and on no other',
    (days) => {
      for (const onHolidays of [true, false]) {
        const plans = [aPlan({ weekdays: days, onHolidays })]
        const served = (date: string) =>
          sittingOn(
            {
              ...{ station: aStation({ kitchenId: 'k-one' }), plans, calendar, today: date, daysAhead: 0 },
              ...{ menus: [aMenu(mondayOf(date))], fed: { stations: [], plans: [] } },
              unseenTerms: { percentOfPlaces: 50 },
            },
            date,
            'lunch',
          ).sitting !== null
        const open = year.filter((date) => openOn({ weekdays: days, onHolidays }, date).openNow)
        expect(open).toEqual(year.filter(served))
      }
    },
  )

  it('is open on the weekend days that are worked in 2026 where it is on all workdays', () => {
    const worked = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']
    const weekend = year.filter((date) => [6, 0].includes(new Date(`${date}T00:00:00Z`).getUTCDay()))
    expect(weekend.filter((date) => openOn({ weekdays }, date).openNow)).toEqual(worked)
  })

  it('is open on no holiday where it has not said so, and knows of none whether it is', () => {
    expect(openOn({ weekdays }, '2026-10-01')).toEqual({
      ...{ openNow: false, closesAt: null, closure: null },
      opensAt: at('2026-10-08T08:00').toISOString(),
      unsure: { why: 'holiday', from: at('2026-10-01T08:00').toISOString() },
    })
    expect(openOn({ weekdays, onHolidays: false }, '2026-10-01')).not.toHaveProperty('unsure')
    expect(openOn({ weekdays, onHolidays: true }, '2026-10-01')).toMatchObject({ openNow: true })
    expect(openOn({ weekdays: [6], onHolidays: false }, '2026-10-01')).not.toHaveProperty('unsure')
  })

  it('says on the evening before that it does not know of the holiday, and nothing of it while it is open', () => {
    const unsaid = aStation({ hours: [{ weekdays, from: '08:00', to: '17:00' }] })
    expect(openingAt(unsaid, at('2026-09-30T16:59'))).not.toHaveProperty('unsure')
    expect(openingAt(unsaid, at('2026-09-30T17:00')).unsure?.from).toBe(at('2026-10-01T08:00').toISOString())
    expect(openingAt(unsaid, at('2026-10-07T17:00'))).not.toHaveProperty('unsure')
  })

  it('knows that it is closed on a holiday of which it has said nothing, where it said that it is', () => {
    const closures = [{ from: '2026-10-01', to: '2026-10-07', reason: '过节' }]
    const opening = openingAt(aStation({ closures }), at('2026-10-02T10:00'))
    expect(opening).toMatchObject({ openNow: false, closure: { until: '2026-10-07', reason: '过节' } })
    expect(opening).not.toHaveProperty('unsure')
  })

  it.each([
    ['a workday near a holiday, that may become part of it', '2027-02-10', {}, 'unarranged', false],
    ['the same where it is open on holidays', '2027-02-10', { onHolidays: true }, null, true],
    [
      'a Saturday near a holiday, that may be worked',
      '2027-02-13',
      { onHolidays: true },
      'unarranged',
      false,
    ],
    ['a workday far from any holiday', '2027-03-10', {}, null, true],
    ['a workday of a year whose holidays by law are not known either', '2028-03-08', {}, 'unarranged', false],
    ['a holiday by law', '2027-10-01', {}, 'holiday', false],
    ['a holiday by law where it is closed on holidays', '2027-10-01', { onHolidays: false }, null, false],
  ] as const)('of days beyond the notice: %s', (_case, date, own, why, isOpen) => {
    expect(calendar.arrangedUntil < date).toBe(true)
    const { openNow, unsure } = openOn({ weekdays, ...own }, date)
    const known = unsure && localDate(new Date(unsure.from)) === date ? unsure.why : null
    expect([openNow, known]).toEqual([isOpen, why])
  })

  it('closes with the last of its hours that have begun', () => {
    const hours = [
      { weekdays: [6], from: '08:00', to: '12:00' },
      { weekdays, from: '08:30', to: '17:00' },
    ]
    const opening = openingAt(aStation({ hours }), at('2026-10-10T10:00')) // a Saturday that is worked
    expect(opening.closesAt).toBe(at('2026-10-10T17:00').toISOString())
  })
})

describe('holidayHours', () => {
  const span = { weekdays, from: '08:00', to: '11:00' }
  it.each([
    ['open', [true, true]],
    ['closed', [false, false]],
    ['partly', [true, false]],
    ['unknown', [true, undefined]],
    ['closed', []],
  ] as const)('are %s where its hours say %j', (word, said) => {
    const hours = said.map((onHolidays) => (onHolidays === undefined ? span : { ...span, onHolidays }))
    expect(holidayHours(hours)).toBe(word)
  })
})

describe('closedOn', () => {
  it.each([
    ['2026-11-22', null],
    ['2026-11-23', { until: '2026-11-24', reason: '修水管' }],
    ['2026-11-24', { until: '2026-11-24', reason: '修水管' }],
    ['2026-11-25', null],
  ])('%s: %j', (date, closure) => {
    expect(closedOn(station, date)).toEqual(closure)
  })
})

describe('weekOf', () => {
  it('lists seven days with their spans in order', () => {
    const week = weekOf(station.hours)
    expect(week).toHaveLength(7)
    expect(week[0]).toEqual({ weekday: 1, spans: ['08:00-11:30', '13:30-17:00'] })
    expect(week[6]).toEqual({ weekday: 7, spans: [] })
  })
})
