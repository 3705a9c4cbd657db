import type { Instant } from '#types/values'

let ahead = 0

/** The cloud said what time it is. The phone's own clock may be wrong by years; only its ticking is trusted. */
export function setCloudNow(now: Instant): void {
  ahead = Date.parse(now) - Date.now()
}

/** The cloud's time. Pages show nothing dated before `usePerson` is ready, and with it this clock is set. */
export function cloudNow(): Instant {
  return new Date(Date.now() + ahead).toISOString()
}
