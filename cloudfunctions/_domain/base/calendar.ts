import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { SHANGHAI } from '#types/days'
import type { Instant, LocalDate } from '#types/values'

dayjs.extend(utc)

/** The local time of day of an instant, `HH:mm`. */
export function localTime(instant: Date | Instant): string {
  return dayjs(instant).utcOffset(SHANGHAI).format('HH:mm')
}

/** The instant of a local time on a local date. `24:00` is the end of that day. */
export function instantAt(date: LocalDate, time: string): Instant {
  const [hours = '0', minutes = '0'] = time.split(':')
  const midnight = Date.parse(`${date}T00:00:00Z`) - SHANGHAI * 60_000
  return new Date(midnight + (Number(hours) * 60 + Number(minutes)) * 60_000).toISOString()
}

/** The instant so many minutes later. */
export function minutesAfter(instant: Date, minutes: number): Instant {
  return new Date(instant.getTime() + minutes * 60_000).toISOString()
}

/**
 * Full years of age on a local date, the birthday itself counted. Somebody born on 29 February has the birthday
 * on 1 March in other years.
 */
export function ageOn(birthDate: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) >= birthDate.slice(5) ? years : years - 1
}
