import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import { mealOrderId } from '#types/ids'
import { type BookingWish, decideBooking, type Offer, type Offered } from '../../_domain/meals/booking'
import { sameMealElsewhere } from '../../_domain/meals/elsewhere'
import { isLive, sameOrder } from '../../_domain/meals/orders'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { isUnseen } from '../../_domain/people/elders/seen'
import type { ElderRecord } from '../../_domain/people/records'
import type { Ctx } from '../../_shell/context'
import { markSeen } from '../../_shell/elder-records/mark-seen'
import type { Outcome, Work } from '../../_shell/transact'
import { isAsRead } from './as-read'
import { offerFor } from './price-ground'

/** An order whose place is claimed. */
interface Placing {
  wish: BookingWish
  by: Actor
  elder: ElderRecord
  /** Her order for the sitting as it was read before: cancelled or refused; null: none. */
  earlier: MealOrderRecord | null
  offered: Offered
  confirmed: boolean
  /** Whether nobody is known to have written her order since. */
  isNew: boolean
}

/**
 * Writes an order with documents of one person alone, which may be tried again. What has become of her order since it was read stands:
 * one that is live by now is what is stored; else nothing is written over it, and whoever asked asks again.
 */
export function placing(
  ctx: Ctx,
  { wish, by, elder, earlier, offered, confirmed, isNew }: Placing,
): { run(work: Work): Promise<Outcome<MealOrderRecord>>; hasLive(): boolean } {
  let runs = 0
  let hasLive = false
  const { now, openid, account, requestId: attempt } = ctx
  const orderId = mealOrderId(wish.sittingId, elder.id)
  const run = async (work: Work): Promise<Outcome<MealOrderRecord>> => {
    const isRead = ++runs > 1 || earlier !== null || !isNew // else there is none, or adding it fails
    const stored = isRead ? await work.find('mealOrders', orderId) : null
    hasLive = stored !== null && isLive(stored)
    if (stored && hasLive) return { record: sameOrder(stored, wish), by }
    if (!isAsRead(stored, earlier)) throw new AppError('BUSY')

    const offer = await offerFor(work, offered, { elder, bookedFor: elder.id, now })
    const isAsked = !wish.isMeant || isUnseen(elder)
    const elsewhere = isAsked ? await ordersElsewhere(work, offer, orderId) : []
    const caller = { by, openid, account, confirmed, attempt, now }
    const { order, uses } = decideBooking(wish, { elder, earlier, offer, elsewhere }, caller)
    work.put('subsidyUses', uses)
    if (earlier) work.put('mealOrders', order)
    else work.add('mealOrders', order)
    if (confirmed) await markSeen(work, elder, 'booked', now)
    return { record: order, by }
  }
  return { run, hasLive: () => hasLive }
}

/** Reads what was booked for her of the same meal of that day at other stations: nothing, mostly. */
async function ordersElsewhere(
  work: Work,
  { uses, beside }: Offer,
  orderId: string,
): Promise<MealOrderRecord[]> {
  const orders: MealOrderRecord[] = []
  for (const id of [uses, ...beside].flatMap((one) => sameMealElsewhere(one, orderId))) {
    const order = await work.find('mealOrders', id)
    if (order) orders.push(order)
  }
  return orders
}
