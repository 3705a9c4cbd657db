/** `YYYY-MM-DD` in Asia/Shanghai; `values.ts` checks it by what stands here. */
type LocalDate = string
/** ISO 8601 in UTC. */
type Instant = string

/** Asia/Shanghai has had no summer time since 1991: a fixed offset in minutes is right for every date we handle. */
export const SHANGHAI = 8 * 60
const DAY = 24 * 3600_000

/** An instant moved so that its UTC parts are Shanghai's; phones may know no time zones at all. */
export const inShanghai = (instant: Date | Instant): Date =>
  new Date(new Date(instant).getTime() + SHANGHAI * 60_000)

/** The local calendar date on which an instant falls. */
export const localDate = (instant: Date | Instant): LocalDate =>
  inShanghai(instant).toISOString().slice(0, 10)

/** The local date so many days later (or earlier, when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(midnight(date) + days * DAY).toISOString().slice(0, 10)

/** Whole days from one date to another; negative when it lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((midnight(to) - midnight(from)) / DAY)

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(midnight(date)).getUTCDay() || 7

/** The Monday of the week in which a local date lies; a Sunday ends its week. */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date))

/** How a local date is written: `2026-11-22`. */
export const datePattern = /^\d{4}-\d{2}-\d{2}$/

/** Whether a text is a local date that exists: 29 February only in leap years. */
export function isCalendarDate(text: string): boolean {
  const date = new Date(midnight(text))
  return datePattern.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

const midnight = (date: LocalDate) => Date.parse(`${date}T00:00:00.000Z`)
