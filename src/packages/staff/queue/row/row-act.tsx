import { View } from '@tarojs/components'
import type { CounterOrder, MealOrder, QueuedOrder } from '#types/meals/orders'
import { can, mealOrderMoves } from '#types/states'
import { Button } from '@/components/button'
import { Soft } from '@/components/text'
import type { Act } from '@/services/use-act'
import { useIsAhead } from '@/services/use-is-ahead'
import type { AskingAct } from '../asking/asking-sheet'
import { type Group, groupOf, groupWord } from '../group-of'
import { seenOf } from '../seen'
import { servedWord } from '../served-word'

interface Props {
  order: QueuedOrder
  group: Group
  /** 王秀英的午餐 */
  meal: string
  confirm: Act<'meals.confirm'>
  serve: Act<'meals.serve'>
  onAnswer(order: MealOrder | CounterOrder | null): void
  /** It is late, and why comes first; or there is something that she must not have. */
  onAsk(act: AskingAct): void
}

/** What is done most with an order of this list, in one tap; once it is done, where the order went. */
export function RowAct({ order, group, meal, confirm, serve, onAnswer, onAsk }: Props) {
  const isEarly = useIsAhead(order.servableFrom)
  const isInTime = useIsAhead(order.reasonFrom)
  const { id: orderId, state } = order
  const now = groupOf(state)
  if (now !== group) {
    return (
      <View className="queue-row-act">
        <Soft>{`已经在“${groupWord(now)}”里了`}</Soft>
      </View>
    )
  }
  if (state === 'placed') {
    return (
      <View className="queue-row-act">
        <Button
          pending={confirm.isPending}
          onTap={() =>
            order.clashes?.clashes.length
              ? onAsk('confirm')
              : void confirm.run({ orderId, seen: seenOf(order) }).then(onAnswer)
          }
          label={`确认${meal}`}
        >
          确认
        </Button>
      </View>
    )
  }
  if (isEarly || !can(state, 'serve', mealOrderMoves)) return null
  const word = servedWord(order)
  return (
    <View className="queue-row-act">
      <Button
        kind={state === 'missed' ? 'second' : 'primary'}
        pending={serve.isPending}
        onTap={isInTime ? () => void serve.run({ orderId }).then(onAnswer) : () => onAsk('serve')}
        label={`${word}，${meal}`}
      >
        {word}
      </Button>
    </View>
  )
}
