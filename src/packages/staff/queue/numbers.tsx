import { View } from '@tarojs/components'
import type { MealOrder } from '#types/meals/orders'
import type { Mode } from '#types/meals/sittings'
import { liveOrderStates } from '#types/states'
import { modeWord } from '#types/words/meals/modes'
import { aria } from '@/components/aria'

/** How much there is to do, and what the kitchen and the room have to be ready for. */
export function Numbers({ orders }: { orders: readonly MealOrder[] }) {
  const live = orders.filter(({ state }) => liveOrderStates.includes(state))
  const inMode = (mode: Mode) => live.filter((order) => order.mode === mode).length
  const waiting = live.filter(({ state }) => state === 'placed').length
  const numbers = [
    { word: '待确认', number: waiting, isOpen: waiting > 0 },
    { word: modeWord.dineIn, number: inMode('dineIn') },
    { word: modeWord.takeAway, number: inMode('takeAway') },
    { word: modeWord.delivery, number: inMode('delivery') },
  ]
  return (
    <View className="queue-numbers" {...aria({ role: 'list', label: '这一天一共' })}>
      {numbers.map(({ word, number, isOpen }) => (
        <View key={word} className="queue-number" {...aria({ role: 'listitem' })}>
          <View className={isOpen ? 'queue-number-big queue-number-open' : 'queue-number-big'}>{number}</View>
          <View>{word}</View>
        </View>
      ))}
    </View>
  )
}
