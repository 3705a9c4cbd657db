import type { visits } from '#types/visits'
import { tellProgress } from '../_domain/messages/of-visits'
import { cancelVisit } from '../_domain/visits/visits'
import type { Handler } from '../_shell/context'
import { notices } from '../_shell/policies'
import { changeVisit } from './change-visit'

export const cancel: Handler<typeof visits.cancel> = (ctx, { visitId }) =>
  changeVisit(ctx, visitId, {
    change: (visit, by) => cancelVisit(visit, { by, now: ctx.now }),
    tell: (visit) => tellProgress(visit, 'cancelled', { by: ctx.openid, now: ctx.now, notices }),
  })
