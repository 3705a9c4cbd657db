import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { config, locales } from 'zod'
import * as z from '#types/z'
import { sittingId } from '../../cloudfunctions/_domain/ids'
import { SittingRecord } from '../../cloudfunctions/_domain/records/meals'
import { AccountRecord, ElderRecord } from '../../cloudfunctions/_domain/records/people'
import { MealPolicy } from '../../cloudfunctions/_domain/records/policies'
import { KitchenRecord, StationRecord } from '../../cloudfunctions/_domain/records/stations'
import type { StoredDocument } from './district'

// The sentences that say what is wrong with a field; the cloud does without them.
config(locales.en())

/** A drawing is at most this many bytes. */
export const LARGEST_PICTURE = 6 * 1024

const Location = z.strictObject({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) })

/** What each document has to be, with its id put back. The database alone knows `location`. */
const shapes = {
  stations: z.extend(StationRecord, { location: Location }),
  kitchens: KitchenRecord,
  elders: ElderRecord,
  accounts: AccountRecord,
  policies: MealPolicy,
  sittings: z.strictObject(SittingRecord.shape),
}

type District = Record<string, StoredDocument[]>

/** The demo district's records as the rules read them. Throws a ZodError naming the first field that is wrong. */
export function demoRecords(district: District) {
  const read = <T extends z.ZodMiniType>(shape: T, documents: StoredDocument[] = []) =>
    documents.map(({ _id, ...fields }) => shape.parse({ id: _id, ...fields }))
  return {
    stations: read(shapes.stations, district.stations),
    kitchens: read(shapes.kitchens, district.kitchens),
    elders: read(shapes.elders, district.elders),
    accounts: read(shapes.accounts, district.accounts),
    policies: read(shapes.policies, district.policies),
    sittings: read(shapes.sittings, district.sittings),
  }
}

/**
 * What is wrong with the demo district, one sentence each; empty when all is well: shapes, ids, names
 * that lead somewhere, pictures that are there, small and draw only themselves.
 */
export function demoFaults(district: District, picturesFolder: string): string[] {
  const shapeless = shapeFaults(district)
  if (shapeless.length > 0) return shapeless
  const records = demoRecords(district)
  return [...idFaults(records), ...referenceFaults(records), ...pictureFaults(records, picturesFolder)]
}

type Records = ReturnType<typeof demoRecords>

function shapeFaults(district: District): string[] {
  const known: Record<string, z.ZodMiniType> = shapes
  return Object.entries(district).flatMap(([collection, documents]) =>
    documents.flatMap(({ _id, ...fields }) => {
      const shape = known[collection]
      if (!shape) return [`${collection} has no shape.`]
      const result = shape.safeParse({ id: _id, ...fields })
      return result.success ? [] : [`${collection}/${_id}: ${z.prettifyError(result.error)}`]
    }),
  )
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

function referenceFaults({ stations, kitchens, elders, accounts, sittings }: Records): string[] {
  const ids = (records: { id: string }[]) => new Set(records.map(({ id }) => id))
  const kitchenIds = ids(kitchens)
  const stationIds = ids(stations)
  const elderIds = ids(elders)
  const accountIds = ids(accounts)
  const missing = (from: string, known: Set<string>, id: string | null) =>
    id === null || known.has(id) ? [] : [`${from} names ${id}, which is not there.`]

  return [
    ...stations.flatMap(({ id, kitchenId }) => missing(id, kitchenIds, kitchenId)),
    ...stations
      .filter(({ services, kitchenId }) => services.includes('meal') !== (kitchenId !== null))
      .map(({ id }) => `${id} serves meals without a kitchen, or has a kitchen and serves none.`),
    ...elders.flatMap(({ id, stationId, openid }) => [
      ...missing(id, stationIds, stationId),
      ...missing(id, accountIds, openid),
    ]),
    ...accounts.flatMap(({ id, self, relations, memberships }) => [
      ...missing(id, elderIds, self?.elderId ?? null),
      ...relations.flatMap(({ elderId }) => missing(id, elderIds, elderId)),
      ...memberships.flatMap(({ orgKind, orgId }) =>
        orgKind === 'station' ? missing(id, stationIds, orgId) : [],
      ),
    ]),
    ...sittings.flatMap(({ id, stationId, kitchenId }) => [
      ...missing(id, stationIds, stationId),
      ...missing(id, kitchenIds, kitchenId),
    ]),
  ]
}

function pictureFaults({ sittings }: Records, folder: string): string[] {
  const names = new Set(sittings.flatMap(({ sets }) => sets.map(({ picture }) => picture)))
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
