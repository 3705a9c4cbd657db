import type { MealOrder } from '#types/meals/orders'
import { pageSize } from '#types/paging'
import { call } from './cloud'

/** Beyond this something is wrong. */
const mostPages = 20

/** All orders that are listed: the coming ones, then those of the last days. */
export async function loadMyMeals(): Promise<MealOrder[]> {
  const orders = new Map<string, MealOrder>()
  let after: string | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: MealOrder[] = await call('meals.mine', after === undefined ? {} : { after })
    for (const order of page) orders.set(order.id, order)
    after = page[page.length - 1]?.id
    if (page.length < pageSize.myMeals) break
  }
  return [...orders.values()]
}
