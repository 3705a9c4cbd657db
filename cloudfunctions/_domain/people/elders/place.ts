import type { Place } from '#types/values'
import type { StationRecord } from '../../stations/records'
import type { ElderRecord } from '../records'

type HomePlace = Pick<ElderRecord, 'place' | 'isPlaceUnknown'>

/**
 * The fields that say where her home is, so that one never changes without the other.
 * @param place null where nobody has marked it: her station's place stands for it
 */
export const homeAt = (place: Place | null, station: StationRecord): HomePlace => ({
  place: place ?? station.place,
  isPlaceUnknown: place === null,
})

/**
 * Whether nobody has marked where her home is, so that no way from it or to it can be told. Of a record from before this was
 * written down it is certain only where she has not agreed to the use of her own place.
 */
export const hasUnknownPlace = ({ isPlaceUnknown, consents }: ElderRecord): boolean =>
  isPlaceUnknown ?? consents.location === null
