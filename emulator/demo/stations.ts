import { addDays } from '#types/days'
import type { LocalDate } from '#types/values'
import type { StationRecord } from '../../cloudfunctions/_domain/stations/records'
import district from './district.json'
import { named } from './documents'
import kitchens from './kitchens.json'
import operators from './operators.json'
import written from './stations.json'

/** A station as `stations.json` has it: closures in days from today. */
type WrittenStation = Omit<
  StationRecord,
  'district' | 'closures' | 'kitchenName' | 'operatorId' | 'operatorName' | 'invented'
> & {
  closures: { fromDay: number; toDay: number; reason: string }[]
}

// JSON knows no literals: every value is text to the compiler. records.ts reads each record with its schema.
const stations = written as WrittenStation[]

/** Every station as it is on a local date. */
export const stationRecords = (today: LocalDate): StationRecord[] =>
  stations.map((station) => ({
    ...station,
    district: district.id,
    ...operatorOf(station.townId),
    closures: station.closures.map(({ fromDay, toDay, reason }) => ({
      from: addDays(today, fromDay),
      to: addDays(today, toDay),
      reason,
    })),
    kitchenName: station.kitchenId && named(kitchens, station.kitchenId).name,
    invented: true,
  }))

/** Who runs the stations of a town. */
function operatorOf(townId: string): { operatorId: string; operatorName: string } {
  const operator = operators.find(({ towns }) => towns.includes(townId))
  if (!operator) throw new Error(`nobody runs the stations of ${townId}`)
  return { operatorId: operator.id, operatorName: operator.name }
}
