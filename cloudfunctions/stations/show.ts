import { AppError } from '#types/errors'
import type { stations } from '#types/stations'
import { stationAt } from '../_domain/stations/stations'
import { find } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { daysAheadOf, districtNamed, holidays } from '../_shell/policies'

export const show: Handler<typeof stations.show> = async (ctx, { stationId }) => {
  const station = await find('stations', stationId)
  if (!station) throw new AppError('NOT_FOUND', { stationId })
  const daysAhead = await daysAheadOf(station.district, ctx.now)
  const otherwise = (await districtNamed(station.district, ctx.now))?.answersWhenClosed ?? null
  return stationAt(station, { now: ctx.now, calendar: holidays }, { daysAhead, otherwise })
}
