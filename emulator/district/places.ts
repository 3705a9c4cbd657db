import { addDays, localDate } from '#types/days'
import { slots } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import { sittingOn } from '../../cloudfunctions/_domain/meals/planning/plans'
import { closedOn } from '../../cloudfunctions/_domain/stations/opening'
import type { StationRecord } from '../../cloudfunctions/_domain/stations/records'
import unseenTerms from '../../cloudfunctions/_policies/unseen.json'
import { named, type StoredDocument, stored } from './documents'
import { menusOf, plansOf, weekdaysAlone } from './plans'
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
    sittings: days.flatMap((day) => closedWhere(places, sittingsOn(places, day), today)),
  }
}

/** Sittings as they are kept where the closures of their stations are known. */
function closedWhere(places: Places, sittings: StoredDocument[], today: LocalDate): StoredDocument[] {
  const stations = stationRecords(places, today)
  return sittings.map((sitting) => {
    const station = named(stations, String(sitting.stationId))
    return closedOn(station, String(sitting.date)) ? { ...sitting, state: 'closed' } : sitting
  })
}

/** Every table's sittings of a local date, nobody seated yet. A closure takes none away: whoever reads them holds it against the day. */
export function sittingsOn(places: Places, date: LocalDate): StoredDocument[] {
  const stations = stationRecords(places, date).map((station) => ({ ...station, closures: [] }))
  const [plans, menus] = [plansOf(places), menusOf(places, date)]
  return places.tables.flatMap(({ stationId }) => {
    const station = named(stations, stationId)
    const ground = {
      ...{ station, plans, menus, unseenTerms, calendar: weekdaysAlone, today: date, daysAhead: 0 },
      fed: places.stations.filter(({ kitchenId }) => kitchenId === station.kitchenId).map(({ id }) => id),
    }
    return slots.flatMap((slot) => {
      const { sitting } = sittingOn(ground, date, slot)
      return sitting ? [stored(sitting)] : []
    })
  })
}

/** The database looks stations up by `location`. */
function storedStation(station: StationRecord): StoredDocument {
  const { lng, lat } = station.place
  return stored({ ...station, location: { type: 'Point', coordinates: [lng, lat] } })
}
