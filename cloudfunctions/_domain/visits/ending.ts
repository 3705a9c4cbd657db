import type { Actor } from '#types/actors'
import { localDate } from '#types/days'
import type { Ending } from '#types/endings'
import { can, visitMoves } from '#types/states'
import type { VisitRecord } from './records'
import { moveVisit } from './visits'

/**
 * A visit that ends although nobody cancelled it; null where there is nothing to end. After a death every awaited one does, and
 * whoever is at the door learns it there; once her data are gone, whoever is at the door brings it to its end themselves.
 */
export function endVisit(
  visit: VisitRecord,
  ending: Ending,
  move: { by: Actor; now: Date },
): VisitRecord | null {
  const act = ending === 'died' ? 'end' : 'cancel'
  return can(visit.state, act, visitMoves) ? { ...moveVisit(visit, act, move), ended: ending } : null
}

/** Whether a death, or what was taken for one, ended it today: its helper is told until the day is over. */
export function isEndedToday({ ended, history }: VisitRecord, now: Date): boolean {
  const last = history.at(-1)
  return (
    (ended === 'died' || ended === 'mistaken') && last !== undefined && localDate(last.at) === localDate(now)
  )
}
