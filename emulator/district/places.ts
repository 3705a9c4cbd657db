import { addDays, localDate, weekdayOf } from '#types/days'
import { sittingId } from '#types/ids'
import { slots } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import { instantAt } from '../../cloudfunctions/_domain/base/calendar'
import type { StationRecord } from '../../cloudfunctions/_domain/stations/records'
import { named, type StoredDocument, stored } from './documents'
import type { Places } from './shapes'
import { stationRecords } from './stations'

/** How many days after today sittings are laid out for. */
const DAYS_AHEAD = 14

/**
 * A district without its people, collection by collection, as it is on the local date of `now`. Ids depend on nothing but the files and
 * the date, so that a later day adds the sittings that are missing and finds everything else in place.
 */
export function placeDocuments(places: Places, now: Date): Record<string, StoredDocument[]> {
  const { district, kitchens, policies } = places
  const today = localDate(now)
  const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, day) => addDays(today, day))
  return {
    districts: [stored(district)],
    stations: stationRecords(places, today).map(storedStation),
    kitchens: kitchens.map((kitchen) => stored({ ...kitchen, district: district.id })),
    policies: policies.map((policy) => {
      const id = `${district.id}_${policy.kind}_${policy.effectiveFrom}`
      return stored({ ...policy, id, district: district.id })
    }),
    sittings: days.flatMap((day) => sittingsOn(places, day)),
  }
}

/** Every table's sittings of a local date. */
export function sittingsOn(places: Places, date: LocalDate): StoredDocument[] {
  const stations = stationRecords(places, date)
  return places.tables.flatMap((table) => sittingsOf(places, table, named(stations, table.stationId), date))
}

/** The database looks stations up by `location`. */
function storedStation(station: StationRecord): StoredDocument {
  const { lng, lat } = station.place
  return stored({ ...station, location: { type: 'Point', coordinates: [lng, lat] } })
}

/** A table's meals of a local date, nobody seated yet; none on a weekday without meals. */
function sittingsOf(
  { district, menus }: Places,
  table: Places['tables'][number],
  station: StationRecord,
  date: LocalDate,
): StoredDocument[] {
  const weekday = weekdayOf(date)
  const menu = menus.week.find((day) => day.weekday === weekday)
  if (!table.weekdays.includes(weekday) || !menu) return []

  return slots.flatMap((slot) => {
    const [laid, offered] = [table[slot], menu[slot]]
    if (!laid || !offered) return []
    const { seats, portions, startsAt, bookBefore, cancelBefore } = laid
    return stored({
      id: sittingId(station.id, date, slot),
      district: district.id,
      townId: station.townId,
      place: station.place,
      operatorId: station.operatorId,
      operatorName: station.operatorName,
      stationId: station.id,
      stationName: station.name,
      kitchenId: station.kitchenId,
      date,
      slot,
      startsAt: instantAt(date, startsAt),
      cutoffAt: instantAt(date, bookBefore),
      cancelUntil: instantAt(date, cancelBefore),
      seats,
      seatsLeft: seats,
      portions,
      portionsLeft: portions,
      modes: table.modes,
      sets: offered.map((setId) => named(menus.sets, setId)),
      state: 'open',
    })
  })
}
