import { AppError } from '#types/errors'
import { elderIn } from '#types/ids'
import type { meals } from '#types/meals'
import { requireSamePrice, switchOrder } from '../../_domain/meals/orders'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { policiesOf } from '../../_shell/policies'
import { reprice } from './reprice'

export const switchMode: Handler<typeof meals.switchMode> = async (ctx, { orderId, mode, pays, channel }) => {
  const by = ctx.actor(channel)
  const elder = await find('elders', elderIn(orderId))
  if (!elder) throw new AppError('NOT_FOUND', { orderId })
  await policiesOf(elder.district, ctx.now) // so that the transaction never waits for it

  return ctx.transact('mealOrders', async (work) => {
    const order = await work.get('mealOrders', orderId)
    if (order.mode === mode) return { record: order, by }
    const sitting = await work.get('sittings', order.sittingId)
    const repriced = await reprice(work, { order, sitting, elder }, mode, ctx.now)
    const after = switchOrder({ order, sitting }, mode, { ...repriced, now: ctx.now })
    requireSamePrice(pays, after.order.elderPays)

    await repriced.write()
    work.put('sittings', after.sitting)
    work.put('mealOrders', after.order)
    return { record: after.order, by, about: mode }
  })
}
