import type { Misfit, Misfits } from '#types/meals/misfits'
import { pageSize } from '#types/paging'
import type { LocalDate } from '#types/values'
import * as z from '#types/z'
import { isLive } from '../../_domain/meals/orders'
import { inOrder, misfitShown } from '../../_domain/meals/planning/misfits'
import type { Fit, FittedOrder } from '../../_domain/meals/planning/shrinking'
import { command, select } from '../cloud'
import { decodeCursor, pageOf } from '../cursor'
import { bookings } from '../policies'

/** After which order a page begins. */
const Start = z.strictObject({ at: z.string() })

/**
 * A page of orders that do not fit, with how many there are in all.
 * @param why of each that does not
 * @param after where the page begins; undefined: with the first
 */
export async function misfitsPage(
  orders: readonly FittedOrder[],
  why: ReadonlyMap<string, Misfit['why']>,
  { after, ...about }: { after: string | undefined; fit: Fit; today: LocalDate; now: Date },
): Promise<Misfits> {
  const start = after === undefined ? '' : decodeCursor(after, Start).at
  const all = inOrder(orders, why)
  const rest = all.filter(({ at }) => at > start)
  const { page, next } = pageOf(rest, pageSize.misfits, ({ at }) => ({ at }))
  const ids = page.map(({ id }) => id)
  const found =
    ids.length === 0 ? [] : await select('mealOrders', { where: { _id: command.in(ids) }, limit: ids.length })
  const { urgentDays } = bookings
  const misfits = page.flatMap(({ id, why: reason }) => {
    const order = found.find((one) => one.id === id)
    return order && isLive(order) ? [misfitShown(order, reason, { ...about, urgentDays })] : [] // cancelled just now
  })
  return { count: all.length, misfits, next }
}
