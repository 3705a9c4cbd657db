import { addDays } from '#types/days'
import type { StationRecord } from '../../stations/records'
import type { ElderRecord, Home } from '../records'
import { homeAt } from './place'

/** How many former homes are remembered. */
const MOST_HOMES = 5

/**
 * An elder who lives elsewhere in the district from a local date on. Meals before that day still count from where she lived
 * then.
 */
export function movedElder(
  elder: ElderRecord,
  station: StationRecord,
  {
    from,
    building,
    room,
    place,
  }: { from: string; building: string; room: string | null; place: ElderRecord['place'] | null },
): ElderRecord {
  const { district, townId, stationId, formerHomes } = elder
  const left = { district, townId, stationId, until: addDays(from, -1) }
  return {
    ...elder,
    townId: station.townId,
    stationId: station.id,
    stationName: station.name,
    hukou: townId === station.townId ? elder.hukou : hukouAfterMove(elder.hukou),
    building,
    room,
    ...homeAt(place, station),
    formerHomes: [left, ...formerHomes].slice(0, MOST_HOMES),
  }
}

/**
 * What is known of the household's place, seen from another town: what was in the town is in the district now; what was
 * elsewhere in the district may be in this very town, so it has to be asked again.
 */
function hukouAfterMove(hukou: ElderRecord['hukou']): ElderRecord['hukou'] {
  if (hukou === 'thisTown') return 'thisDistrict'
  return hukou === 'thisDistrict' ? null : hukou
}

type Door = Pick<ElderRecord, 'building' | 'room' | 'place' | 'isPlaceUnknown'>

/** Whether two records lead to the same door, by the same way. */
export const hasSameHome = (one: Door, other: Door): boolean =>
  one.building === other.building &&
  one.room === other.room &&
  one.place.lng === other.place.lng &&
  one.place.lat === other.place.lat &&
  Boolean(one.isPlaceUnknown) === Boolean(other.isPlaceUnknown)

/** Whether this move was made already: she is there, since that day. */
export const hasMoved = (
  { stationId, formerHomes }: ElderRecord,
  to: { stationId: string; from: string },
): boolean => stationId === to.stationId && formerHomes[0]?.until === addDays(to.from, -1)

/** Where somebody lives and is looked after, and where she was before: all that a move changes. */
export function homeOf(elder: ElderRecord): Home {
  const { townId, stationId, stationName, hukou, building, room, place, isPlaceUnknown, formerHomes } = elder
  const where = { building, room, place, ...(isPlaceUnknown !== undefined && { isPlaceUnknown }) }
  return { townId, stationId, stationName, hukou, ...where, formerHomes }
}

/**
 * An elder where she was before a move that was not hers; the same record where there was none. The place of her home comes back only
 * as long as she agrees to its use.
 */
export function movedBack(elder: ElderRecord, home: Home): ElderRecord {
  const hasStayed = elder.formerHomes[0]?.until === home.formerHomes[0]?.until
  if (elder.stationId === home.stationId && hasStayed) return elder
  const { isPlaceUnknown: _, place: here, ...rest } = elder
  const { isPlaceUnknown, place, ...where } = home
  const isMarked = !isPlaceUnknown && elder.consents.location === null
  return {
    ...rest,
    ...where,
    ...(isMarked
      ? { place: here, isPlaceUnknown: true }
      : { place, ...(isPlaceUnknown && { isPlaceUnknown }) }),
  }
}
