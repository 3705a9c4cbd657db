import { AppError } from '#types/errors'
import type { StationRecord } from '../../_domain/stations/records'
import { mayLackStaff, requireStaff } from '../../_domain/stations/staffed'
import { find } from '../../_shell/cloud'
import { clerksOf } from '../../_shell/reachable'

/**
 * A station that can look after an elder.
 * @throws AppError `NOT_FOUND`, `STATION_UNSTAFFED`
 */
export async function stationFor(stationId: string, now: Date): Promise<StationRecord> {
  const station = await find('stations', stationId)
  if (!station) throw new AppError('NOT_FOUND', { stationId })
  const { townId, district } = station
  requireStaff(station, mayLackStaff(station) ? await clerksOf({ stationId, townId, district }, now) : [])
  return station
}
