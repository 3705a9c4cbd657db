import type { visits } from '#types/visits'
import { tellCalledOff, tellProgress } from '../_domain/messages/of-visits'
import { cancelVisit } from '../_domain/visits/visits'
import type { Handler } from '../_shell/context'
import { notices } from '../_shell/policies'
import { aroundVisit } from '../_shell/reachable'
import { changeVisit } from './change-visit'

export const cancel: Handler<typeof visits.cancel> = (ctx, { visitId }) =>
  changeVisit(ctx, visitId, {
    change: (visit, by) => cancelVisit(visit, { by, now: ctx.now }),
    tell: async (visit, { alarm }) => {
      const about = { by: ctx.openid, now: ctx.now, notices }
      if (alarm !== 'urgent') return tellProgress(visit, 'cancelled', about)
      return tellCalledOff(visit, { ...about, reach: await aroundVisit(visit, ctx.now) })
    },
  })
