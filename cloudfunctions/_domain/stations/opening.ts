import { addDays, localDate } from '#types/days'
import type { ClosedDays, Doubt, Opening, Station } from '#types/stations'
import type { Instant, LocalDate } from '#types/values'
import { instantAt } from '../base/calendar'
import { type HolidayCalendar, happensOn, mayTurnOut } from '../policies/terms/days'
import type { StationRecord, WeeklyHours } from './records'

/** How many days ahead the next opening is looked for. */
const DAYS_AHEAD = 14

type Timetable = Pick<StationRecord, 'hours' | 'closures'>

/** Hours of one local date as instants, and why nobody knows whether it is open then; null: it is. */
interface Span {
  from: Instant
  to: Instant
  doubt: Doubt['why'] | null
}

/**
 * Whether a station is open at an instant, until when, or when it opens next, by the calendar of public holidays and make-up workdays by
 * which meals are planned, too. A closure wins over weekly hours; the closing minute itself counts as closed. Where it is not known whether
 * it opens it is not open, and says that it is not known.
 */
export function openingAt(station: Timetable, now: Date, calendar: HolidayCalendar): Opening {
  const today = localDate(now)
  const at = now.toISOString()
  const closesAt = spansOn(station, today, calendar).reduce<Instant | null>(
    (last, { from, to, doubt }) =>
      doubt === null && from <= at && at < to && (last === null || last < to) ? to : last,
    null,
  )
  if (closesAt !== null) return { openNow: true, closesAt, opensAt: null, closure: null }
  return {
    openNow: false,
    closesAt: null,
    ...nextOpening(station, now, calendar),
    closure: closedOn(station, today),
  }
}

/** Whether a station stays closed on a local date: why, and until when; null: it does not. */
export function closedOn({ closures }: Pick<StationRecord, 'closures'>, date: LocalDate): ClosedDays | null {
  const closure = closures.find(({ from, to }) => from <= date && date <= to)
  return closure ? { until: closure.to, reason: closure.reason } : null
}

/** Whether weekly hours count on public holidays, too: all of them, none, or some; unknown: of some nobody has said it. */
export function holidayHours(hours: readonly WeeklyHours[]): Station['onHolidays'] {
  if (hours.every(({ onHolidays }) => onHolidays === false)) return 'closed'
  if (hours.some(({ onHolidays }) => onHolidays === undefined)) return 'unknown'
  return hours.every(({ onHolidays }) => onHolidays) ? 'open' : 'partly'
}

/** The weekly hours as seven days of spans `08:00-11:30`, Monday first. */
export function weekOf(hours: WeeklyHours[]): Station['week'] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    spans: hoursOf(hours, weekday).map(({ from, to }) => `${from}-${to}`),
  }))
}

/** The next opening that is certain, and what stands before it of which nobody knows. */
function nextOpening(
  station: Timetable,
  now: Date,
  calendar: HolidayCalendar,
): Pick<Opening, 'opensAt' | 'unsure'> {
  const [today, at] = [localDate(now), now.toISOString()]
  const ahead = Array.from({ length: DAYS_AHEAD + 1 }, (_, day) => addDays(today, day))
    .flatMap((date) => spansOn(station, date, calendar))
    .filter(({ from, to, doubt }) => (doubt === null ? from > at : to > at))
  const opensAt = ahead.find(({ doubt }) => doubt === null)?.from ?? null
  const [first] = ahead
  return first?.doubt ? { opensAt, unsure: { why: first.doubt, from: first.from } } : { opensAt }
}

/** The hours of one local date, in order; none on a day of closure. */
function spansOn({ hours, closures }: Timetable, date: LocalDate, calendar: HolidayCalendar): Span[] {
  if (closedOn({ closures }, date)) return []
  const spans = hours.flatMap((span) => {
    const happens = happensOn(span, date, calendar)
    const doubt = happens === null ? 'holiday' : mayTurnOut(span, date, calendar) ? 'unarranged' : null
    if (happens === false && doubt === null) return []
    return [{ from: instantAt(date, span.from), to: instantAt(date, span.to), doubt } as const]
  })
  return spans.sort((a, b) => (a.from < b.from ? -1 : 1))
}

function hoursOf(hours: WeeklyHours[], weekday: number): WeeklyHours[] {
  return hours.filter((span) => span.weekdays.includes(weekday)).sort((a, b) => (a.from < b.from ? -1 : 1))
}
