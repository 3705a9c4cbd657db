import type { HomeContact } from '#types/people'
import { openingAt } from './opening'
import type { StationRecord } from './records'

/** The person to ring at a station, and when it is open; null where nobody can be rung. */
export function contactAt(station: StationRecord, now: Date): HomeContact | null {
  const { name: stationName, phone, contactName } = station
  if (phone === null || contactName === null) return null
  const { openNow, opensAt } = openingAt(station, now)
  return { name: contactName, phone, stationName, openNow, opensAt, otherwise: null }
}
