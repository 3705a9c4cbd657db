import type { visits } from '#types/visits'
import { concernOfVisit } from '../_domain/access/concerns'
import { isForMany, tellReported } from '../_domain/messages/of-visits'
import { hasMet, reportBeside, reportVisit } from '../_domain/visits/reports'
import type { Handler } from '../_shell/context'
import { markSeen } from '../_shell/elder-records/mark-seen'
import { notices, visitTerms } from '../_shell/policies'
import { aroundVisit } from '../_shell/reachable'
import { changeVisit } from './change-visit'

export const report: Handler<typeof visits.report> = (
  ctx,
  { visitId, outcome, note, ambulanceCalled = null },
) => {
  const found = { outcome, note: note || null, ambulanceCalled, isHeld: ctx.textsHeldBack }
  return changeVisit(ctx, visitId, {
    change: (visit, by) => {
      const write = visit.helper?.openid === ctx.openid ? reportVisit : reportBeside
      return write(visit, found, { by, now: ctx.now, isAnew: ctx.key !== null }, visitTerms)
    },
    async requires(work, { elderId }) {
      if (hasMet(outcome)) await markSeen(work, await work.find('elders', elderId), 'visited', ctx.now)
    },
    tell: async (visit, before) => {
      const reach = isForMany(visit, before) ? await aroundVisit(visit, ctx.now) : {}
      return tellReported(visit, before, { by: ctx.openid, reach, now: ctx.now, notices })
    },
    concern: (visit) => ({
      ...concernOfVisit(visit),
      former: outcome === 'emergency' ? visit.lastHelper : null,
    }),
  })
}
