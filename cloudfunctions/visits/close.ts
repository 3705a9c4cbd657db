import type { visits } from '#types/visits'
import { closeVisit } from '../_domain/visits/visits'
import type { Handler } from '../_shell/context'
import { changeVisit } from './change-visit'

export const close: Handler<typeof visits.close> = (ctx, { visitId }) =>
  changeVisit(ctx, visitId, { change: (visit, by) => closeVisit(visit, { by, now: ctx.now }) })
