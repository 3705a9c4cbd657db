import type { CounterOrder } from '#types/meals/orders'
import { pageSize } from '#types/paging'
import type { LocalDate } from '#types/values'
import { call } from '@/services/cloud'

/** What the cloud gives at once. */
const page: number = pageSize.mealQueue
/** A canteen has some hundred seats; beyond this something is wrong. */
const mostPages = 20

/** All orders of a station on a date, the next meal first, then in the order they were placed. */
export async function loadOrders(stationId: string, date: LocalDate): Promise<CounterOrder[]> {
  const orders: CounterOrder[] = []
  for (let pages = 0; pages < mostPages; pages += 1) {
    const after = orders[orders.length - 1]?.id
    const next = await call('meals.queue', { stationId, date, ...(after && { after }) })
    orders.push(...next)
    if (next.length < page) break
  }
  return orders.sort(
    (a, b) =>
      a.startsAt.localeCompare(b.startsAt) || a.placedAt.localeCompare(b.placedAt) || (a.id < b.id ? -1 : 1),
  )
}
