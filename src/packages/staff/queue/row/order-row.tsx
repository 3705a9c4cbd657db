import { View } from '@tarojs/components'
import type { CounterOrder, MealOrder, QueuedOrder } from '#types/meals/orders'
import { slotWord } from '#types/words/meals/slots'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { useAct } from '@/services/use-act'
import { useIsAhead } from '@/services/use-is-ahead'
import type { AskingAct } from '../asking/asking-sheet'
import { ClashLines } from '../clash-lines'
import type { Group } from '../group-of'
import { OrderDetails } from './order-details'
import { RowAct } from './row-act'
import { RowWords } from './row-words'
import { ToTell } from './to-tell'
import { Undo } from './undo'

interface Props {
  order: QueuedOrder
  /** The list in which the row stands: what comes next for the order is done in the next one. */
  group: Group
  /** Somebody else of this meal has the same name. */
  isShared: boolean
  /** Shows everything, with what is done seldom. */
  isOpen: boolean
  onOpen(): void
  onSettled(order: MealOrder): void
  onOutdated(): void
  /** What needs a reason first, or to be asked once more. */
  onAsk(act: AskingAct): void
}

/**
 * One order in a line, with the one thing that is done most. Where a button was that has done its work stand words, and the row
 * keeps its height: nothing else ever comes under the same finger.
 */
export function OrderRow(props: Props) {
  const { order, group, isShared, isOpen, onOpen, onSettled, onOutdated, onAsk } = props
  const confirm = useAct('meals.confirm')
  const serve = useAct('meals.serve')
  const unserve = useAct('meals.unserve')
  const isSlip = useIsAhead(order.undoUntil)
  const meal = `${order.elderName}的${slotWord[order.slot]}`
  const trouble = confirm.trouble ?? serve.trouble ?? unserve.trouble
  const canUndo = order.state === 'served' && (isSlip || unserve.isPending)

  const settle = (answer: MealOrder | CounterOrder | null) => (answer ? onSettled(answer) : onOutdated())
  return (
    <Card>
      <View className="queue-row">
        <RowWords {...{ order, group, isShared, isOpen }} isShort={canUndo} onOpen={onOpen} />
        {canUndo && <Undo order={order} meal={meal} unserve={unserve} onAnswer={settle} />}
        <RowAct {...{ order, group, meal, confirm, serve }} onAnswer={settle} onAsk={onAsk} />
      </View>
      <ClashLines order={order} />
      <ToTell order={order} meal={meal} onAnswer={settle} />
      {trouble && <Notice>{trouble}</Notice>}
      {isOpen && <OrderDetails {...{ order, group, meal }} canUndo={canUndo} onAsk={onAsk} />}
    </Card>
  )
}
