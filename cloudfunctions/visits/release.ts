import type { visits } from '#types/visits'
import { concernOfVisit } from '../_domain/access/concerns'
import { tellProgress } from '../_domain/messages/of-visits'
import { releaseVisit } from '../_domain/visits/visits'
import type { Handler } from '../_shell/context'
import { notices } from '../_shell/policies'
import { changeVisit } from './change-visit'

export const release: Handler<typeof visits.release> = (ctx, { visitId }) =>
  changeVisit(ctx, visitId, {
    change: (visit, by) => releaseVisit(visit, ctx.knownAccount().id, { by, now: ctx.now }),
    tell: (_, before) => tellProgress(before, 'released', { by: ctx.openid, now: ctx.now, notices }),
    concern: (visit) => ({ ...concernOfVisit(visit), former: visit.releasedBy }),
  })
