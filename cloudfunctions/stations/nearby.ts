import type { stations } from '#types/stations'
import { nearbyStation } from '../_domain/stations/stations'
import { selectNearest } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { walking } from '../_shell/policies'

export const nearby: Handler<typeof stations.nearby> = async (ctx, { lng, lat, service, limit }) => {
  const from = { lng, lat }
  const found = await selectNearest('stations', from, {
    where: service === undefined ? {} : { services: service },
    limit,
  })
  return found.map((station) => nearbyStation(station, { from, now: ctx.now, walking }))
}
