import { AppError } from '#types/errors'
import type { stations } from '#types/stations'
import { afterInOrder, nearestInOrder } from '../_domain/stations/nearest'
import { nearbyStation } from '../_domain/stations/stations'
import { straightMetres } from '../_domain/stations/walking'
import { command, find, near, select, selectNearest } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { walking } from '../_shell/policies'

/** More stations than ever stand at one distance from anywhere: the order of the database begins and ends among them as it likes. */
const AT_ONE_PLACE = 20

/** Metres by which the database and we may differ. */
const SLACK = 1

export const nearby: Handler<typeof stations.nearby> = async (
  ctx,
  { lng, lat, service, kinds, limit, after },
) => {
  const from = { lng, lat }
  const last = after === undefined ? null : await find('stations', after)
  if (after !== undefined && !last) throw new AppError('NOT_FOUND', { stationId: after })
  const where = {
    ...(service !== undefined && { services: service }),
    ...(kinds && { kind: command.in(kinds) }),
  }
  const most = limit + AT_ONE_PLACE
  const found = last
    ? await select('stations', {
        where: {
          ...where,
          location: near(from, { from: Math.max(0, straightMetres(from, last.place) - SLACK) }),
        },
        limit: most + AT_ONE_PLACE,
      })
    : await selectNearest('stations', from, { where, limit: most })
  const inOrder = nearestInOrder(found, from)
  const page = (last ? afterInOrder(inOrder, last, from) : inOrder).slice(0, limit)
  return page.map((station) => nearbyStation(station, { from, now: ctx.now, walking }))
}
