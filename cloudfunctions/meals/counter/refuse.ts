import type { meals } from '#types/meals'
import { moveOrder } from '../../_domain/meals/orders'
import type { Handler } from '../../_shell/context'
import { ifStillNear, nearby, orderMessage } from '../../_shell/messages'
import { giveBack } from '../booking/give-back'

export const refuse: Handler<typeof meals.refuse> = (ctx, { orderId, reason = null }) => {
  const by = ctx.actor()
  return ctx.transact('mealOrders', async (work) => {
    const order = await work.get('mealOrders', orderId)
    if (order.state === 'refused') return { record: order, by }
    const refused = moveOrder(order, 'refuse', { by, now: ctx.now, reason })
    await giveBack(work, order, ctx.now)
    work.put('mealOrders', refused)
    const told = { elderId: order.elderId, by: order.placedBy, scopes: nearby, now: ctx.now }
    return { record: refused, by, message: await ifStillNear(work, told, orderMessage(refused)) }
  })
}
