import { addDays, localDate } from '#types/days'
import type { FoundStation, NearbyStation, Station } from '#types/stations'
import type { Place } from '#types/values'
import { openingAt, weekOf } from './opening'
import type { StationRecord } from './records'
import { type Walking, walkBetween } from './walking'

/** A station as everybody may see it at an instant. @param daysAhead how many days after today its meals can be booked */
export function stationAt(station: StationRecord, now: Date, daysAhead: number): Station {
  const mealsUntil = addDays(localDate(now), daysAhead)
  return { ...station, opening: openingAt(station, now), week: weekOf(station.hours), mealsUntil }
}

/** A station in a list, with the way to it on foot. */
export function nearbyStation(
  station: StationRecord,
  { from, now, walking }: { from: Place; now: Date; walking: Walking },
): NearbyStation {
  return { ...station, opening: openingAt(station, now), ...walkBetween(from, station.place, walking) }
}

/** A station in a list that goes by names. */
export function foundStation(station: StationRecord, now: Date): FoundStation {
  return { ...station, opening: openingAt(station, now) }
}
