import { AppError } from '#types/errors'
import type { SeenOrder } from '#types/meals/orders'
import { isSameDoor } from './delivery'
import type { MealOrderRecord } from './records'

/**
 * What is confirmed is what the clerk saw: the same set, eaten in the same way, brought to the same door.
 * @param seen what the phone showed; undefined: nobody said
 * @throws AppError `ORDER_CHANGED` with what it is now, and whether it is more than the door
 */
export function requireAsSeen(
  { setId, setName, mode, deliverTo }: Pick<MealOrderRecord, 'setId' | 'setName' | 'mode' | 'deliverTo'>,
  seen: SeenOrder | undefined,
): void {
  if (!seen) return
  const isOtherMeal = setId !== seen.setId || mode !== seen.mode
  const isOtherDoor = deliverTo !== null && !isSameDoor(deliverTo, seen.deliverTo)
  if (isOtherMeal || isOtherDoor) throw new AppError('ORDER_CHANGED', { setName, mode, isOtherMeal })
}
