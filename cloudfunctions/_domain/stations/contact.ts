import type { HomeContact } from '#types/people'
import type { HolidayCalendar } from '../policies/terms/days'
import { openingAt } from './opening'
import type { StationRecord } from './records'

/** The person to ring at a station, and when it is open, as far as that is known; null where nobody can be rung. */
export function contactAt(station: StationRecord, now: Date, calendar: HolidayCalendar): HomeContact | null {
  const { name: stationName, phone, contactName } = station
  if (phone === null || contactName === null) return null
  const { openNow, opensAt, unsure } = openingAt(station, now, calendar)
  return {
    name: contactName,
    phone,
    stationName,
    openNow,
    opensAt,
    ...(unsure && { unsure }),
    otherwise: null,
  }
}
