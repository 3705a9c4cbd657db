import type { visits } from '#types/visits'
import { reportVisit } from '../_domain/visits/visits'
import type { Handler } from '../_shell/context'
import { visitMessage } from '../_shell/messages'
import { changeVisit } from './change-visit'

export const report: Handler<typeof visits.report> = (ctx, { visitId, outcome, note = null }) =>
  changeVisit(ctx, visitId, {
    change: (visit, by) => reportVisit(visit, { outcome, note }, { by, now: ctx.now }),
    tell: (visit) => visitMessage(visit, ctx.now),
  })
