import { View } from '@tarojs/components'
import { longest } from '#types/limits'
import type { QueuedOrder } from '#types/meals/orders'
import { slotWord } from '#types/words/meals/slots'
import { Field } from '@/components/field'
import type { DayMeal } from '../day-meals'
import { type Group, groupOf, groupWord, groupWords } from '../group-of'

interface Props {
  meals: readonly DayMeal[]
  /** The list that is shown. */
  shown: { meal: DayMeal; group: Group }
  /** What was typed of a name. */
  name: string
  onChange(name: string): void
}

/** Finds somebody by part of her name, and says where else of the day that name stands. */
export function FindByName({ meals, shown, name, onChange }: Props) {
  const typed = name.trim()
  const found = typed === '' ? [] : elsewhere(meals, shown, typed)
  return (
    <>
      <Field
        label="只看这个名字"
        value={name}
        onChange={onChange}
        placeholder="比如：王"
        maxLength={longest.name}
      />
      {found.length > 0 && <View>{`别处也有：${found.join('、')}`}</View>}
    </>
  )
}

/** Whether what was typed is part of her name. */
export const isNamed = ({ elderName }: QueuedOrder, typed: string): boolean => elderName.includes(typed)

/** 午餐“吃过了” 1 份 */
function elsewhere(meals: readonly DayMeal[], shown: Props['shown'], typed: string): string[] {
  return meals.flatMap((meal) =>
    groupWords
      .filter(({ value }) => meal.slot !== shown.meal.slot || value !== shown.group)
      .flatMap(({ value }) => {
        const count = meal.orders.filter(
          (order) => groupOf(order.state) === value && isNamed(order, typed),
        ).length
        return count > 0 ? [`${slotWord[meal.slot]}“${groupWord(value)}” ${count} 份`] : []
      }),
  )
}
