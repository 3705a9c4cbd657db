import type { meals } from '#types/meals'
import type { Handler } from '../../_shell/context'
import { confirming } from './confirming'

export const confirm: Handler<typeof meals.confirm> = (ctx, { orderId, seen, reason = null }) =>
  ctx.transact('mealOrders', confirming(ctx, { orderId, seen, reason }))
