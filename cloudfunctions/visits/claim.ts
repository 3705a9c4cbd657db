import type { visits } from '#types/visits'
import { helperOf } from '../_domain/access/holdings'
import { claimVisit, requireRoomForTask } from '../_domain/visits/visits'
import type { Handler } from '../_shell/context'
import { visitMessage } from '../_shell/messages'
import { visitTerms } from '../_shell/policies'
import { tasksOf } from '../_shell/tasks-of'
import { changeVisit } from './change-visit'

export const claim: Handler<typeof visits.claim> = async (ctx, { visitId }) => {
  const account = ctx.knownAccount()
  const helper = helperOf(account)
  requireRoomForTask(await tasksOf(account.id), visitId, visitTerms)
  return changeVisit(ctx, visitId, {
    change: (visit, by) => claimVisit(visit, helper, { by, now: ctx.now }),
    tell: (visit) => visitMessage(visit, ctx.now),
  })
}
