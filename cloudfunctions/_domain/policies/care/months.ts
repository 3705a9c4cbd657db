import { addDays, weekdayOf } from '#types/days'
import type { LocalDate } from '#types/values'

/** A calendar month, `YYYY-MM`. */
export type Month = string

/** The month of a local date. */
export const monthOf = (date: LocalDate): Month => date.slice(0, 7)
/** The calendar year, `YYYY`. */
export const yearOf = (date: LocalDate | Month): string => date.slice(0, 4)
/** The first local date of a month. */
export const firstDayOf = (month: Month): LocalDate => `${month}-01`
/** The last local date of a month. */
export const lastDayOf = (month: Month): LocalDate => addDays(firstDayOf(monthAfter(month)), -1)

/** The month so many months later. */
export function monthAfter(month: Month, months = 1): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The Monday that begins the week of a date. */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date))

/** Whether two months are of one calendar quarter: January to March and so on. */
export const isSameQuarter = (one: Month, other: Month): boolean =>
  yearOf(one) === yearOf(other) && quarterOf(one) === quarterOf(other)

const quarterOf = (month: Month): number => Math.ceil(Number(month.slice(5, 7)) / 3)
