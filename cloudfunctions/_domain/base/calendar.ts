import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import type { Instant, LocalDate } from '#types/values'

dayjs.extend(utc)

/** Asia/Shanghai has had no summer time since 1991: a fixed offset in minutes is right for every date we handle. */
const OFFSET = 8 * 60

/** The local calendar date on which an instant falls. */
export function localDate(instant: Date | Instant): LocalDate {
  return dayjs(instant).utcOffset(OFFSET).format('YYYY-MM-DD')
}

/** The local time of day of an instant, `HH:mm`. */
export function localTime(instant: Date | Instant): string {
  return dayjs(instant).utcOffset(OFFSET).format('HH:mm')
}

/** The instant of a local time on a local date. `24:00` is the end of that day. */
export function instantAt(date: LocalDate, time: string): Instant {
  const [hours = '0', minutes = '0'] = time.split(':')
  const midnight = Date.parse(`${date}T00:00:00Z`) - OFFSET * 60_000
  return new Date(midnight + (Number(hours) * 60 + Number(minutes)) * 60_000).toISOString()
}

/** The instant so many minutes later. */
export function minutesAfter(instant: Date, minutes: number): Instant {
  return new Date(instant.getTime() + minutes * 60_000).toISOString()
}

/** The local date so many days later (or earlier, when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

/**
 * Full years of age on a local date, the birthday itself counted. Somebody born on 29 February has the birthday
 * on 1 March in other years.
 */
export function ageOn(birthDate: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) >= birthDate.slice(5) ? years : years - 1
}
