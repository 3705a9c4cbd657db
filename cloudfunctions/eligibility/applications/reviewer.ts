import type { Reviewer } from '../../_domain/eligibility/reviewing'
import type { Ctx } from '../../_shell/context'
import { personOf } from '../../_shell/secrets'

/** The caller as a reviewer, in the capacity found by the last `permit`. */
export const reviewerOf = (ctx: Ctx): Reviewer => ({
  account: ctx.knownAccount(),
  person: personOf(ctx.callerId()),
  by: ctx.actor(),
  now: ctx.now,
})
