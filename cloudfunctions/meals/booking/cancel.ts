import type { meals } from '#types/meals'
import { moveOrder, requireCancellable } from '../../_domain/meals/orders'
import type { Handler } from '../../_shell/context'
import { giveBack } from './give-back'

export const cancel: Handler<typeof meals.cancel> = (ctx, { orderId, reason = null, channel }) => {
  const by = ctx.actor(channel)
  return ctx.transact('mealOrders', async (work) => {
    const order = await work.get('mealOrders', orderId)
    if (order.state === 'cancelled') return { record: order, by }
    const cancelled = moveOrder(order, 'cancel', { by, now: ctx.now, reason })
    requireCancellable(order, ctx.now)
    await giveBack(work, order, ctx.now)
    work.put('mealOrders', cancelled)
    return { record: cancelled, by }
  })
}
