import { sittingIn } from '#types/ids'
import type { meals } from '#types/meals'
import { ahead, type Handler } from '../../_shell/context'
import { followedBy } from '../../_shell/planning/no-fits'
import { confirming } from './confirming'

export const confirm: Handler<typeof meals.confirm> = (ctx, { orderId, seen, reason = null }) => {
  const sittings = ahead(followedBy([sittingIn(orderId)]))
  return ctx.transact('mealOrders', confirming(ctx, { orderId, seen, reason, sittings }))
}
