import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import { isLive } from '../orders'
import type { MealOrderRecord } from '../records'

interface Told {
  /** The `rev` of what the kitchen makes of it that she was told; null: what she ordered. */
  kitchenRev: number | null
  /** She eats it all the same. */
  isAgreed: boolean
  by: Actor
  now: Date
}

/**
 * An order of whose dishes somebody has told her; it keeps who wrote down that she eats them all the same. Where that is so already the order
 * is as it was.
 * @throws AppError `WRONG_STATE` where it is not live, `ORDER_CHANGED` where the kitchen makes something else of it by now
 */
export function toldOfDishes(
  order: MealOrderRecord,
  { kitchenRev, isAgreed, by, now }: Told,
): MealOrderRecord {
  if (!isLive(order)) throw new AppError('WRONG_STATE', { state: order.state })
  const { isToTell, kitchenChange, ...rest } = order
  if ((kitchenChange?.rev ?? null) !== kitchenRev) throw new AppError('ORDER_CHANGED')
  if (!kitchenChange) return isToTell ? rest : order
  const agrees = isAgreed && !kitchenChange.agreed
  if (!isToTell && !agrees) return order
  return {
    ...rest,
    kitchenChange: { ...kitchenChange, ...(agrees && { agreed: { at: now.toISOString(), by } }) },
  }
}
