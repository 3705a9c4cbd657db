import { AppError } from '#types/errors'
import type { SeenOrder } from '#types/meals/orders'
import { isSameDoor } from './delivery'
import type { MealOrderRecord } from './records'

type SeenOf = Pick<MealOrderRecord, 'setId' | 'setName' | 'mode' | 'deliverTo' | 'kitchenChange'>

/**
 * What is confirmed is what the clerk saw: the same set of the same dishes, eaten in the same way, brought to the same door.
 * @param seen what the phone showed; undefined: nobody said; null: it said what it showed, and this order was not among it
 * @throws AppError `ORDER_CHANGED` with what it is now, and whether it is more than the door
 */
export function requireAsSeen(
  { setId, setName, mode, deliverTo, kitchenChange }: SeenOf,
  seen: SeenOrder | null | undefined,
): void {
  if (seen === undefined) return
  const { kitchenRev = kitchenChange?.rev ?? null } = seen ?? {}
  const isMadeOtherwise = kitchenRev !== (kitchenChange?.rev ?? null)
  const isOtherMeal = seen === null || setId !== seen.setId || mode !== seen.mode || isMadeOtherwise
  const isOtherDoor = deliverTo !== null && !isSameDoor(deliverTo, seen?.deliverTo ?? null)
  if (isOtherMeal || isOtherDoor) throw new AppError('ORDER_CHANGED', { setName, mode, isOtherMeal })
}
