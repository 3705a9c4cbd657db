import type { visits } from '#types/visits'
import { callablesOf, mayRingStationAlone, requireMayRing } from '../_domain/visits/callable'
import { answeringFor } from '../_shell/answering'
import { find } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { permittedVisit } from './permitted-visit'

export const callable: Handler<typeof visits.callable> = async (ctx, { visitId }) => {
  const visit = await permittedVisit(ctx, visitId)
  const account = ctx.knownAccount()
  const isStationAlone = mayRingStationAlone(visit, account)
  if (!isStationAlone) requireMayRing(visit, account)
  const [elder, answering] = await Promise.all([
    isStationAlone ? null : find('elders', visit.elderId),
    answeringFor(visit.stationId, ctx.now),
  ])
  return callablesOf(visit, elder, answering)
}
