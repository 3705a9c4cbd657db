import type { Place } from '#types/values'
import type { Outcome, QueuedVisit } from '#types/visits'
import type { AccountRecord } from '../people/records'
import { type Walking, walkBetween } from '../stations/walking'
import type { VisitRecord } from './records'
import { visitFor } from './visits'

/** Outcomes after which somebody has to do something. */
const CALLING: readonly Outcome[] = ['emergency', 'noAnswer', 'needsFound']

/**
 * A helper's list: the helper's own tasks first, then reports after which somebody has to act, then the nearest door first, then
 * the other reports; of two at one distance the one that is due first. Without a place to start from every way counts as
 * nothing, and due dates decide.
 */
export function queuedVisits(
  visits: readonly VisitRecord[],
  { account, from, walking }: { account: AccountRecord; from: Place | null; walking: Walking },
): QueuedVisit[] {
  return visits
    .map((visit) => ({
      ...visitFor(visit, account),
      ...walkBetween(from ?? visit.place, visit.place, walking),
    }))
    .sort((a, b) => rank(a) - rank(b) || a.metres - b.metres || a.dueAt.localeCompare(b.dueAt))
}

function rank(visit: QueuedVisit): number {
  if (visit.state !== 'reported') return visit.isMine ? 0 : 2
  return visit.report && CALLING.includes(visit.report.outcome) ? 1 : 3
}
