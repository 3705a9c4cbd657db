import type { visits } from '#types/visits'
import { moveVisit } from '../_domain/visits/visits'
import type { Handler } from '../_shell/context'
import { changeVisit } from './change-visit'

export const close: Handler<typeof visits.close> = (ctx, { visitId }) =>
  changeVisit(ctx, visitId, {
    change: (visit, by) =>
      visit.state === 'closed' ? visit : moveVisit(visit, 'close', { by, now: ctx.now }),
  })
