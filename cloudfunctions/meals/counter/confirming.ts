import { canStillBeHad } from '#types/meals/meal-time'
import type { SeenOrder } from '#types/meals/orders'
import { requireAsSeen } from '../../_domain/meals/as-seen'
import { moveOrder } from '../../_domain/meals/orders'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { tellOrder } from '../../_domain/messages/of-orders'
import { requireAlive } from '../../_domain/people/elders/ending'
import type { Ctx } from '../../_shell/context'
import { type followedBy, requireFits } from '../../_shell/planning/no-fits'
import { notices } from '../../_shell/policies'
import type { Outcome, Work } from '../../_shell/transact'

/** Which order is confirmed, as what, and what is said to it. */
interface Confirmed {
  orderId: string
  seen: SeenOrder | null | undefined
  reason: string | null
  /** Its sitting, among others: being read. */
  sittings: ReturnType<typeof followedBy>
}

/** Takes one order on, in a transaction of its own; one that is taken on already stays as it is. */
export function confirming(ctx: Ctx, { orderId, seen, reason, sittings }: Confirmed) {
  const by = ctx.actor()
  return async (work: Work): Promise<Outcome<MealOrderRecord>> => {
    const order = await work.get('mealOrders', orderId)
    if (order.state === 'confirmed') return { record: order, by }
    const elder = await work.find('elders', order.elderId)
    if (elder) requireAlive(elder)
    const confirmed = moveOrder(order, 'confirm', { by, now: ctx.now, reason })
    requireAsSeen(order, seen)
    await requireFits(order, await sittings, ctx.now)
    work.put('mealOrders', confirmed)
    const tells = tellOrder(confirmed, 'orderConfirmed', { by: ctx.openid, notices })
    return { record: confirmed, by, ...(canStillBeHad(order, ctx.now) && { tells }) } // an hour late it is news, a day late it is not
  }
}
