import { addDays, weekdayOf } from '#types/days'
import type { DayKind } from '#types/policies/meal'
import type { LocalDate } from '#types/values'

/** Public holidays and the weekend days that are worked in exchange, for the dates from `from` to `to`. */
export interface HolidayCalendar {
  from: LocalDate
  to: LocalDate
  /** The last date for which the year's notice is entered; of later ones only the holidays by law are. */
  arrangedUntil: LocalDate
  holidays: readonly { name: string; from: LocalDate; to: LocalDate }[]
  workdays: readonly LocalDate[]
}

/**
 * What kind of day a local date is. A day of a public holiday is a holiday even when it is a Sunday; a make-up Saturday is a
 * workday. Beyond what is announced (`isArranged`) holidays by law are known, and of every other day the weekday alone decides.
 */
export function dayKind(date: LocalDate, calendar: HolidayCalendar): DayKind {
  if (holidayOn(date, calendar)) return 'holiday'
  if (calendar.workdays.includes(date)) return 'workday'
  return weekdayOf(date) <= 5 ? 'workday' : 'weekend'
}

/**
 * Whether it is announced what kind of day a local date is: beyond, a working day may become part of a holiday, and a weekend day be worked
 * in exchange.
 */
export const isArranged = (date: LocalDate, { from, arrangedUntil }: HolidayCalendar): boolean =>
  from <= date && date <= arrangedUntil

/** What a local date counts by that is not announced: the holidays of the law, or its weekday alone; null: it is announced. */
export function countsBy(date: LocalDate, calendar: HolidayCalendar): 'law' | 'weekday' | null {
  if (isArranged(date, calendar)) return null
  return calendar.from <= date && date <= calendar.to ? 'law' : 'weekday'
}

/** Weekdays on which something takes place, and whether it does on public holidays, too. Absent: nobody has said. */
interface Weekly {
  weekdays: readonly number[]
  onHolidays?: boolean | undefined
}

/**
 * Whether something that repeats every week takes place on a local date, as far as weekdays and public holidays go. Null: it is a public
 * holiday, and nobody has said whether it does then.
 */
export function happensOn(weekly: Weekly, date: LocalDate, calendar: HolidayCalendar): boolean | null {
  if (!fallsOn(weekly, date, calendar)) return false
  return holidayOn(date, calendar) === null || (weekly.onHolidays ?? null)
}

/** The weekday is one of its own; a make-up workday counts for whatever takes place on all workdays, whatever weekday it is. */
export const fallsOn = ({ weekdays }: Weekly, date: LocalDate, calendar: HolidayCalendar): boolean =>
  weekdays.includes(weekdayOf(date)) || (dayKind(date, calendar) === 'workday' && isOnWorkdays(weekdays))

/** So many days from a holiday others become part of it or are worked in exchange: five at most in 2025 and 2026, and twice as many here. */
const MOVED_WITHIN = 10

/**
 * Whether what `happensOn` says of a local date may turn out otherwise once the year's notice is entered: near a holiday by law, and on any
 * day for which not even these are known.
 */
export function mayTurnOut(
  { weekdays, onHolidays }: Weekly,
  date: LocalDate,
  calendar: HolidayCalendar,
): boolean {
  if (isArranged(date, calendar) || holidayOn(date, calendar) !== null) return false
  if (date <= calendar.to && !isNearHoliday(date, calendar)) return false
  return weekdays.includes(weekdayOf(date)) ? onHolidays !== true : isOnWorkdays(weekdays)
}

const isNearHoliday = (date: LocalDate, { holidays }: HolidayCalendar): boolean =>
  holidays.some(({ from, to }) => addDays(from, -MOVED_WITHIN) <= date && date <= addDays(to, MOVED_WITHIN))

const WORKDAYS = [1, 2, 3, 4, 5]

const isOnWorkdays = (weekdays: readonly number[]): boolean => WORKDAYS.every((day) => weekdays.includes(day))

/** The public holiday to which a local date belongs, by name; null: none. */
export const holidayOn = (date: LocalDate, { holidays }: HolidayCalendar): string | null =>
  holidays.find(({ from, to }) => from <= date && date <= to)?.name ?? null
