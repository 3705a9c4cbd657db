import { AppError } from '#types/errors'
import type { visits } from '#types/visits'
import { isByStaff } from '../_domain/access/grants'
import { tellCalledOff, tellProgress } from '../_domain/messages/of-visits'
import { knowsByOther } from '../_domain/people/likenesses/callers'
import type { VisitRecord } from '../_domain/visits/records'
import { cancelVisit } from '../_domain/visits/visits'
import type { Ctx, Handler } from '../_shell/context'
import { partableUntil } from '../_shell/elder-records/partable'
import { notices } from '../_shell/policies'
import { aroundVisit } from '../_shell/reachable'
import type { Work } from '../_shell/transact'
import { changeVisit } from './change-visit'

export const cancel: Handler<typeof visits.cancel> = (ctx, { visitId }) =>
  changeVisit(ctx, visitId, {
    change: (visit, by) => cancelVisit(visit, { by, now: ctx.now }),
    requires: (work, visit) => requireHers(ctx, work, visit),
    tell: async (visit, { alarm }) => {
      const about = { by: ctx.openid, now: ctx.now, notices }
      if (alarm !== 'urgent') return tellProgress(visit, 'cancelled', about)
      return tellCalledOff(visit, { ...about, reach: await aroundVisit(visit, ctx.now) })
    },
  })

/**
 * Whoever knows an elder under one registration does not take back what was asked for under another one that may be somebody else's: they
 * ring the wrong door, and find her well.
 * @throws AppError `STILL_ALARMING`
 */
async function requireHers(ctx: Ctx, work: Work, visit: VisitRecord): Promise<void> {
  if (isByStaff(ctx.actor()) || !knowsByOther(ctx.knownAccount(), visit)) return
  const elder = await work.find('elders', visit.elderId)
  if (elder?.joinedTo !== undefined && (await partableUntil(elder.id, elder.joinedTo, ctx.now)))
    throw new AppError('STILL_ALARMING')
}
