import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import { mealOrderId, stationIn } from '#types/ids'
import type { Mode } from '#types/meals/sittings'
import { isLive, placeOrder, requireSamePrice, sameOrder } from '../../_domain/meals/orders'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { setOf } from '../../_domain/meals/sittings'
import { requireActive } from '../../_domain/people/privacy/consents'
import { find } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import { bookings, isSameCity, policiesOf } from '../../_shell/policies'
import { priceFor } from './price-for'
import { usesOf } from './uses-of'

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

/** Books one meal: the place, the price with its rule, what it uses of limits and the order, all or none. */
export async function bookMeal(ctx: Ctx, booking: Booking): Promise<MealOrderRecord> {
  const { sittingId, elderId, mode, setId, pays, by, confirmed } = booking
  const wish = { setId, mode, key: ctx.key, body: ctx.body }
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  requireActive(elder)
  await policiesOf(elder.district, ctx.now) // so that the transaction never waits for it

  return ctx.transact('mealOrders', async (work) => {
    const earlier = await work.find('mealOrders', mealOrderId(sittingId, elderId))
    if (earlier && isLive(earlier)) return { record: sameOrder(earlier, wish), by }

    const sitting = await work.get('sittings', sittingId)
    if (!(await isSameCity(sitting.district, elder.district, ctx.now)))
      throw new AppError('NOT_FOUND', { stationId: stationIn(sittingId) })
    const uses = usesOf(work, elder, mealOrderId(sittingId, elderId))
    const meal = { sitting, set: setOf(sitting, setId), mode }
    const price = await priceFor(meal, elder, { now: ctx.now, usesIn: uses.read })
    const placed = placeOrder(sitting, wish, {
      elder,
      priced: price.priced,
      by,
      notify: by.channel === 'app' ? ctx.openid : elder.openid,
      earlier,
      confirmed,
      policyId: price.policy?.id ?? null,
      usedIn: uses.idFor(price),
      now: ctx.now,
      daysAhead: bookings.daysAhead,
    })
    requireSamePrice(pays, placed.order.elderPays)

    uses.write(price)
    work.put('sittings', placed.sitting)
    work.put('mealOrders', placed.order)
    return { record: placed.order, by }
  })
}
