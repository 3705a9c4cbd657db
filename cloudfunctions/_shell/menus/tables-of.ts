import { addDays } from '#types/days'
import { liveOrderStates } from '#types/states'
import type { LocalDate } from '#types/values'
import type { Ordered } from '../../_domain/meals/planning/ordered'
import type { MenuRecord } from '../../_domain/meals/planning/records'
import { command, sumUp } from '../cloud'

/** More tables than any kitchen feeds, and more sets than any week has of its days. */
const MOST_TABLES = 1000
const MOST_SETS = 1000

type Week = Pick<MenuRecord, 'kitchenId' | 'slot'>

/** A table that a kitchen feeds. */
interface Table {
  stationId: string
  stationName: string
}

/** The tables that a kitchen feeds in a slot on days from one on, up to but without another, in the order of their ids. */
export async function tablesOf(
  { kitchenId, slot }: Week,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<Table[]> {
  const found = await sumUp('sittings', {
    where: { kitchenId, date: command.between(from, to), slot },
    by: { stationId: '$stationId', stationName: '$stationName' },
    sums: { count: 1 },
    orderBy: { '_id.stationId': 1 },
    limit: MOST_TABLES,
  })
  return found.map(({ _id }) => _id as Table) // as grouped above
}

/** Live orders at these tables on those days. */
export const whereOrdered = (
  { slot }: Pick<MenuRecord, 'slot'>,
  tables: readonly Pick<Table, 'stationId'>[],
  { from, to }: { from: LocalDate; to: LocalDate },
) => ({
  stationId: command.in(tables.map(({ stationId }) => stationId)),
  date: command.between(from, to),
  slot,
  state: command.in(liveOrderStates),
})

/** How many live orders there are of each set of a week, on each day from a local date on. Two calls. */
export async function orderedIn(menu: Week & Pick<MenuRecord, 'week'>, today: LocalDate): Promise<Ordered[]> {
  const days = { from: menu.week < today ? today : menu.week, to: addDays(menu.week, 7) }
  const tables = days.from < days.to ? await tablesOf(menu, days) : []
  if (tables.length === 0) return []
  const found = await sumUp('mealOrders', {
    where: whereOrdered(menu, tables, days),
    by: { date: '$date', setId: '$setId' },
    sums: { count: 1 },
    orderBy: { '_id.date': 1, '_id.setId': 1 },
    limit: MOST_SETS,
  })
  return found.map(({ _id, count }) => ({ ...(_id as Omit<Ordered, 'count'>), count: Number(count) })) // as grouped above
}
