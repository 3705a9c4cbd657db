import type { Trial } from '#types/meals/misfits'
import type { PlanChange } from '#types/meals/plans'

/** A change that is tried before it is kept, and the `rev` of what it takes the place of; null: of nothing. */
export interface Tried {
  change: PlanChange
  seen: number | null
  trial: Trial
}
