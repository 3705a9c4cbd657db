import { weekdayOf } from '#types/days'
import type { DayKind } from '#types/policies/meal'
import type { LocalDate } from '#types/values'

/** Public holidays and the weekend days that are worked in exchange, for the dates from `from` to `to`. */
export interface HolidayCalendar {
  from: LocalDate
  to: LocalDate
  holidays: readonly { name: string; from: LocalDate; to: LocalDate }[]
  workdays: readonly LocalDate[]
}

/**
 * What kind of day a local date is. A day of a public holiday is a holiday even when it is a Sunday; a make-up Saturday is a
 * workday. Outside the calendar's dates the weekday alone decides.
 */
export function dayKind(date: LocalDate, calendar: HolidayCalendar): DayKind {
  if (holidayOn(date, calendar)) return 'holiday'
  if (calendar.workdays.includes(date)) return 'workday'
  return weekdayOf(date) <= 5 ? 'workday' : 'weekend'
}

/** The public holiday to which a local date belongs, by name; null: none. */
export const holidayOn = (date: LocalDate, { holidays }: HolidayCalendar): string | null =>
  holidays.find(({ from, to }) => from <= date && date <= to)?.name ?? null
