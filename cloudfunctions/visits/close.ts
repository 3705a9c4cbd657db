import type { visits } from '#types/visits'
import { tellSettled } from '../_domain/messages/of-visits'
import { closeVisit } from '../_domain/visits/visits'
import type { Handler } from '../_shell/context'
import { notices } from '../_shell/policies'
import { aroundVisit } from '../_shell/reachable'
import { changeVisit } from './change-visit'

export const close: Handler<typeof visits.close> = (ctx, { visitId, done, seen }) =>
  changeVisit(ctx, visitId, {
    change: (visit, by) => closeVisit(visit, { done: done || null, seen }, { by, now: ctx.now }),
    tell: async (visit, { alarm }) => {
      if (alarm === null) return null
      const reach = await aroundVisit(visit, ctx.now)
      return tellSettled(visit, { by: ctx.openid, reach, now: ctx.now, notices })
    },
  })
