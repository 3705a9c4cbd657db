import { isOld } from '../claims/claiming'
import { dishPool } from '../claims/pools'
import type { Places } from '../claims/records'
import type { SittingRecord } from '../records'

/** What a table has of a dish: so many portions are sold there, and so many may be, those included. */
interface TableShare {
  stationId: string
  sold: number
  held: number
}

/** As much of a sitting as says what it has of a dish. */
export type Sharing = Pick<SittingRecord, 'stationId' | 'state' | 'capacity' | 'left' | 'beside' | 'onTheWay'>

/** So many portions of a dish for each of several tables: all of them together have no more than there are. */
const evenly = (portions: number, tables: readonly string[]): Map<string, number> =>
  new Map(
    tables.map((id, nth) => [
      id,
      Math.floor(portions / tables.length) + (nth < portions % tables.length ? 1 : 0),
    ]),
  )

/** The share of each table of a dish of which nothing is sold yet. @param fed the ids of the stations that serve it */
export const evenShares = (limit: number, fed: readonly string[]): Map<string, number> =>
  evenly(limit, [...new Set(fed)].sort())

/**
 * So many portions of a dish a table may sell by now, those that it has sold included: its share, where the others have left so much.
 * Whoever has sold more than a share keeps that, and the others share out the rest. A share that grows takes only what no other table may
 * sell any more: these are made smaller first. So never more are sold than there are, whoever comes to be fed, or is fed no more.
 * @param tables what each has that is there, also one that is fed no more
 */
function shareNow(
  limit: number,
  stationId: string,
  { fed, tables }: { fed: readonly string[]; tables: readonly TableShare[] },
): number {
  const wanted = wantedShares(limit, [...fed, stationId], tables)
  const own = tables.find((table) => table.stationId === stationId)?.held ?? 0
  const want = wanted.get(stationId) ?? 0
  if (own >= want) return want
  const others = [...new Set([...wanted.keys(), ...tables.map((table) => table.stationId)])]
    .filter((id) => id !== stationId)
    .map((id) => Math.max(wanted.get(id) ?? 0, tables.find((table) => table.stationId === id)?.held ?? 0))
  const left = limit - others.reduce((sum, portions) => sum + portions, 0)
  return Math.max(own, Math.min(want, left), 0)
}

/**
 * What a sitting can hold of dishes with a limit, by their pools, less what is ordered beside its claims. A portion on its way from one
 * table to another is nobody's.
 * @param limits how many there are of each dish, at all tables together
 * @param sharing all sittings of that meal, of every table of the kitchen, as they are
 */
export function dishesShared(
  limits: Record<string, number>,
  { stationId, beside = {} }: Pick<SittingRecord, 'stationId' | 'beside'>,
  { fed, sharing, now }: { fed: readonly string[]; sharing: readonly Sharing[]; now: Date },
): Places {
  const known = sharing.map((one) => (one.stationId === stationId ? { ...one, beside } : one))
  return Object.fromEntries(
    Object.entries(limits).map(([dishId, limit]) => {
      const pool = dishPool(dishId)
      const tables = known.map((one) => tableShare(one, pool))
      const atTables = limit - onTheWay(sharing, pool, now)
      return [pool, shareNow(atTables, stationId, { fed, tables }) - (beside[pool] ?? 0)]
    }),
  )
}

/** So many portions of a dish nobody has ordered by now, at whichever table they may be sold; those on their way are somebody's already. */
export function unsold(limit: number, pool: string, sharing: readonly Sharing[], now: Date): number {
  const sold = sharing.reduce((sum, one) => sum + tableShare(one, pool).sold, 0)
  return limit - sold - onTheWay(sharing, pool, now)
}

/**
 * Whether more portions of a dish can be sold than there are. Fewer than are sold by now may be meant to be there since: no table has more
 * to sell then.
 */
export function areTooMany(limit: number, pool: string, sharing: readonly Sharing[], now: Date): boolean {
  const tables = sharing.map((one) => tableShare(one, pool))
  const all = tables.reduce((sum, { held }) => sum + held, 0) + onTheWay(sharing, pool, now)
  const sold = tables.reduce((sum, table) => sum + table.sold, 0)
  const planned = sharing
    .filter(({ state }) => state === 'open')
    .reduce((sum, { capacity, beside = {} }) => sum + (capacity[pool] ?? 0) + (beside[pool] ?? 0), 0)
  return all > Math.max(limit, sold) || planned > Math.max(limit, 0)
}

/** So many are between two tables. What has been on its way for long has arrived, or is lost: it is no more counted. */
const onTheWay = (sharing: readonly Sharing[], pool: string, now: Date): number =>
  sharing
    .flatMap((one) => Object.values(one.onTheWay ?? {}))
    .filter((mark) => mark.pool === pool && !isOld(mark, now)).length

function tableShare({ stationId, state, capacity, left, beside = {} }: Sharing, pool: string): TableShare {
  const all = (capacity[pool] ?? 0) + (beside[pool] ?? 0)
  const sold = all - (left[pool] ?? 0)
  return { stationId, sold, held: state === 'open' ? Math.max(sold, all) : sold }
}

/**
 * What each table is to have: those that have sold more than their share keep that, and the others get the rest. Where more is sold than
 * there is by now, they keep their share alone: what is given back there is not sold again.
 */
function wantedShares(
  limit: number,
  fed: readonly string[],
  tables: readonly TableShare[],
): Map<string, number> {
  const shares = evenShares(limit, fed)
  const soldAt = (id: string) => tables.find(({ stationId }) => stationId === id)?.sold ?? 0
  const beyond = new Set(tables.map(({ stationId }) => stationId).filter((id) => !shares.has(id)))
  for (;;) {
    const rest = limit - [...beyond].reduce((sum, id) => sum + soldAt(id), 0)
    const others = evenly(
      Math.max(0, rest),
      [...shares.keys()].filter((id) => !beyond.has(id)),
    )
    const more = [...others].filter(([id, share]) => soldAt(id) > share)
    const kept = (id: string, share: number) => (rest < 0 ? Math.min(share, soldAt(id)) : soldAt(id))
    if (more.length === 0)
      return new Map([...shares].map(([id, share]) => [id, others.get(id) ?? kept(id, share)]))
    for (const [id] of more) beyond.add(id)
  }
}
