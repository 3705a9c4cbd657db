import { AppError } from '#types/errors'
import type { SeenOrder } from '#types/meals/orders'
import { isSameDoor } from './delivery'
import type { MealOrderRecord } from './records'

/**
 * What is confirmed is what the clerk saw: the same set, eaten in the same way, brought to the same door.
 * @param seen what the phone showed; undefined: nobody said; null: it said what it showed, and this order was not among it
 * @throws AppError `ORDER_CHANGED` with what it is now, and whether it is more than the door
 */
export function requireAsSeen(
  { setId, setName, mode, deliverTo }: Pick<MealOrderRecord, 'setId' | 'setName' | 'mode' | 'deliverTo'>,
  seen: SeenOrder | null | undefined,
): void {
  if (seen === undefined) return
  const isOtherMeal = seen === null || setId !== seen.setId || mode !== seen.mode
  const isOtherDoor = deliverTo !== null && !isSameDoor(deliverTo, seen?.deliverTo ?? null)
  if (isOtherMeal || isOtherDoor) throw new AppError('ORDER_CHANGED', { setName, mode, isOtherMeal })
}
