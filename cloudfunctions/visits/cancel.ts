import type { visits } from '#types/visits'
import { moveVisit } from '../_domain/visits/visits'
import type { Handler } from '../_shell/context'
import { changeVisit } from './change-visit'

export const cancel: Handler<typeof visits.cancel> = (ctx, { visitId }) =>
  changeVisit(ctx, visitId, {
    change: (visit, by) =>
      visit.state === 'cancelled' ? visit : moveVisit(visit, 'cancel', { by, now: ctx.now }),
  })
