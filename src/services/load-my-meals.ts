import type { MealOrder } from '#types/meals/orders'
import { pageSize } from '#types/paging'
import { call } from './cloud'
import { everyPage } from './every-page'
import { lastOf } from './last-of'

const page: number = pageSize.myMeals

/** All orders that are listed: the coming ones, then those of the last days. One that moved between two pages stands once. */
export async function loadMyMeals(): Promise<MealOrder[]> {
  const orders = await everyPage<MealOrder>(async (after) => {
    const items = await call('meals.mine', after === null ? {} : { after })
    return { items, next: items.length < page ? null : (lastOf(items)?.id ?? null) }
  })
  return [...new Map(orders.map((order) => [order.id, order])).values()]
}
