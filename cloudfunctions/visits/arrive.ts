import type { visits } from '#types/visits'
import { tellProgress } from '../_domain/messages/of-visits'
import { moveVisit } from '../_domain/visits/visits'
import type { Handler } from '../_shell/context'
import { notices } from '../_shell/policies'
import { changeVisit } from './change-visit'

export const arrive: Handler<typeof visits.arrive> = (ctx, { visitId }) =>
  changeVisit(ctx, visitId, {
    change: (visit, by) =>
      visit.state === 'onSite' ? visit : moveVisit(visit, 'arrive', { by, now: ctx.now }),
    tell: (visit) => tellProgress(visit, 'arrived', { by: ctx.openid, now: ctx.now, notices }),
  })
