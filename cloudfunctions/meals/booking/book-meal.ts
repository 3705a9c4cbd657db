import type { Channel } from '#types/actors'
import { AppError } from '#types/errors'
import { mealOrderId } from '#types/ids'
import type { Mode } from '#types/meals/sittings'
import { decideBooking, type Offer } from '../../_domain/meals/booking'
import { sameMealElsewhere } from '../../_domain/meals/elsewhere'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { isUnseen } from '../../_domain/people/elders/seen'
import { requireActive } from '../../_domain/people/privacy/consents'
import type { Ctx } from '../../_shell/context'
import { markSeen } from '../../_shell/elder-records/mark-seen'
import { elderFor } from '../../_shell/permitted-elder'
import { daysAheadOf, policiesOf } from '../../_shell/policies'
import { asOne } from '../../_shell/registrations'
import type { Work } from '../../_shell/transact'
import { offerFor } from './price-ground'

/** What to book, for whom. A clerk's booking needs nobody's confirmation. */
interface Booking {
  sittingId: string
  elderId: string
  mode: Mode
  setId: string
  /** What the caller was told that it costs, fen. */
  pays: number | undefined
  isMeant: boolean | undefined
  /** How the elder asked, where a clerk writes it down. */
  channel?: Channel
  confirmed: boolean
}

/** Books one meal: reads everything, decides (`decideBooking`), writes all or none. */
export async function bookMeal(ctx: Ctx, booking: Booking): Promise<MealOrderRecord> {
  const { elderId: named, channel, confirmed, isMeant = false, ...choice } = booking
  const known = await elderFor(ctx, named)
  if (!known) throw new AppError('NOT_FOUND', { elderId: named })
  requireActive(known)
  const elder = await asOne(known)
  const { id: elderId } = elder
  const by = ctx.actor(channel)
  await policiesOf(elder.district, ctx.now) // so that the transaction never waits for it

  const wish = { ...choice, isMeant, key: ctx.key, body: ctx.body }
  return ctx.transact('mealOrders', async (work) => {
    const earlier = await work.find('mealOrders', mealOrderId(choice.sittingId, elderId))
    const eater = { sittingId: choice.sittingId, elder, bookedFor: elderId, now: ctx.now }
    const offer = await offerFor(work, eater)
    const elsewhere =
      offer && (!isMeant || isUnseen(elder)) ? await ordersElsewhere(work, offer, elderId) : []
    const facts = { elder, earlier, offer, elsewhere }
    const daysAhead = await daysAheadOf(offer?.station.district ?? elder.district, ctx.now)
    const caller = { by, openid: ctx.openid, account: ctx.account, confirmed, now: ctx.now, daysAhead }
    const { order, sitting, uses } = decideBooking(wish, facts, caller)
    if (!sitting) return { record: order, by }

    if (uses) work.put('subsidyUses', uses)
    work.put('sittings', sitting)
    work.put('mealOrders', order)
    if (confirmed) await markSeen(work, elder, 'booked', ctx.now)
    return { record: order, by }
  })
}

/** Reads what was booked for her of the same meal of that day at other stations: nothing, mostly. */
async function ordersElsewhere(
  work: Work,
  { sitting, uses, beside }: Offer,
  elderId: string,
): Promise<MealOrderRecord[]> {
  const orders: MealOrderRecord[] = []
  const records = [uses, ...beside]
  for (const id of records.flatMap((one) => sameMealElsewhere(one, mealOrderId(sitting.id, elderId)))) {
    const order = await work.find('mealOrders', id)
    if (order) orders.push(order)
  }
  return orders
}
