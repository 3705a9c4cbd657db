import type { MealOrderRecord } from '../meals/records'
import type { Telling } from './records'
import { saidOfOrder } from './said-of-orders'
import { type Notices, tell } from './telling'

type OrderKind = Parameters<typeof saidOfOrder>[1]

/**
 * How a meal stands, to whoever booked it and, where the table says so, to the elder's own phone.
 * @param by openid of whoever did it; null where nobody did
 * @param elder openid of her own phone, where it is known
 */
export function tellOrder(
  order: MealOrderRecord,
  kind: OrderKind,
  { by, elder = null, notices }: { by: string | null; elder?: string | null; notices: Notices },
): Telling | null {
  const { district, elderId, id: ref } = order
  return tell(
    { district, elderId, kind, ref },
    { by, reach: { asker: [order.notify], elder: [elder] }, say: () => saidOfOrder(order, kind), notices },
  )
}
