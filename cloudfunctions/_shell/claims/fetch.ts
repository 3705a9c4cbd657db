import { randomUUID } from 'node:crypto'
import { sittingId } from '#types/ids'
import { LOOKED_AFTER } from '../../_domain/meals/claims/claiming'
import type { Places } from '../../_domain/meals/claims/records'
import { limitsOn, menuOn } from '../../_domain/meals/planning/menus'
import { servingOn } from '../../_domain/meals/planning/plans'
import { dishesShared } from '../../_domain/meals/planning/shares'
import type { SittingRecord } from '../../_domain/meals/records'
import { groundOf } from '../planning/planned'
import { shareOut } from '../planning/share-again'
import { type Table, tablesOf } from '../planning/shared-out'
import { arrived, type Fetched, putBack, takeAway } from './on-the-way'
import { openSitting } from './open'
import { isUnsold, leftOf } from './others'
import { ifAnswered } from './store'
import { sweepSitting } from './sweep'

/** Others may take what was seen at a table, and what is nobody's is shared out first: so often it is looked again. */
const LOOKS = 8
/** So many tables are looked after, for what is claimed there for nobody any more, by whoever finds nothing anywhere. */
const MOST_SWEPT = 10

/** For whom something is fetched, and how it is claimed here with what has come. */
interface Fetching {
  /** Where it is wanted, as it was read. */
  sitting: SittingRecord
  /** The pools of which none is left here. */
  pools: readonly string[]
  /** Of the claim that is made. */
  attempt: string
  now: Date
  /** @returns whether it is claimed */
  claim(fetched: Places): Promise<boolean>
  /** Looks whether it is, where no answer came. */
  isClaimed(): Promise<boolean>
}

/**
 * Fetches one portion of each dish that is gone at a table from others of its kitchen, and claims with them what is wanted: take there, then
 * add here. A portion on its way is marked where it was taken. What is certainly not claimed goes back; of what nobody knows neither is
 * done: it belongs to nobody until the mark is old, and is shared out again then.
 * @returns `gone`: no table has one; `again`: something has changed here; `lost`: nobody knows
 */
export async function claimFetched({
  sitting,
  pools,
  attempt,
  now,
  ...wanted
}: Fetching): Promise<'claimed' | 'gone' | 'again' | 'lost'> {
  const fetched: Fetched[] = []
  for (const pool of pools) {
    const one = await fetchOne(sitting, { pool, attempt, now })
    if (typeof one === 'string') {
      for (const other of fetched) await putBack(other)
      return one
    }
    fetched.push(one)
  }
  const answer = await ifAnswered(wanted.claim(Object.fromEntries(pools.map((pool) => [pool, 1]))))
  const isFound = answer || (await ifAnswered(wanted.isClaimed())) // nothing to be done may be what a repeated call is told
  const isHere = answer === null ? isFound || null : isFound
  if (isHere === null) return 'lost'
  for (const one of fetched) await (isHere ? arrived(one) : putBack(one))
  return isHere ? 'claimed' : 'again'
}

async function fetchOne(
  sitting: SittingRecord,
  { pool, attempt, now }: { pool: string; attempt: string; now: Date },
): Promise<Fetched | 'gone' | 'again'> {
  for (let looks = 1; looks <= LOOKS; looks++) {
    const tables = await tablesOf(sitting)
    if (tables.some((one) => one.id === sitting.id && leftOf(one, pool) > 0)) return 'again'
    const [fullest] = tables
      .filter((one) => one.state === 'open' && leftOf(one, pool) > 0)
      .sort((one, other) => leftOf(other, pool) - leftOf(one, pool))
    if (fullest) {
      const one = { from: fullest.id, mark: randomUUID(), pool }
      if (await takeAway(one, { to: sitting.id, attempt, since: now.toISOString() })) return one
    } else if (!(await bringUp(sitting, { pool, tables, now }))) return 'gone'
  }
  return 'again'
}

/** What no open table has to sell. */
interface Hidden {
  pool: string
  tables: readonly Table[]
  now: Date
}

/**
 * Lets tables have to sell what none has, although it is sold to nobody: a table that nobody has opened has its share, what tables leave
 * is shared out again, and what is claimed for nobody is given back. @returns whether it is to be looked again
 */
async function bringUp(sitting: SittingRecord, { pool, tables, now }: Hidden): Promise<boolean> {
  if (!(await isUnsold(sitting, { pool, tables, now }))) return sweepOthers(tables, now)
  const { stationId, date, slot } = sitting
  const ground = await groundOf(stationId, { from: date, to: date }, now)
  const menu = ground && menuOn(ground.menus, sitting, date)
  if (!menu) return false
  const fed = servingOn(ground, date, slot)
  const isThere = (id: string) => tables.some((one) => one.stationId === id && one.state !== 'new')
  const unopened = fed.find((id) => {
    if (isThere(id)) return false
    const shares = dishesShared(limitsOn(menu, date), { stationId: id }, { fed, sharing: tables, now })
    return (shares[pool] ?? 0) > 0
  })
  if (unopened === undefined) await shareOut(sitting, now)
  else await openSitting(sittingId(unopened, date, slot), now)
  return true
}

async function sweepOthers(tables: readonly Table[], now: Date): Promise<boolean> {
  const before = new Date(now.getTime() - LOOKED_AFTER).toISOString()
  const due = tables.filter(({ checkedAt }) => checkedAt === null || checkedAt < before)
  let isSwept = false
  for (const { id } of due.slice(0, MOST_SWEPT)) if (await sweepSitting(id, now)) isSwept = true
  return isSwept
}
