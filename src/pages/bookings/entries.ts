import type { OwnOrder } from '#types/meals/orders'
import type { MealOrderState, VisitState } from '#types/states'
import type { Instant } from '#types/values'
import type { Visit } from '#types/visits'

/** A meal or a visit of the list, at the moment that it is sorted by. */
export type Entry =
  | { kind: 'meal'; at: Instant; order: OwnOrder }
  | { kind: 'visit'; at: Instant; visit: Visit }

/** Also what the station refused: somebody has to choose again. */
const comingMeals: readonly MealOrderState[] = ['waiting', 'offered', 'placed', 'confirmed', 'refused']
/** Also what was reported: somebody has to read it. */
const comingVisits: readonly VisitState[] = ['open', 'claimed', 'onSite', 'escalated', 'reported']

const lunchLasts = 2 * 3600_000

/** What is still to come, the next first, and what is over, the latest first. */
export function entriesOf(
  orders: readonly OwnOrder[],
  visits: readonly Visit[],
  now: Instant,
): { coming: Entry[]; past: Entry[] } {
  const entries: Entry[] = [
    ...orders.map((order): Entry => ({ kind: 'meal', at: order.startsAt, order })),
    ...visits.map((visit): Entry => ({ kind: 'visit', at: visit.report?.at ?? visit.dueAt, visit })),
  ]
  const byTime = [...entries].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return {
    coming: byTime.filter((entry) => isComing(entry, now)),
    past: byTime.filter((entry) => !isComing(entry, now)).reverse(),
  }
}

function isComing(entry: Entry, now: Instant): boolean {
  if (entry.kind === 'visit') return comingVisits.includes(entry.visit.state)
  return comingMeals.includes(entry.order.state) && Date.parse(entry.at) + lunchLasts > Date.parse(now)
}
