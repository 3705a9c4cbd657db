import type { visits } from '#types/visits'
import { concernOfVisit } from '../_domain/access/concerns'
import { isForMany, tellReported } from '../_domain/messages/of-visits'
import type { Reachable } from '../_domain/messages/telling'
import type { VisitRecord } from '../_domain/visits/records'
import { reportBeside, reportVisit } from '../_domain/visits/reports'
import type { Handler } from '../_shell/context'
import { notices, visitTerms } from '../_shell/policies'
import { aroundVisit } from '../_shell/reachable'
import { changeVisit } from './change-visit'

export const report: Handler<typeof visits.report> = (
  ctx,
  { visitId, outcome, note = null, ambulanceCalled = null },
) => {
  const found = { outcome, note, ambulanceCalled, isHeld: ctx.textsHeldBack }
  return changeVisit(ctx, visitId, {
    change: (visit, by) => {
      const write = visit.helper?.openid === ctx.openid ? reportVisit : reportBeside
      return write(visit, found, { by, now: ctx.now }, visitTerms)
    },
    tell: async (visit, before) => {
      const reach = isForMany(visit, before) ? await reachOf(visit, before, ctx.now) : {}
      return tellReported(visit, before, { by: ctx.openid, reach, now: ctx.now, notices })
    },
    concern: (visit) => ({
      ...concernOfVisit(visit),
      former: outcome === 'emergency' ? visit.lastHelper : null,
    }),
  })
}

/** Of somebody who is written down as dead only those hear who answer for the place: they see whether that is wrong. */
async function reachOf(visit: VisitRecord, { ended }: VisitRecord, now: Date): Promise<Reachable> {
  const { clerk, coordinator, ...near } = await aroundVisit(visit, now)
  return ended === 'died' ? { clerk, coordinator } : { clerk, coordinator, ...near }
}
