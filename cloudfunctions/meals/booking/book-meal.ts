import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import { mealOrderId } from '#types/ids'
import type { Mode } from '#types/meals/sittings'
import { decideBooking } from '../../_domain/meals/booking'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { requireActive } from '../../_domain/people/privacy/consents'
import { find } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import { bookings, policiesOf } from '../../_shell/policies'
import { offerFor } from './price-ground'

/** What to book, for whom, in whose name. A clerk's booking needs nobody's confirmation. */
interface Booking {
  sittingId: string
  elderId: string
  mode: Mode
  setId: string
  /** What the caller was told that it costs, fen. */
  pays: number | undefined
  by: Actor
  confirmed: boolean
}

/** Books one meal: reads everything, decides (`decideBooking`), writes all or none. */
export async function bookMeal(ctx: Ctx, booking: Booking): Promise<MealOrderRecord> {
  const { elderId, by, confirmed, ...choice } = booking
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  requireActive(elder)
  await policiesOf(elder.district, ctx.now) // so that the transaction never waits for it

  const wish = { ...choice, key: ctx.key, body: ctx.body }
  const { daysAhead } = bookings
  return ctx.transact('mealOrders', async (work) => {
    const earlier = await work.find('mealOrders', mealOrderId(choice.sittingId, elderId))
    const offer = await offerFor(work, choice.sittingId, elder, ctx.now)
    const facts = { elder, earlier, offer }
    const caller = { by, openid: ctx.openid, confirmed, now: ctx.now, daysAhead }
    const { order, sitting, uses } = decideBooking(wish, facts, caller)
    if (!sitting) return { record: order, by }

    if (uses) work.put('subsidyUses', uses)
    work.put('sittings', sitting)
    work.put('mealOrders', order)
    return { record: order, by }
  })
}
