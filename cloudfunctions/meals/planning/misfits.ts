import type { meals } from '#types/meals'
import type { Handler } from '../../_shell/context'
import { misfitsAhead } from '../../_shell/planning/misfits-ahead'
import { misfitsPage } from '../../_shell/planning/misfits-page'

export const misfits: Handler<typeof meals.misfits> = async (ctx, { stationId, after }) => {
  const { orders, why, fit, today } = await misfitsAhead(stationId, ctx.now)
  return misfitsPage(orders, why, { after, fit, today, now: ctx.now })
}
