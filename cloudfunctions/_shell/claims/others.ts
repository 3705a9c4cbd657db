import { mondayOf } from '#types/days'
import { menuId } from '#types/ids'
import { dishIn, dishPool } from '../../_domain/meals/claims/pools'
import { limitsOn } from '../../_domain/meals/planning/menus'
import { unsold } from '../../_domain/meals/planning/shares'
import type { SittingRecord } from '../../_domain/meals/records'
import { find } from '../cloud'
import { type Table, tablesOf } from '../planning/shared-out'

/** So much of a dish is left to be sold at a table. */
export const leftOf = ({ left }: Pick<Table, 'left'>, pool: string): number => left[pool] ?? 0

/** Whether a portion of a dish is sold to nobody, whichever table may sell it. */
export async function isUnsold(
  { kitchenId, date, slot }: Pick<SittingRecord, 'kitchenId' | 'date' | 'slot'>,
  { pool, tables, now }: { pool: string; tables: readonly Table[]; now: Date },
): Promise<boolean> {
  const menu = await find('menus', menuId(kitchenId, mondayOf(date), slot))
  const limit = menu && limitsOn(menu, date)[dishIn(pool)]
  return limit !== null && limit !== undefined && unsold(limit, pool, tables, now) > 0
}

/**
 * A sitting as it is shown: of dishes that are gone there with what other tables of its kitchen have. What is shown can be booked: it is
 * fetched by whoever books.
 */
export async function withOthers(sitting: SittingRecord, now: Date): Promise<SittingRecord> {
  const dishes = sitting.sets.filter(({ id }) => !sitting.off[id]).flatMap(({ limited = [] }) => limited)
  const gone = [...new Set(dishes.map(dishPool))].filter((pool) => leftOf(sitting, pool) < 1)
  if (gone.length === 0) return sitting
  const tables = await tablesOf(sitting)
  const left = { ...sitting.left }
  for (const pool of gone) {
    const isElsewhere = tables.some((one) => one.state === 'open' && leftOf(one, pool) > 0)
    if (isElsewhere || (await isUnsold(sitting, { pool, tables, now }))) left[pool] = 1
  }
  return { ...sitting, left }
}
