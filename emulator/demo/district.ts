import { addDays, instantAt, localDate, weekdayOf } from '../../cloudfunctions/_domain/calendar'
import { sittingId } from '../../cloudfunctions/_domain/ids'
import { politeName } from '../../cloudfunctions/_domain/names'
import mealPolicy from '../../cloudfunctions/_policies/beijing-meal-2022-03.json'
import accounts from './accounts.json'
import district from './district.json'
import elders from './elders.json'
import kitchens from './kitchens.json'
import menus from './menus.json'
import stations from './stations.json'
import tables from './tables.json'

/** A document as the database keeps it. */
export type StoredDocument = { _id: string; [field: string]: unknown }

/** How many days after today sittings are laid out for. */
const DAYS_AHEAD = 14

/**
 * The invented district, collection by collection, as it is on the local date of `now`. Ids depend on nothing but the
 * data and the date, so a later start adds the days that are missing and finds everything else in place.
 */
export function demoDistrict(now: Date): Record<string, StoredDocument[]> {
  const today = localDate(now)
  const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, day) => addDays(today, day))
  return {
    stations: stations.map((station) => storedStation(station, today)),
    kitchens: kitchens.map((kitchen) => stored({ ...kitchen, district: district.id })),
    elders: elders.map(storedElder),
    accounts: accounts.map(storedAccount),
    policies: [storedPolicy()],
    sittings: days.flatMap((date) => tables.flatMap((table) => sittingsOf(table, date))),
  }
}

/** Closures are written in days from today; the database looks stations up by `location`. */
function storedStation(station: (typeof stations)[number], today: string): StoredDocument {
  const { lng, lat } = station.place
  return stored({
    ...station,
    district: district.id,
    closures: station.closures.map(({ fromDay, toDay, reason }) => ({
      from: addDays(today, fromDay),
      to: addDays(today, toDay),
      reason,
    })),
    kitchenName: station.kitchenId && named(kitchens, station.kitchenId).name,
    invented: true,
    location: { type: 'Point', coordinates: [lng, lat] },
  })
}

function storedElder(elder: (typeof elders)[number]): StoredDocument {
  return stored({
    ...elder,
    district: district.id,
    stationName: named(stations, elder.stationId).name,
    invented: true,
  })
}

/** An account sums up what decides permission: the elders and organisations are named as their own records name them. */
function storedAccount({ elderId, ...account }: (typeof accounts)[number]): StoredDocument {
  return stored({
    ...account,
    district: district.id,
    self: elderId && elderSummary(elderId),
    relations: account.relations.map((relation) => ({ ...relation, ...elderSummary(relation.elderId) })),
    memberships: account.memberships.map((held) => ({ ...held, orgName: organisationName(held.orgId) })),
    invented: true,
  })
}

function storedPolicy(): StoredDocument {
  const id = `${district.id}_${mealPolicy.kind}_${mealPolicy.effectiveFrom}`
  return stored({ ...mealPolicy, id, district: district.id })
}

/** A table's lunch and dinner of a local date, nobody seated yet; none on a weekday without meals. */
function sittingsOf(table: (typeof tables)[number], date: string): StoredDocument[] {
  const weekday = weekdayOf(date)
  const menu = menuOf(weekday)
  if (!table.weekdays.includes(weekday) || !menu) return []

  const station = named(stations, table.stationId)
  return (['lunch', 'dinner'] as const).map((slot) => {
    const { seats, portions, startsAt, bookBefore, cancelBefore } = table[slot]
    return stored({
      id: sittingId(station.id, date, slot),
      district: district.id,
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

function elderSummary(elderId: string) {
  const { id, name, sex, place } = named(elders, elderId)
  return { elderId: id, name, politeName: politeName(name, sex === 'female' ? 'female' : 'male'), place }
}

function organisationName(orgId: string): string {
  return named([district, ...district.towns, ...stations], orgId).name
}

/** The record of that id; a name that leads nowhere is a mistake in the data. */
function named<T extends { id: string }>(records: T[], id: string): T {
  const record = records.find((one) => one.id === id)
  if (!record) throw new Error(`emulator/demo names ${id}, which is not there.`)
  return record
}

function stored({ id, ...fields }: { id: string; [field: string]: unknown }): StoredDocument {
  return { _id: id, ...fields }
}
