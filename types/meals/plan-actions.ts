import type { Contract } from '../contract'
import { Closure } from '../stations'
import { Id, Key, LocalDate, PageCursor, ShortText } from '../values'
import * as z from '../z'
import { Misfits, Trial } from './misfits'
import { KeptPlan, PlanChange, StationPlans } from './plans'
import { Slot } from './sittings'

const planErrors = ['NOT_FOUND', 'PLAN_CHANGED', 'PLAN_FAULTY', 'PLAN_TOO_LATE', 'DATE_TOO_FAR'] as const
/** The `rev` of the plan of that slot and date as the caller saw it; null: there was none. */
const seen = z.nullable(z.int())

/** The first and the last day. */
const days = { from: LocalDate, to: LocalDate }
const inOrder = z.refine<{ from: string; to: string }>(({ from, to }) => from <= to, {
  error: 'ends before it begins',
})
const closingErrors = ['NOT_FOUND', 'DATE_PAST', 'DATE_TOO_FAR', 'CLOSURES_FULL'] as const

/** What a station serves: its plans and the days on which it stays closed. Whoever has booked keeps what they have, whatever is changed. */
export const planActions = {
  /** The plans of a slot of a station: in force, coming, and the last few that are over. */
  plans: {
    who: ['manager'],
    input: z.strictObject({ stationId: Id, slot: Slot }),
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
  },

  /** The days on which a station stays closed, today's and the coming ones. */
  closures: {
    who: ['manager'],
    input: z.strictObject({ stationId: Id }),
    output: z.array(Closure),
    errors: ['NOT_FOUND'],
  },

  /** Who is booked for days on which a station is about to be closed. Nothing is written; a page at a time. */
  tryClosing: {
    who: ['manager'],
    input: z.strictObject({ stationId: Id, ...days, after: z.optional(PageCursor) }).check(inOrder),
    output: Trial,
    errors: closingErrors,
  },

  /** Closes a station for some days, today or later: everybody reads it in the directory with the reason. */
  close: {
    who: ['manager'],
    input: z.strictObject({ stationId: Id, ...days, reason: ShortText, key: z.optional(Key) }).check(inOrder),
    output: z.array(Closure),
    errors: closingErrors,
    writes: true,
    shown: ['reason'],
  },

  /** Opens it again from a date on until the end of what it was closed for on that date. Where it is not closed nothing changes. */
  reopen: {
    who: ['manager'],
    input: z.strictObject({ stationId: Id, from: LocalDate, key: z.optional(Key) }),
    output: z.array(Closure),
    errors: ['NOT_FOUND', 'DATE_PAST'],
    writes: true,
  },

  /** Live orders of a station that do not fit what it serves, whatever the cause, those that cannot wait first; a page at a time. */
  misfits: {
    who: ['manager'],
    input: z.strictObject({ stationId: Id, after: z.optional(PageCursor) }),
    output: Misfits,
    errors: ['NOT_FOUND'],
  },
} as const satisfies Contract
