import type { meals } from '#types/meals'
import { moveOrder } from '../../_domain/meals/orders'
import { tellOrder } from '../../_domain/messages/of-orders'
import type { Handler } from '../../_shell/context'
import { notices } from '../../_shell/policies'
import { endOrder } from '../booking/end-order'

export const refuse: Handler<typeof meals.refuse> = (ctx, { orderId, reason = null }) => {
  const by = ctx.actor()
  return endOrder(ctx, orderId, {
    ...{ by, state: 'refused' },
    async end(order) {
      const after = moveOrder(order, 'refuse', { by, now: ctx.now, reason })
      return { after, tells: tellOrder(after, 'orderRefused', { by: ctx.openid, notices }) }
    },
  })
}
