import { addDays, localDate } from '#types/days'
import { closureDaysAhead } from '#types/limits'
import type { Closure, FoundStation, NearbyStation, Station } from '#types/stations'
import type { LocalDate, Place } from '#types/values'
import type { HolidayCalendar } from '../policies/terms/days'
import { closuresAhead } from './closures'
import { holidayHours, openingAt, weekOf } from './opening'
import type { StationRecord } from './records'
import { type Walking, walkBetween } from './walking'

/** At which instant a station is looked at, and the calendar that counts for its opening. */
interface Seen {
  now: Date
  calendar: HolidayCalendar
}

/** What the district of a station says: how many days after today its meals can be booked, and who takes calls while it is closed. */
interface OfDistrict {
  daysAhead: number
  otherwise: Station['otherwise']
}

/** A station as everybody may see it at an instant. */
export function stationAt(
  station: StationRecord,
  { now, calendar }: Seen,
  { daysAhead, otherwise }: OfDistrict,
): Station {
  const today = localDate(now)
  return {
    ...station,
    opening: openingAt(station, now, calendar),
    week: weekOf(station.hours),
    onHolidays: holidayHours(station.hours),
    closures: closuresShown(station, today),
    otherwise,
    mealsUntil: addDays(today, daysAhead),
  }
}

/** A station in a list, with the way to it on foot. */
export function nearbyStation(
  station: StationRecord,
  { from, walking, ...seen }: Seen & { from: Place; walking: Walking },
): NearbyStation {
  return { ...foundWith(station, seen), ...walkBetween(from, station.place, walking) }
}

/** A station in a list that goes by names. */
export const foundStation = (station: StationRecord, seen: Seen): FoundStation => foundWith(station, seen)

function foundWith(station: StationRecord, { now, calendar }: Seen) {
  const today = localDate(now)
  const nextClosure = closuresShown(station, today).find(({ from }) => from > today) ?? null
  return { ...station, opening: openingAt(station, now, calendar), nextClosure }
}

/** Closures that everybody reads: today's and those that begin soon. */
const closuresShown = (station: StationRecord, today: LocalDate): Closure[] =>
  closuresAhead(station, today).filter(({ from }) => from <= addDays(today, closureDaysAhead))
