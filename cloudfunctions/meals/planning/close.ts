import type { meals } from '#types/meals'
import { withClosure } from '../../_domain/stations/closures'
import type { Handler } from '../../_shell/context'
import { changedClosures } from './changed-closures'

export const close: Handler<typeof meals.close> = (ctx, { stationId, from, to, reason }) =>
  changedClosures(ctx, stationId, (station) => withClosure(station, { from, to, reason }, ctx.now))
