import type { meals } from '#types/meals'
import { moveOrder } from '../../_domain/meals/orders'
import { tellOrder } from '../../_domain/messages/of-orders'
import { requireAlive } from '../../_domain/people/elders/ending'
import type { Handler } from '../../_shell/context'
import { notices } from '../../_shell/policies'

export const confirm: Handler<typeof meals.confirm> = (ctx, { orderId, reason = null }) => {
  const by = ctx.actor()
  return ctx.transact('mealOrders', async (work) => {
    const order = await work.get('mealOrders', orderId)
    if (order.state === 'confirmed') return { record: order, by }
    const elder = await work.find('elders', order.elderId)
    if (elder) requireAlive(elder)
    const confirmed = moveOrder(order, 'confirm', { by, now: ctx.now, reason })
    work.put('mealOrders', confirmed)
    const tells = tellOrder(confirmed, 'orderConfirmed', { by: ctx.openid, notices })
    return { record: confirmed, by, tells }
  })
}
