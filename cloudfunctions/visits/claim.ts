import type { visits } from '#types/visits'
import { helperOf } from '../_domain/access'
import { claimVisit } from '../_domain/visits'
import type { Handler } from '../_shell/context'
import { visitMessage } from '../_shell/messages'
import { changeVisit } from './change-visit'

export const claim: Handler<typeof visits.claim> = (ctx, { visitId }) => {
  const helper = helperOf(ctx.knownAccount())
  return changeVisit(ctx, visitId, {
    change: (visit, by) => claimVisit(visit, helper, { by, now: ctx.now }),
    tell: (visit) => visitMessage(visit, ctx.now),
  })
}
