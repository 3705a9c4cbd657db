import type { meals } from '#types/meals'
import { withClosure } from '../../_domain/stations/closures'
import type { Handler } from '../../_shell/context'
import { plannedAt } from '../../_shell/planning/planned'
import { tried } from './tried'

export const tryClosing: Handler<typeof meals.tryClosing> = async (ctx, { stationId, from, to, after }) => {
  const planned = await plannedAt(stationId, ctx.now)
  const station = withClosure(planned.station, { from, to, reason: '' }, ctx.now)
  return tried(planned, { ...planned.fit, station }, { after, now: ctx.now })
}
