import type { meals } from '#types/meals'
import { moveOrder } from '../../_domain/meals/orders'
import type { Handler } from '../../_shell/context'
import { ifStillNear, nearby, orderMessage } from '../../_shell/messages'

export const confirm: Handler<typeof meals.confirm> = (ctx, { orderId, reason = null }) => {
  const by = ctx.actor()
  return ctx.transact('mealOrders', async (work) => {
    const order = await work.get('mealOrders', orderId)
    if (order.state === 'confirmed') return { record: order, by }
    const confirmed = moveOrder(order, 'confirm', { by, now: ctx.now, reason })
    work.put('mealOrders', confirmed)
    const told = { elderId: order.elderId, by: order.placedBy, scopes: nearby, now: ctx.now }
    return { record: confirmed, by, message: await ifStillNear(work, told, orderMessage(confirmed)) }
  })
}
