import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import { elderIn } from '#types/ids'
import type { Mode } from '#types/meals/sittings'
import { decideChange } from '../../_domain/meals/booking'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { tellOrder } from '../../_domain/messages/of-orders'
import { find } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import { notices, policiesOf } from '../../_shell/policies'
import { giveUsesBack } from './give-back'
import { offerFor } from './price-ground'

/** What of a meal is to be another; what is left out stays. */
interface Change {
  orderId: string
  setId?: string
  mode?: Mode
  /** What the caller was told that it costs then, fen. */
  pays: number | undefined
  by: Actor
  /** What the log says of it. */
  about(order: MealOrderRecord): string
}

/** Changes one meal: reads everything, decides (`decideChange`), writes all or none. */
export async function changeMeal(ctx: Ctx, change: Change): Promise<MealOrderRecord> {
  const { orderId, pays, by } = change
  const elder = await find('elders', elderIn(orderId))
  if (!elder) throw new AppError('NOT_FOUND', { orderId })
  await policiesOf(elder.district, ctx.now) // so that the transaction never waits for it

  return ctx.transact('mealOrders', async (work) => {
    const before = await work.get('mealOrders', orderId)
    const offer = await offerFor(work, before.sittingId, elder, ctx.now)
    const { setId = before.setId, mode = before.mode } = change
    const after = decideChange({ setId, mode, pays, by }, { order: before, elder, offer }, ctx.now)
    if (!after) return { record: before, by }

    const { order, sitting, uses, leaves } = after
    if (leaves) await giveUsesBack(work, before, ctx.now)
    if (uses) work.put('subsidyUses', uses)
    if (sitting) work.put('sittings', sitting)
    work.put('mealOrders', order)
    const tells = tellOrder(order, 'orderChanged', { by: ctx.openid, elder: elder.openid, notices })
    return { record: order, by, about: change.about(order), tells }
  })
}
