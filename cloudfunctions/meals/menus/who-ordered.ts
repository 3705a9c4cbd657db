import { addDays, localDate } from '#types/days'
import { mostPlaces } from '#types/limits'
import type { meals } from '#types/meals'
import { pageSize } from '#types/paging'
import { requireToCome } from '../../_domain/meals/planning/writing'
import { select, sumUp } from '../../_shell/cloud'
import type { Ctx, Handler } from '../../_shell/context'
import { tablesOf, whereOrdered } from '../../_shell/menus/tables-of'
import { kitchenFor } from './kitchen-for'

export const whoOrdered: Handler<typeof meals.whoOrdered> = async (
  ctx,
  { kitchenId, date, slot, setId, after = '' },
) => {
  const kitchen = await kitchenFor(ctx, kitchenId)
  requireToCome(date, localDate(ctx.now))
  const day = { from: date, to: addDays(date, 1) }
  const tables = await tablesOf({ kitchenId, slot }, day)
  const where = { ...whereOrdered({ slot }, tables, day), setId }
  const counts = tables.length > 0 ? await countsOf(where, tables.length) : new Map<string, number>()
  const all = tables.filter(({ stationId }) => counts.has(stationId))
  const left = all.filter(({ stationId }) => stationId > after)
  const page = left.slice(0, pageSize.tables)
  const own = ownStation(ctx, kitchen.stationId)
  const names = page.some(({ stationId }) => stationId === own)
    ? await namesOf({ ...where, stationId: own })
    : null
  return {
    count: [...counts.values()].reduce((sum, count) => sum + count, 0),
    tables: page.map((table) => ({
      ...table,
      count: counts.get(table.stationId) ?? 0,
      names: table.stationId === own ? names : null,
    })),
    next: left.length > page.length ? (page.at(-1)?.stationId ?? null) : null,
  }
}

/** The station whose names the caller may read: that of which they are the manager. */
const ownStation = (ctx: Ctx, stationId: string | null): string | null =>
  stationId !== null && ctx.actor().role === 'manager' ? stationId : null

/** How many there are at each table where there are any. */
async function countsOf(where: object, limit: number): Promise<Map<string, number>> {
  const found = await sumUp('mealOrders', {
    where,
    by: { stationId: '$stationId' },
    sums: { count: 1 },
    limit,
  })
  return new Map(found.map(({ _id, count }) => [String(Object(_id).stationId), Number(count)]))
}

async function namesOf(where: object): Promise<string[]> {
  const orders = await select('mealOrders', { where, orderBy: [['_id', 'asc']], limit: mostPlaces })
  return orders.map(({ elderName }) => elderName)
}
