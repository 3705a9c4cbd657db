import type { meals } from '#types/meals'
import { whyNot } from '../../_domain/meals/planning/shrinking'
import type { Handler } from '../../_shell/context'
import { misfitsPage } from '../../_shell/planning/misfits-page'
import { ordersAhead } from '../../_shell/planning/orders-ahead'
import { plannedAt } from '../../_shell/planning/planned'

export const misfits: Handler<typeof meals.misfits> = async (ctx, { stationId, after }) => {
  const { fit, today } = await plannedAt(stationId, ctx.now)
  const orders = await ordersAhead(stationId, today)
  return misfitsPage(orders, whyNot(fit, orders), { after, today, now: ctx.now })
}
