import type { Home } from '#types/people'
import type { StationRecord } from './records'

/** The person to ring: of the nearest station that has one. */
export function contactAt(nearestFirst: readonly StationRecord[]): Home['contact'] {
  for (const { name, phone, contactName } of nearestFirst) {
    if (phone !== null && contactName !== null) return { name: contactName, phone, stationName: name }
  }
  return null
}
