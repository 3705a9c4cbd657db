import type { Slot } from '#types/meals/slots'
import { slotWord } from '#types/words/meals/slots'
import { Segmented } from '@/components/segmented'
import type { DayMeal } from './day-meals'

interface Props {
  meals: readonly DayMeal[]
  /** The meal that is shown. */
  slot: Slot
  onPick(slot: Slot): void
}

/** Breakfast, lunch and dinner apart: each says how many orders wait there. Nothing to pick where there is one meal. */
export function WhichMeal({ meals, slot, onPick }: Props) {
  if (meals.length < 2) return null
  return (
    <Segmented<Slot>
      label="哪一餐，等几份确认"
      options={meals.map((meal) => ({ value: meal.slot, word: wordOf(meal) }))}
      value={slot}
      onPick={onPick}
    />
  )
}

/** 午餐 等 3 */
function wordOf({ slot, orders }: DayMeal): string {
  const waiting = orders.filter(({ state }) => state === 'placed').length
  return waiting > 0 ? `${slotWord[slot]} 等 ${waiting}` : slotWord[slot]
}
