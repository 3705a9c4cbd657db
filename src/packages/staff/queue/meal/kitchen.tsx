import { View } from '@tarojs/components'
import { modeWord } from '#types/words/meals/modes'
import { slotWord } from '#types/words/meals/slots'
import { aria } from '@/components/aria'
import { Soft, Strong } from '@/components/text'
import { hourOf } from '@/services/dates'
import type { DayMeal } from '../day-meals'
import { type Dish, dishesOf } from './dishes-of'

/** What the kitchen makes for a meal: how many of each set, by the way they are eaten. */
export function Kitchen({ meal }: { meal: DayMeal }) {
  const dishes = dishesOf(meal.orders)
  const all = dishes.reduce((sum, { count }) => sum + count, 0)
  const open = meal.orders.filter(({ state }) => state === 'placed').length
  return (
    <View>
      <View>
        <Strong>{`${slotWord[meal.slot]} ${hourOf(meal.startsAt)}，厨房一共做 ${all} 份`}</Strong>
        {open > 0 && `，其中 ${open} 份还没有确认`}
      </View>
      <View {...aria({ role: 'list', label: '厨房要做' })}>
        {dishes.map((dish) => (
          <View key={dish.setName} className="queue-dish" {...aria({ role: 'listitem' })}>
            <View>{`${dish.setName} ${dish.count} 份`}</View>
            <Soft>{waysOf(dish)}</Soft>
          </View>
        ))}
      </View>
    </View>
  )
}

/** 堂食 12 · 送餐 3 */
const waysOf = ({ inMode }: Dish): string =>
  inMode.map(({ mode, count }) => `${modeWord[mode]} ${count}`).join(' · ')
