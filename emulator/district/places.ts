import { addDays, localDate } from '#types/days'
import type { StationRecord } from '../../cloudfunctions/_domain/stations/records'
import { type StoredDocument, stored } from './documents'
import { menusOf, plansOf } from './plans'
import type { Places } from './shapes'
import { stationRecords } from './stations'

/**
 * A district without its people, collection by collection, as it is on the local date of `now`. Ids depend on nothing but the files and
 * the date, so that a later day adds the menus of the weeks that are missing and finds everything else in place. Sittings are nobody's to
 * make: whoever books opens them.
 * @param daysAhead the menus are those from this week to the one that lies so many days ahead
 */
export function placeDocuments(
  places: Places,
  now: Date,
  daysAhead: number,
): Record<string, StoredDocument[]> {
  const { district, kitchens, policies } = places
  const today = localDate(now)
  return {
    districts: [stored(district)],
    stations: stationRecords(places, today).map(storedStation),
    kitchens: kitchens.map((kitchen) => stored({ stationId: null, ...kitchen, district: district.id })),
    plans: plansOf(places).map(stored),
    menus: menusOf(places, today, addDays(today, daysAhead)).map(stored),
    policies: policies.map((policy) => {
      const id = `${district.id}_${policy.kind}_${policy.effectiveFrom}`
      return stored({ ...policy, id, district: district.id })
    }),
  }
}

/** The database looks stations up by `location`. */
function storedStation(station: StationRecord): StoredDocument {
  const { lng, lat } = station.place
  return stored({ ...station, location: { type: 'Point', coordinates: [lng, lat] } })
}
