import type { ElderFile, Sayable } from '#types/people/elders'
import type { Place } from '#types/values'

/** Where her home is on the map: as before, where the phone is, or none, and the station's stands for it. */
export type Spot = 'kept' | 'here' | 'station'

/** Where she lives, as it is being written. */
export interface Home {
  building: string
  room: string
  /** What becomes of a room that is known already: the phone is not told which. */
  roomIs: 'kept' | 'other' | 'none'
  /** null: not said yet; it has to be said where the building is another one. */
  spot: Spot | null
}

type Known = Pick<ElderFile, 'building' | 'hasRoom'>

const isMoved = (home: Home, { building }: Known) => home.building.trim() !== building

/** What is missing yet, as the button says it; null when something can be stored. */
export function missingOf(home: Home, known: Known): string | null {
  const { building, room, roomIs, spot } = home
  if (building.trim() === '') return '先写住在哪里'
  if (known.hasRoom && roomIs === 'other' && room.trim() === '') return '先写门牌号'
  if (isMoved(home, known)) return spot ? null : '先选地图上的位置'
  const isChanged = roomIs === 'none' || (roomIs === 'other' && room.trim() !== '') || isSpot(spot)
  return isChanged ? null : '先写改成什么'
}

const isSpot = (spot: Spot | null) => spot === 'here' || spot === 'station'

/** @param place where the phone is, for `here` */
export function changesOf(home: Home, known: Known, place: Place | null): Partial<Sayable> {
  const room = home.room.trim()
  return {
    ...(isMoved(home, known) && { building: home.building.trim() }),
    ...(home.roomIs === 'none' && { room: null }),
    ...(home.roomIs === 'other' && room !== '' && { room }),
    ...(isSpot(home.spot) && { place }),
  }
}
