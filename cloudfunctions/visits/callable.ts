import type { visits } from '#types/visits'
import { callablesOf, requireMayRing } from '../_domain/visits/callable'
import { find } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { permittedVisit } from './permitted-visit'

export const callable: Handler<typeof visits.callable> = async (ctx, { visitId }) => {
  const visit = await permittedVisit(ctx, visitId)
  requireMayRing(visit, ctx.knownAccount())
  const [elder, station] = await Promise.all([
    find('elders', visit.elderId),
    find('stations', visit.stationId),
  ])
  return callablesOf(visit, elder, station)
}
