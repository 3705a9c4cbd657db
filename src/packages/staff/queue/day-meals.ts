import type { QueuedOrder } from '#types/meals/orders'
import { type Slot, slots } from '#types/meals/slots'
import type { Instant } from '#types/values'

/** One meal of a day with everything that was ordered for it. */
export interface DayMeal {
  slot: Slot
  startsAt: Instant
  orders: readonly QueuedOrder[]
}

/** The meals of a day for which anything was ordered, in order of time. */
export function mealsOf(orders: readonly QueuedOrder[]): DayMeal[] {
  return slots.flatMap((slot) => {
    const own = orders.filter((order) => order.slot === slot)
    const [first] = own
    return first ? [{ slot, startsAt: first.startsAt, orders: own }] : []
  })
}

/** The meal whose beginning is nearest: lunch until half way to dinner, on a coming day the first. Null where there is none. */
export function nearestMeal(meals: readonly DayMeal[], now: Instant): DayMeal | null {
  const away = ({ startsAt }: DayMeal) => Math.abs(Date.parse(startsAt) - Date.parse(now))
  return [...meals].sort((a, b) => away(a) - away(b))[0] ?? null
}
