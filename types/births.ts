import type { LocalDate } from '#types/values'

/** Nobody is older, in years: whoever would be has mistyped a year. */
export const oldestAge = 125

/** The first local date on which somebody alive today may have been born. */
export const earliestBirth = (today: LocalDate): LocalDate =>
  `${String(Number(today.slice(0, 4)) - oldestAge).padStart(4, '0')}${today.slice(4)}`

/** What is wrong with a birth date, typed or read: somebody would be older than anybody is, or is not born yet; null where nothing is. */
export function birthFault(birthDate: LocalDate, today: LocalDate): 'longAgo' | 'toCome' | null {
  if (birthDate > today) return 'toCome'
  return birthDate < earliestBirth(today) ? 'longAgo' : null
}
