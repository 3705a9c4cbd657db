import type { visits } from '#types/visits'
import { telephonesOf } from '../_domain/people/elders/telephones'
import { callablesOf, mayRingStationAlone, requireMayRing } from '../_domain/visits/callable'
import { answeringFor } from '../_shell/answering'
import type { Handler } from '../_shell/context'
import { registrationsOf } from '../_shell/registrations'
import { permittedVisit } from './permitted-visit'

export const callable: Handler<typeof visits.callable> = async (ctx, { visitId }) => {
  const visit = await permittedVisit(ctx, visitId)
  const account = ctx.knownAccount()
  const isStationAlone = mayRingStationAlone(visit, account)
  if (!isStationAlone) requireMayRing(visit, account)
  const [all, answering] = await Promise.all([
    isStationAlone ? [] : registrationsOf(visit.elderId),
    answeringFor(visit.stationId, ctx.now),
  ])
  return callablesOf(visit, telephonesOf(all), answering)
}
