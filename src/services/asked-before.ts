import type { Instant } from '#types/values'
import type { Urgency, Visit } from '#types/visits'

/**
 * How a wish for a visit met one for the same elder and day that was awaited already: that one now says what was wished
 * (`asWished`, mostly because it was made more urgent), it is as urgent for another reason (`sameUrgency`), or more urgent.
 */
export type AskedBefore = 'asWished' | 'sameUrgency' | 'moreUrgent'

/** Between the cloud's clock and the phone's idea of it. */
const slack = 60_000

/** Reads it off the cloud's answer; undefined where the visit is a new one, asked for `since` the page was opened. */
export function askedBefore(
  visit: Visit,
  wish: { urgency: Urgency; reason?: string },
  since: Instant,
): AskedBefore | undefined {
  if (visit.urgency !== wish.urgency) return 'moreUrgent'
  if (wish.reason !== undefined && visit.reason?.includes(wish.reason) === false) return 'sameUrgency'
  return Date.parse(visit.askedAt) < Date.parse(since) - slack ? 'asWished' : undefined
}
