import type { Place } from '#types/values'
import type { QueuedVisit } from '#types/visits'
import type { AccountRecord } from './records/people'
import type { VisitRecord } from './records/visits'
import { type Reader, visitFor } from './visits'
import { type Walking, walkBetween } from './walking'

/** Whether an account reads visits in full: its roles are staff's, not only a volunteer's. */
export function seesAll(account: AccountRecord): boolean {
  return account.memberships.some((held) => held.state === 'assignable' && held.role !== 'volunteer')
}

/**
 * A helper's list: the helper's own tasks first, then the nearest door first, then reports to read; of two at one
 * distance the one that is due first. Without a place to start from every way counts as nothing, and due dates decide.
 */
export function queuedVisits(
  visits: readonly VisitRecord[],
  { from, reader, walking }: { from: Place | null; reader: Reader; walking: Walking },
): QueuedVisit[] {
  return visits
    .map((visit) => ({
      ...visitFor(visit, reader),
      ...walkBetween(from ?? visit.place, visit.place, walking),
    }))
    .sort((a, b) => rank(a) - rank(b) || a.metres - b.metres || a.dueAt.localeCompare(b.dueAt))
}

const rank = (visit: QueuedVisit) => (visit.state === 'reported' ? 2 : visit.isMine ? 0 : 1)
