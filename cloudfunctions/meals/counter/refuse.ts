import type { meals } from '#types/meals'
import { moveOrder } from '../../_domain/meals/orders'
import { tellOrder } from '../../_domain/messages/of-orders'
import type { Handler } from '../../_shell/context'
import { notices } from '../../_shell/policies'
import { giveBack } from '../booking/give-back'

export const refuse: Handler<typeof meals.refuse> = (ctx, { orderId, reason = null }) => {
  const by = ctx.actor()
  return ctx.transact('mealOrders', async (work) => {
    const order = await work.get('mealOrders', orderId)
    if (order.state === 'refused') return { record: order, by }
    const refused = moveOrder(order, 'refuse', { by, now: ctx.now, reason })
    await giveBack(work, order, ctx.now)
    work.put('mealOrders', refused)
    return { record: refused, by, tells: tellOrder(refused, 'orderRefused', { by: ctx.openid, notices }) }
  })
}
