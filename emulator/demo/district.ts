import { addDays, localDate, weekdayOf } from '#types/days'
import type { LocalDate } from '#types/values'
import { instantAt } from '../../cloudfunctions/_domain/base/calendar'
import type { ElderRecord } from '../../cloudfunctions/_domain/people/records'
import type { StationRecord } from '../../cloudfunctions/_domain/stations/records'
import carePolicy from '../../cloudfunctions/_policies/care/high-tech-2021.json'
import mealPolicy from '../../cloudfunctions/_policies/meal/beijing-2022-03.json'
import { sittingId } from '../../types/ids'
import { demoAccounts } from './accounts'
import district from './district.json'
import { named, type StoredDocument, stored } from './documents'
import { consentTrail, elderRecords } from './elders'
import kitchens from './kitchens.json'
import menus from './menus.json'
import { stationRecords } from './stations'
import tables from './tables.json'

/** What is in force in the district. */
const policies = [mealPolicy, carePolicy]

/** How many days after today sittings are laid out for. */
const DAYS_AHEAD = 14

/**
 * The invented district, collection by collection, as it is on the local date of `now`. Ids depend on nothing but the
 * data, the keys and the date, so a later start adds the days that are missing and finds everything else in place.
 *
 * Numbers are sealed with `FIELD_KEYS` and `DIGEST_KEYS` of the environment, which have to be those of the functions; equal
 * numbers look different on each start.
 */
export function demoDistrict(now: Date): Record<string, StoredDocument[]> {
  const today = localDate(now)
  const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, day) => addDays(today, day))
  const stations = stationRecords(today)
  const elders = elderRecords(stations)
  const { accounts, relations, memberships, consents } = demoAccounts(elders)
  return {
    districts: [stored({ ...district, invented: true })],
    stations: stations.map(storedStation),
    kitchens: kitchens.map((kitchen) => stored({ ...kitchen, district: district.id })),
    elders: elders.map(stored),
    cards: elders.map(({ id, code }) => stored({ id: code, district: district.id, elderId: id })),
    identities: elders.flatMap(identityOf),
    consents: [...consentTrail(elders), ...consents].map(stored),
    accounts: accounts.map(stored),
    relations: relations.map(stored),
    memberships: memberships.map(stored),
    policies: policies.map(storedPolicy),
    sittings: days.flatMap(sittingsOn),
  }
}

/** Every table's sittings of a local date. */
export function sittingsOn(date: LocalDate): StoredDocument[] {
  const stations = stationRecords(date)
  return tables.flatMap((table) => sittingsOf(table, named(stations, table.stationId), date))
}

/** The database looks stations up by `location`. */
function storedStation(station: StationRecord): StoredDocument {
  const { lng, lat } = station.place
  return stored({ ...station, location: { type: 'Point', coordinates: [lng, lat] } })
}

/** By what an elder with an id number is found. */
function identityOf({ id, idNumber }: ElderRecord): StoredDocument[] {
  return idNumber ? [stored({ id: idNumber.digest, district: district.id, elderId: id })] : []
}

function storedPolicy(policy: { kind: string; effectiveFrom: string }): StoredDocument {
  const id = `${district.id}_${policy.kind}_${policy.effectiveFrom}`
  return stored({ ...policy, id, district: district.id })
}

/** A table's lunch and dinner of a local date, nobody seated yet; none on a weekday without meals. */
function sittingsOf(table: (typeof tables)[number], station: StationRecord, date: string): StoredDocument[] {
  const weekday = weekdayOf(date)
  const menu = menuOf(weekday)
  if (!table.weekdays.includes(weekday) || !menu) return []

  return (['lunch', 'dinner'] as const).map((slot) => {
    const { seats, portions, startsAt, bookBefore, cancelBefore } = table[slot]
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
      sets: menu[slot].map((setId) => named(menus.sets, setId)),
      state: 'open',
    })
  })
}

function menuOf(weekday: number) {
  return menus.week.find((day) => day.weekday === weekday)
}
