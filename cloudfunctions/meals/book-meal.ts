import { AppError } from '#types/errors'
import type { Actor, Mode } from '#types/meals'
import { requireActive } from '../_domain/consents'
import { mealOrderId, subsidyDayId } from '../_domain/ids'
import { isLive, placeOrder, sameOrder } from '../_domain/meal-orders'
import { dayUses } from '../_domain/price'
import type { MealOrderRecord } from '../_domain/records/meals'
import { setOf } from '../_domain/sittings'
import { emptySubsidyDay, withUses } from '../_domain/subsidy-days'
import { find } from '../_shell/cloud'
import type { Ctx } from '../_shell/context'
import { bookings, mealPolicies } from '../_shell/policies'
import { priceFor } from './price-for'

/** What to book, for whom, in whose name. A clerk's booking needs nobody's confirmation. */
interface Booking {
  sittingId: string
  elderId: string
  mode: Mode
  setId: string
  by: Actor
  confirmed: boolean
}

/** Books one meal: the place, the price with its rule, the day's subsidy and the order, all or none. */
export async function bookMeal(ctx: Ctx, booking: Booking): Promise<MealOrderRecord> {
  const { sittingId, elderId, mode, setId, by, confirmed } = booking
  const wish = { setId, mode, key: ctx.key, body: ctx.body }
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  requireActive(elder)
  await mealPolicies(elder.district, ctx.now) // so that the transaction never waits for it

  return ctx.transact('mealOrders', async (work) => {
    const earlier = await work.find('mealOrders', mealOrderId(sittingId, elderId))
    if (earlier && isLive(earlier)) return { record: sameOrder(earlier, wish), by }

    const sitting = await work.get('sittings', sittingId)
    if (sitting.district !== elder.district) throw new AppError('NOT_FOUND', { sittingId })
    const meal = { sitting, set: setOf(sitting, setId), mode }
    let day = emptySubsidyDay(elder, sitting.date)
    const { price, policy } = await priceFor(meal, elder, {
      now: ctx.now,
      usesOf: async () => {
        day = (await work.find('subsidyDays', subsidyDayId(elderId, sitting.date))) ?? day
        return day.uses
      },
    })
    const notify = by.channel === 'app' ? ctx.openid : elder.openid
    const placed = placeOrder(sitting, wish, {
      elder,
      price,
      by,
      notify,
      earlier,
      confirmed,
      policyId: policy?.id ?? null,
      now: ctx.now,
      daysAhead: bookings.daysAhead,
    })

    const uses = dayUses(price.lines, policy)
    if (uses.length > 0) work.put('subsidyDays', withUses(day, placed.order.id, uses))
    work.put('sittings', placed.sitting)
    work.put('mealOrders', placed.order)
    return { record: placed.order, by }
  })
}
