import { addDays, localDate, weekdayOf } from '#types/days'
import type { ClosedDays, Opening, Station } from '#types/stations'
import type { LocalDate } from '#types/values'
import { instantAt } from '../base/calendar'
import type { StationRecord, WeeklyHours } from './records'

/** How many days ahead the next opening is looked for. */
const DAYS_AHEAD = 14

type Timetable = Pick<StationRecord, 'hours' | 'closures'>

/**
 * Whether a station is open at an instant, until when, or when it opens next. A closure wins over weekly hours;
 * the closing minute itself counts as closed.
 */
export function openingAt(station: Timetable, now: Date): Opening {
  const today = localDate(now)
  const at = now.toISOString()
  const closure = closedOn(station, today)
  const spans = spansOn(station, today)

  const current = spans.find((span) => span.from <= at && at < span.to)
  if (current) return { openNow: true, closesAt: current.to, opensAt: null, closure: null }

  return {
    openNow: false,
    closesAt: null,
    opensAt: nextOpening(station, today, at),
    closure,
  }
}

/** Whether a station stays closed on a local date: why, and until when; null: it does not. */
export function closedOn({ closures }: Pick<StationRecord, 'closures'>, date: LocalDate): ClosedDays | null {
  const closure = closures.find(({ from, to }) => from <= date && date <= to)
  return closure ? { until: closure.to, reason: closure.reason } : null
}

/** The weekly hours as seven days of spans `08:00-11:30`, Monday first. */
export function weekOf(hours: WeeklyHours[]): Station['week'] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    spans: hoursOf(hours, weekday).map(({ from, to }) => `${from}-${to}`),
  }))
}

function nextOpening(station: Timetable, today: LocalDate, at: string): string | null {
  for (let day = 0; day <= DAYS_AHEAD; day++) {
    const next = spansOn(station, addDays(today, day)).find((span) => span.from > at)
    if (next) return next.from
  }
  return null
}

/** The spans of one local date as instants, in order; none on a day of closure. */
function spansOn({ hours, closures }: Timetable, date: LocalDate): { from: string; to: string }[] {
  if (closedOn({ closures }, date)) return []
  return hoursOf(hours, weekdayOf(date)).map(({ from, to }) => ({
    from: instantAt(date, from),
    to: instantAt(date, to),
  }))
}

function hoursOf(hours: WeeklyHours[], weekday: number): WeeklyHours[] {
  return hours.filter((span) => span.weekdays.includes(weekday)).sort((a, b) => (a.from < b.from ? -1 : 1))
}
