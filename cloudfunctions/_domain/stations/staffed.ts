import { AppError } from '#types/errors'
import type { StationRecord } from './records'

/** Whether nobody may be at work there: a neighbourhood point often has no more than an address. */
export const mayLackStaff = ({ kind }: Pick<StationRecord, 'kind'>): boolean => kind === 'neighbourhoodPoint'

/**
 * Nobody is registered where nobody works: no one would see what she asks for.
 * @param staff who works at its counter
 * @throws AppError `STATION_UNSTAFFED`
 */
export function requireStaff(station: Pick<StationRecord, 'id' | 'kind'>, staff: readonly string[]): void {
  if (mayLackStaff(station) && staff.length === 0)
    throw new AppError('STATION_UNSTAFFED', { stationId: station.id })
}
