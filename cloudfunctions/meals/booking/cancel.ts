import { elderIn } from '#types/ids'
import type { meals } from '#types/meals'
import type { NoFit } from '#types/meals/misfits'
import { isByStaff } from '../../_domain/access/grants'
import { isLate, requireCancellable } from '../../_domain/meals/cancelling'
import { moveOrder } from '../../_domain/meals/orders'
import { tellOrder } from '../../_domain/messages/of-orders'
import { findFields } from '../../_shell/cloud'
import { ahead, type Handler } from '../../_shell/context'
import { isLetKnow, type MayKnow, noFitsOn } from '../../_shell/planning/no-fits'
import { notices } from '../../_shell/policies'
import { ownPhoneOf } from '../../_shell/registrations'
import { endOrder } from './end-order'

export const cancel: Handler<typeof meals.cancel> = async (ctx, { orderId, reason = null, channel }) => {
  const by = ctx.actor(channel)
  const phone = ahead(ownPhoneOf(elderIn(orderId)))
  const mayKnow = isByStaff(by) ? () => true : isLetKnow(ctx.account)
  const why = ahead(whyLate(orderId, ctx.now, mayKnow))
  return endOrder(ctx, orderId, {
    ...{ by, state: 'cancelled' },
    async end(order) {
      const after = moveOrder(order, 'cancel', { by, now: ctx.now, reason })
      requireCancellable(order, { why: await why, now: ctx.now })
      const about = { by: ctx.openid, elder: await phone, notices }
      return { after, tells: tellOrder(after, 'orderCancelled', about) }
    },
  })
}

/** Why an order does not fit what is served any more, once it is too late to cancel what does; null: it does, or it is early enough. */
async function whyLate(orderId: string, now: Date, mayKnow: MayKnow): Promise<NoFit['why'] | null> {
  const order = await findFields('mealOrders', orderId, ['stationId', 'date', 'cancelUntil'])
  if (!order || !isLate(order, now)) return null
  return (await noFitsOn(order, now, mayKnow)).get(orderId)?.why ?? null
}
