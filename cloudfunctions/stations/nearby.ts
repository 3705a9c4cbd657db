import { AppError } from '#types/errors'
import type { stations } from '#types/stations'
import type { Place } from '#types/values'
import { nearestPage, SLACK } from '../_domain/stations/nearest'
import type { StationRecord } from '../_domain/stations/records'
import { nearbyStation } from '../_domain/stations/stations'
import { straightMetres } from '../_domain/stations/walking'
import { command, find, near, select, selectNearest } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { holidays, walking } from '../_shell/policies'

/** More stations than usually stand at one distance from anywhere: read on top of a page. */
const AT_ONE_PLACE = 20

/** The database gives no more at once; beyond so many at one place they are found by name. */
const MOST = 1000

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
  const page = await readPage({ from, last, limit }, (most) => read(where, { from, last, limit: most }))
  return page.map((station) => nearbyStation(station, { from, walking, now: ctx.now, calendar: holidays }))
}

interface Wanted {
  from: Place
  last: StationRecord | null
  limit: number
}

/** Reads twice as many as long as it is not sure which ones belong to the page. */
async function readPage(
  wanted: Wanted,
  stationsUpTo: (most: number) => Promise<StationRecord[]>,
): Promise<StationRecord[]> {
  for (let most = wanted.limit + AT_ONE_PLACE; ; most = Math.min(MOST, 2 * most)) {
    const found = await stationsUpTo(most)
    const page = nearestPage(found, found.length < most || most === MOST, wanted)
    if (page) return page
  }
}

const read = (where: object, { from, last, limit }: Wanted): Promise<StationRecord[]> =>
  last
    ? select('stations', {
        where: {
          ...where,
          location: near(from, { from: Math.max(0, straightMetres(from, last.place) - SLACK) }),
        },
        limit,
      })
    : selectNearest('stations', from, { where, limit })
