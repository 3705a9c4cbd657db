import { View } from '@tarojs/components'
import type { MealOrder } from '#types/meals/orders'
import { aria } from '@/components/aria'
import { Tap } from '@/components/tap'
import { type Group, groupOf, groupWords } from '../group-of'

interface Props {
  orders: readonly MealOrder[]
  /** The list that is shown. */
  group: Group
  onPick(group: Group): void
}

/** How many orders of a meal wait, are confirmed, are eaten; each number opens its list. */
export function Numbers({ orders, group, onPick }: Props) {
  const count = (wanted: Group) => orders.filter(({ state }) => groupOf(state) === wanted).length
  return (
    <View className="queue-numbers" {...aria({ role: 'radiogroup', label: '哪些订单' })}>
      {groupWords.map(({ value, word }) => (
        <Tap
          key={value}
          className={value === group ? 'queue-number queue-number-on' : 'queue-number'}
          role="radio"
          checked={value === group}
          label={`${word} ${count(value)}`}
          onTap={() => onPick(value)}
        >
          <View>{word}</View>
          <View className="queue-number-big">{count(value)}</View>
        </Tap>
      ))}
    </View>
  )
}
