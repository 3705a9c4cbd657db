import type { Actor } from '#types/actors'
import { elderIn, sittingIn } from '#types/ids'
import type { MealOrderState } from '#types/states'
import { holdsPlace, isOf } from '../../_domain/meals/claims/claiming'
import type { MealOrderRecord } from '../../_domain/meals/records'
import type { Telling } from '../../_domain/messages/records'
import { claimOf } from '../../_shell/claims/store'
import type { Ctx } from '../../_shell/context'
import { giveAllBack } from '../../_shell/planning/share-again'
import type { Work } from '../../_shell/transact'
import { giveUsesBack } from './give-uses-back'

/** How an order ends. */
interface End {
  by: Actor
  /** The state in which it has ended already. */
  state: MealOrderState
  /** The order as it ends now, and what is told of it. */
  end(order: MealOrderRecord, work: Work): Promise<{ after: MealOrderRecord; tells: Telling | null }>
}

/**
 * Ends an order, and gives back what it held: its uses of limits with it, and its claim once it is written, as it was seen before. Found
 * ended, it gives back what was left.
 */
export async function endOrder(ctx: Ctx, orderId: string, { by, state, end }: End): Promise<MealOrderRecord> {
  const at = { sittingId: sittingIn(orderId), elderId: elderIn(orderId) }
  const held = await claimOf(at)
  let isEnding = false
  const ended = await ctx.transact('mealOrders', async (work) => {
    const order = await work.get('mealOrders', orderId)
    isEnding = order.state !== state
    if (!isEnding) return { record: order, by }
    const { after, tells } = await end(order, work)
    await giveUsesBack(work, order, ctx.now)
    work.put('mealOrders', after)
    return { record: after, by, tells }
  })
  if (held && !holdsPlace(ended) && (isEnding || isOf(held, ended))) await giveAllBack(at, held, ctx.now)
  return ended
}
