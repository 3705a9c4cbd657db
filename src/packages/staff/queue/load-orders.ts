import type { QueuedOrder } from '#types/meals/orders'
import { leastOnPage } from '#types/paging'
import type { LocalDate } from '#types/values'
import { call } from '@/services/cloud'
import { everyPage } from '@/services/every-page'
import { lastOf } from '@/services/last-of'

/** So many the cloud gives at least where there are more. */
const page: number = leastOnPage.mealQueue

/** All orders of a station on a date, the next meal first, then in the order they were placed. */
export async function loadOrders(stationId: string, date: LocalDate): Promise<QueuedOrder[]> {
  const orders = await everyPage<QueuedOrder>(async (after) => {
    const items = await call('meals.queue', { stationId, date, ...(after && { after }) })
    return { items, next: items.length < page ? null : (lastOf(items)?.id ?? null) }
  })
  return orders.sort(
    (a, b) =>
      a.startsAt.localeCompare(b.startsAt) || a.placedAt.localeCompare(b.placedAt) || (a.id < b.id ? -1 : 1),
  )
}
