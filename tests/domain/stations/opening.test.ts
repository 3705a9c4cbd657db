import { closedOn, openingAt, weekOf } from '../../../cloudfunctions/_domain/stations/opening'
import { aStation } from '../builders'

const weekdays = [1, 2, 3, 4, 5]
const station = aStation({
  hours: [
    { weekdays, from: '13:30', to: '17:00' },
    { weekdays, from: '08:00', to: '11:30' },
  ],
  closures: [{ from: '2026-11-23', to: '2026-11-24', reason: '修水管' }],
})

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
