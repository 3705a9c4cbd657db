import type { SittingRecord } from '../../_domain/meals/records'
import { requireStationOpen } from '../../_domain/meals/sittings'
import { find } from '../cloud'

/**
 * A sitting that came to be closed while somebody claims a place: where its station stays closed it is said until when. Where it is open
 * nothing is read.
 * @throws AppError `BOOKING_CLOSED` with `closedUntil`
 */
export async function requireNoClosure({ state, stationId, date }: SittingRecord): Promise<void> {
  const station = state === 'closed' ? await find('stations', stationId) : null
  if (station) requireStationOpen(station, date)
}
