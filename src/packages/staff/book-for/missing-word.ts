import type { BookedAlready } from '#types/meals/orders'
import type { Mode, Sitting } from '#types/meals/sittings'
import { isBookedHere } from './already'
import { placesLeft } from './plan'

/** Why it cannot be booked yet; null when it can. */
export function missingWord(
  sitting: Sitting | undefined,
  hasSet: boolean,
  mode: Mode | undefined,
  already: readonly BookedAlready[],
): string | null {
  if (!sitting) return '先选一餐'
  if (isBookedHere(already, sitting)) return '这一餐已经订过了'
  if (sitting.closure) return '这一天驿站不开门'
  if (!sitting.bookable) return '这一餐已经停订'
  if (!mode) return '先选怎么吃'
  if (placesLeft(sitting, mode) === 0) return '这样吃已经满了'
  return hasSet ? null : '先选一份套餐'
}
