import { elderIn } from '#types/ids'
import type { meals } from '#types/meals'
import { moveOrder, requireCancellable } from '../../_domain/meals/orders'
import { tellOrder } from '../../_domain/messages/of-orders'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { notices } from '../../_shell/policies'
import { registrationFor } from '../../_shell/registrations'
import { giveBack } from './give-back'

export const cancel: Handler<typeof meals.cancel> = async (ctx, { orderId, reason = null, channel }) => {
  const by = ctx.actor(channel)
  const named = await find('elders', elderIn(orderId))
  const elder = named && (await registrationFor(named)).openid
  return ctx.transact('mealOrders', async (work) => {
    const order = await work.get('mealOrders', orderId)
    if (order.state === 'cancelled') return { record: order, by }
    const cancelled = moveOrder(order, 'cancel', { by, now: ctx.now, reason })
    requireCancellable(order, ctx.now)
    await giveBack(work, order, ctx.now)
    work.put('mealOrders', cancelled)
    const tells = tellOrder(cancelled, 'orderCancelled', { by: ctx.openid, elder, notices })
    return { record: cancelled, by, tells }
  })
}
