import type { Place } from '#types/values'
import type { StationRecord } from './records'
import { straightMetres } from './walking'

type Placed = Pick<StationRecord, 'id' | 'place'>

/** Nearest first; of those at one place by id, so that a list that goes on later leaves none out. */
export const nearestInOrder = <S extends Placed>(stations: readonly S[], from: Place): S[] =>
  [...stations].sort((a, b) => compare(a, b, from))

/** What comes after a station in that order. */
export const afterInOrder = <S extends Placed>(stations: readonly S[], last: Placed, from: Place): S[] =>
  stations.filter((station) => compare(station, last, from) > 0)

function compare(a: Placed, b: Placed, from: Place): number {
  const further = straightMetres(from, a.place) - straightMetres(from, b.place)
  return further || (a.id < b.id ? -1 : Number(a.id > b.id))
}
