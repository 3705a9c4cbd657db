import { weekdayOf } from '#types/days'
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

/** The public holiday to which a local date belongs, by name; null: none. */
export const holidayOn = (date: LocalDate, { holidays }: HolidayCalendar): string | null =>
  holidays.find(({ from, to }) => from <= date && date <= to)?.name ?? null
