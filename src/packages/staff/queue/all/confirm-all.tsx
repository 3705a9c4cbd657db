import { View } from '@tarojs/components'
import type { MealOrder, QueuedOrder } from '#types/meals/orders'
import { modes, type Slot } from '#types/meals/slots'
import { modeWord } from '#types/words/meals/modes'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { CameTo } from './came-to'
import { MindList } from './mind-list'
import { type Came, useConfirmMany } from './use-confirm-many'

interface Props {
  /** What waited when it was asked for: whatever is booked meanwhile is not meant. */
  orders: readonly QueuedOrder[]
  /** 今天, 11月25日 周三 */
  day: string
  slot: Slot
  onConfirmed(orders: readonly MealOrder[]): void
  /** Everything was confirmed. */
  onWhole(): void
  /** `came` is null where nothing was sent. */
  onClose(came: Came | null): void
}

/** Asks once whether all that waits is to be confirmed, naming day, meal, number and what to mind; then says what became of it. */
export function ConfirmAll({ orders, day, slot, onConfirmed, onWhole, onClose }: Props) {
  const { came, isAnswered, isRunning, trouble, run } = useConfirmMany(orders, onConfirmed)
  const isAsking = !isAnswered && !isRunning && !trouble
  const close = () => {
    if (!isRunning) onClose(isAsking ? null : came)
  }
  const send = async () => {
    const end = await run()
    if (end.own.length === orders.length) onWhole()
  }
  const word = isAsking ? `确认这 ${orders.length} 份` : `再试一次，还有 ${came.open} 份`
  return (
    <Sheet
      title={`确认${day}${slotWord[slot]} ${orders.length} 份`}
      onClose={close}
      trouble={isRunning ? null : trouble}
      action={
        came.open > 0 || isRunning ? (
          <Button pending={isRunning} onTap={() => void send()}>
            {word}
          </Button>
        ) : (
          <Button onTap={close}>知道了</Button>
        )
      }
    >
      {isAsking ? (
        <>
          <View>{waysOf(orders)}</View>
          <MindList orders={orders} />
        </>
      ) : (
        <CameTo orders={orders} came={came} isRunning={isRunning} />
      )}
    </Sheet>
  )
}

/** 堂食 12 份、送餐 3 份 */
const waysOf = (orders: readonly MealOrder[]): string =>
  modes
    .map((mode) => ({ mode, count: orders.filter((order) => order.mode === mode).length }))
    .filter(({ count }) => count > 0)
    .map(({ mode, count }) => `${modeWord[mode]} ${count} 份`)
    .join('、')
