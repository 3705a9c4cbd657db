import type { MealOrder } from '#types/meals/orders'
import type { MealOrderRecord } from '../meals/records'
import type { Telling } from './records'
import { saidOfDishes, saidOfOrder } from './said-of-orders'
import { type Notices, tell } from './telling'

interface To {
  by: string | null
  elder?: string | null
  notices: Notices
  before?: MealOrder['kitchenChange']
}

type OrderKind = Parameters<typeof saidOfOrder>[1] | 'orderDishesChanged'

/**
 * How a meal stands, to whoever booked it and, where the table says so, to the elder's own phone.
 * @param by openid of whoever did it; null where nobody did
 * @param elder openid of her own phone, where it is known
 * @param before what the kitchen had made of it until then, where it is again as it was ordered
 */
export function tellOrder(
  order: MealOrderRecord,
  kind: OrderKind,
  { by, elder = null, notices, before }: To,
): Telling | null {
  const { district, elderId, id: ref } = order
  const say = () => (kind === 'orderDishesChanged' ? saidOfDishes(order, before) : saidOfOrder(order, kind))
  return tell(
    { district, elderId, kind, ref },
    { by, reach: { asker: [order.notify], elder: [elder] }, say, notices },
  )
}
