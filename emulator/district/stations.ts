import { addDays } from '#types/days'
import type { LocalDate } from '#types/values'
import type { StationRecord } from '../../cloudfunctions/_domain/stations/records'
import { named } from './documents'
import type { Places } from './shapes'

/** Every station as it is on a local date. */
export const stationRecords = (places: Places, today: LocalDate): StationRecord[] =>
  places.stations.map((station) => ({
    ...station,
    district: places.district.id,
    ...operatorOf(places, station.townId),
    closures: station.closures.map((closure) => {
      if ('from' in closure) return closure
      const { fromDay, toDay, reason } = closure
      return { from: addDays(today, fromDay), to: addDays(today, toDay), reason }
    }),
    kitchenName: station.kitchenId && named(places.kitchens, station.kitchenId).name,
    invented: places.district.invented,
  }))

/** Who runs the stations of a town. */
function operatorOf({ operators }: Places, townId: string): { operatorId: string; operatorName: string } {
  const operator = operators.find(({ towns }) => towns.includes(townId))
  if (!operator) throw new Error(`nobody runs the stations of ${townId}`)
  return { operatorId: operator.id, operatorName: operator.name }
}
