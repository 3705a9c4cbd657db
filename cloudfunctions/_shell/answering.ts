import { openingAt } from '../_domain/stations/opening'
import { find } from './cloud'
import { districtNamed, holidays } from './policies'

/** Who takes a call, and where. */
interface Answering {
  name: string
  phone: string
}

/**
 * Whom a call to a station reaches now: while it is closed, or nobody knows whether it is open, whoever answers for its district, and itself where the district
 * names nobody; null where there is no number.
 */
export async function answeringFor(stationId: string, now: Date): Promise<Answering | null> {
  const station = await find('stations', stationId)
  if (!station) return null
  const { name, phone, district } = station
  const meanwhile = openingAt(station, now, holidays).openNow
    ? null
    : (await districtNamed(district, now))?.answersWhenClosed
  return meanwhile ?? (phone === null ? null : { name, phone })
}
