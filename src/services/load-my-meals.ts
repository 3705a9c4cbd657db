import type { OwnOrder } from '#types/meals/orders'
import { leastOnPage } from '#types/paging'
import { call } from './cloud'
import { everyPage } from './every-page'
import { lastOf } from './last-of'

/** So many the cloud gives at least where there are more. */
const page: number = leastOnPage.myMeals

/**
 * All orders that are listed: the coming ones, then those of the last days. One that moved between two pages stands once.
 * @param elderId hers alone; without it those of everybody whom the caller may see
 */
export async function loadMyMeals(elderId?: string): Promise<OwnOrder[]> {
  const orders = await everyPage<OwnOrder>(async (after) => {
    const items = await call('meals.mine', { ...(elderId && { elderId }), ...(after && { after }) })
    return { items, next: items.length < page ? null : (lastOf(items)?.id ?? null) }
  })
  return [...new Map(orders.map((order) => [order.id, order])).values()]
}
