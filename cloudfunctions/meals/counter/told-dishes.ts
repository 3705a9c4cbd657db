import type { meals } from '#types/meals'
import { toldOfDishes } from '../../_domain/meals/planning/told-dishes'
import type { Handler } from '../../_shell/context'

export const toldDishes: Handler<typeof meals.toldDishes> = (
  ctx,
  { orderId, kitchenRev, isAgreed = false },
) => {
  const by = ctx.actor()
  return ctx.transact('mealOrders', async (work) => {
    const order = await work.get('mealOrders', orderId)
    const after = toldOfDishes(order, { kitchenRev, isAgreed, by, now: ctx.now })
    if (after !== order) work.put('mealOrders', after)
    return { record: after, by }
  })
}
