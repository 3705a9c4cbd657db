import { elderIn } from '#types/ids'
import type { meals } from '#types/meals'
import { moveOrder, requireCancellable } from '../../_domain/meals/orders'
import { tellOrder } from '../../_domain/messages/of-orders'
import { find } from '../../_shell/cloud'
import { ahead, type Handler } from '../../_shell/context'
import { notices } from '../../_shell/policies'
import { registrationFor } from '../../_shell/registrations'
import { endOrder } from './end-order'

export const cancel: Handler<typeof meals.cancel> = async (ctx, { orderId, reason = null, channel }) => {
  const by = ctx.actor(channel)
  const phone = ahead(phoneOf(elderIn(orderId)))
  return endOrder(ctx, orderId, {
    ...{ by, state: 'cancelled' },
    async end(order) {
      const after = moveOrder(order, 'cancel', { by, now: ctx.now, reason })
      requireCancellable(order, ctx.now)
      const about = { by: ctx.openid, elder: await phone, notices }
      return { after, tells: tellOrder(after, 'orderCancelled', about) }
    },
  })
}

/** The openid of an elder's own phone; null: she has none. */
async function phoneOf(elderId: string): Promise<string | null> {
  const named = await find('elders', elderId)
  return named && (await registrationFor(named)).openid
}
