import { AppError } from '#types/errors'
import { elderIn } from '#types/ids'
import type { meals } from '#types/meals'
import { decideSwitch } from '../../_domain/meals/booking'
import { tellOrder } from '../../_domain/messages/of-orders'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { notices, policiesOf } from '../../_shell/policies'
import { giveUsesBack } from './give-back'
import { offerFor } from './price-ground'

export const switchMode: Handler<typeof meals.switchMode> = async (ctx, { orderId, mode, pays, channel }) => {
  const by = ctx.actor(channel)
  const elder = await find('elders', elderIn(orderId))
  if (!elder) throw new AppError('NOT_FOUND', { orderId })
  await policiesOf(elder.district, ctx.now) // so that the transaction never waits for it

  return ctx.transact('mealOrders', async (work) => {
    const before = await work.get('mealOrders', orderId)
    const offer = await offerFor(work, before.sittingId, elder, ctx.now)
    const after = decideSwitch({ mode, pays }, { order: before, elder, offer }, ctx.now)
    const { order, sitting, uses } = after
    if (!sitting) return { record: order, by }

    if (after.leaves) await giveUsesBack(work, before, ctx.now)
    if (uses) work.put('subsidyUses', uses)
    work.put('sittings', sitting)
    work.put('mealOrders', order)
    const tells = tellOrder(order, 'orderChanged', { by: ctx.openid, elder: elder.openid, notices })
    return { record: order, by, about: mode, tells }
  })
}
