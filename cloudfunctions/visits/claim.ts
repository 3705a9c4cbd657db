import type { visits } from '#types/visits'
import { helperOf } from '../_domain/access/holdings'
import { tellProgress } from '../_domain/messages/of-visits'
import { claimVisit, requireRoomForTask } from '../_domain/visits/visits'
import type { Handler } from '../_shell/context'
import { notices, visitTerms } from '../_shell/policies'
import { elderPhone } from '../_shell/reachable'
import { tasksOf } from '../_shell/tasks-of'
import { changeVisit } from './change-visit'

export const claim: Handler<typeof visits.claim> = async (ctx, { visitId }) => {
  const account = ctx.knownAccount()
  const helper = helperOf(account)
  return changeVisit(ctx, visitId, {
    change: (visit, by) => claimVisit(visit, helper, { by, now: ctx.now }),
    isPromise: true,
    async requires(work) {
      const mine = await work.get('accounts', account.id)
      requireRoomForTask(await tasksOf(mine.id), visitId, visitTerms)
      work.put('accounts', { ...mine, lastClaimAt: ctx.now.toISOString() })
    },
    tell: async (visit) => {
      const reach = { elder: [await elderPhone(visit.elderId)] }
      return tellProgress(visit, 'claimed', { by: ctx.openid, reach, now: ctx.now, notices })
    },
  })
}
