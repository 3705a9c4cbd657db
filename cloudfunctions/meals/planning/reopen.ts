import type { meals } from '#types/meals'
import { reopened } from '../../_domain/stations/closures'
import type { Handler } from '../../_shell/context'
import { changedClosures } from './changed-closures'

export const reopen: Handler<typeof meals.reopen> = (ctx, { stationId, from }) =>
  changedClosures(ctx, stationId, (station) => reopened(station, from, ctx.now))
