import type { Contract } from '../contract'
import { Id, Key, PageCursor } from '../values'
import * as z from '../z'
import { Trial } from './misfits'
import { KeptPlan, PlanChange, StationPlans } from './plans'

const planErrors = ['NOT_FOUND', 'PLAN_CHANGED', 'PLAN_FAULTY', 'PLAN_TOO_LATE', 'DATE_TOO_FAR'] as const
/** The `rev` of the plan of that slot and date as the caller saw it; null: there was none. */
const seen = z.nullable(z.int())

/** What a station serves: its plans. Whoever has booked keeps what they have, whatever is changed. */
export const planActions = {
  /** The plans of a station: in force, coming, and the last few that are over. */
  plans: {
    who: ['manager'],
    input: z.strictObject({ stationId: Id }),
    output: StationPlans,
    errors: ['NOT_FOUND'],
  },

  /** What a change of the plans would do, and who would not fit any more. Nothing is written; a page at a time. */
  tryPlan: {
    who: ['manager'],
    input: z.strictObject({ stationId: Id, change: PlanChange, seen, after: z.optional(PageCursor) }),
    output: Trial,
    errors: planErrors,
  },

  /** Changes the plans of a station for the future: from a date on of which nothing can be past its cut-off. */
  changePlan: {
    who: ['manager'],
    input: z.strictObject({ stationId: Id, change: PlanChange, seen, key: z.optional(Key) }),
    output: KeptPlan,
    errors: planErrors,
    writes: true,
    shown: ['change.plan.tables.name'],
  },
} as const satisfies Contract
