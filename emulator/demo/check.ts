import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sittingId } from '../../types/ids'
import { accountFaults } from './check-accounts'
import { elderFaults } from './check-elders'
import { lifeFaults } from './check-life'
import { planFaults } from './check-plans'
import { type District, demoRecords, type Records, shapeFaults } from './records'

/** A drawing is at most this many bytes. */
const LARGEST_PICTURE = 6 * 1024

/**
 * What is wrong with the demo district, one sentence each; empty when all is well: shapes, ids, names
 * that lead somewhere, elders and accounts that say what the records behind them say, orders, accounts and visits that agree with
 * each other, plans that have a place for every order and menus that say what is in a dish, pictures that are there, small and draw only themselves. Sealed numbers are opened with the keys in the environment.
 */
export function demoFaults(district: District, picturesFolder: string): string[] {
  const shapeless = shapeFaults(district)
  if (shapeless.length > 0) return shapeless
  const records = demoRecords(district)
  return [
    ...idFaults(records),
    ...referenceFaults(records),
    ...elderFaults(records),
    ...accountFaults(records),
    ...lifeFaults(records),
    ...planFaults(records),
    ...pictureFaults(records, picturesFolder),
  ]
}

function idFaults(records: Records): string[] {
  const twice = Object.entries(records).flatMap(([collection, documents]) =>
    documents
      .map(({ id }) => id)
      .filter((id, place, ids) => ids.indexOf(id) !== place)
      .map((id) => `${collection}/${id} is there twice.`),
  )
  const named = [...records.stations, ...records.kitchens, ...records.elders, ...records.accounts]
  const parted = named.filter(({ id }) => id.includes('_')).map(({ id }) => `${id}: a part holds no "_".`)
  const unnatural = records.sittings
    .filter(({ id, stationId, date, slot }) => id !== sittingId(stationId, date, slot))
    .map(({ id }) => `sittings/${id} is not named after its station, date and slot.`)
  return [...twice, ...parted, ...unnatural]
}

function referenceFaults(records: Records): string[] {
  const { districts, stations, kitchens, plans, menus, elders, accounts, sittings } = records
  const ids = (records: { id: string }[]) => new Set(records.map(({ id }) => id))
  const kitchenIds = ids(kitchens)
  const stationIds = ids(stations)
  const elderIds = ids(elders)
  const accountIds = ids(accounts)
  const townIds = ids(districts.flatMap(({ towns }) => towns))
  const orgIds = new Set([...ids(districts), ...townIds, ...stationIds, ...kitchenIds])
  const missing = (from: string, known: Set<string>, id: string | null) =>
    id === null || known.has(id) ? [] : [`${from} names ${id}, which is not there.`]

  return [
    ...stations.flatMap(({ id, townId, kitchenId }) => [
      ...missing(id, townIds, townId),
      ...missing(id, kitchenIds, kitchenId),
    ]),
    ...stations
      .filter(({ services, kitchenId }) => services.includes('meal') !== (kitchenId !== null))
      .map(({ id }) => `${id} serves meals without a kitchen, or has a kitchen and serves none.`),
    ...elders.flatMap(({ id, townId, stationId, openid, circle }) => [
      ...missing(id, townIds, townId),
      ...missing(id, stationIds, stationId),
      ...missing(id, accountIds, openid),
      ...circle.flatMap((member) => missing(id, accountIds, member)),
    ]),
    ...accounts.flatMap(({ id, self, relations, memberships }) => [
      ...missing(id, elderIds, self?.elderId ?? null),
      ...relations.flatMap(({ elderId }) => missing(id, elderIds, elderId)),
      ...memberships.flatMap(({ orgId }) => missing(id, orgIds, orgId)),
    ]),
    ...kitchens.flatMap(({ id, townId, stationId }) => [
      ...missing(id, townIds, townId),
      ...missing(id, stationIds, stationId),
    ]),
    ...plans.flatMap(({ id, stationId }) => missing(id, stationIds, stationId)),
    ...menus.flatMap(({ id, kitchenId }) => missing(id, kitchenIds, kitchenId)),
    ...sittings.flatMap(({ id, stationId, kitchenId }) => [
      ...missing(id, stationIds, stationId),
      ...missing(id, kitchenIds, kitchenId),
    ]),
  ]
}

function pictureFaults({ menus }: Records, folder: string): string[] {
  const names = new Set(menus.flatMap(({ sets }) => sets.map(({ picture }) => picture)))
  return [...names].flatMap((name) => {
    const file = join(folder, `${name}.svg`)
    const size = statSync(file, { throwIfNoEntry: false })?.size
    if (size === undefined) return [`The picture ${name}.svg is not there.`]
    if (size > LARGEST_PICTURE)
      return [`The picture ${name}.svg has ${size} bytes, more than ${LARGEST_PICTURE}.`]
    if (/<(text|image|script|style|foreignObject)|href|url\((?!#)/.test(readFileSync(file, 'utf8')))
      return [`The picture ${name}.svg holds text or points outside itself.`]
    return []
  })
}
