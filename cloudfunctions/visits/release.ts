import type { visits } from '#types/visits'
import { concernOfVisit } from '../_domain/access/concerns'
import { tellReleased } from '../_domain/messages/of-visits'
import { releaseVisit } from '../_domain/visits/visits'
import { find } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { notices, walking } from '../_shell/policies'
import { aroundReleased } from '../_shell/reachable'
import { changeVisit } from './change-visit'

export const release: Handler<typeof visits.release> = async (ctx, { visitId }) => {
  const known = await find('visits', visitId)
  const around = known && (await aroundReleased(known, ctx.now))
  return changeVisit(ctx, visitId, {
    change: (visit, by) =>
      releaseVisit(visit, ctx.knownAccount().id, { by, now: ctx.now }, around?.reach.helpers),
    tell: (visit, before) =>
      tellReleased(before, visit, { ...around, by: ctx.openid, now: ctx.now, notices, walking }),
    concern: (visit) => ({ ...concernOfVisit(visit), former: visit.releasedBy }),
  })
}
