import type { MealOrder } from '#types/meals/orders'
import { slotWord } from '#types/words/meals/slots'
import { ReasonSheet } from '@/components/reason-sheet'
import { Soft } from '@/components/text'
import { useAct } from '@/services/use-act'

interface Props {
  order: MealOrder
  onClose(): void
  onUnserved(order: MealOrder): void
  onOutdated(): void
}

/** Takes a tick back; why stays readable, since money hangs on it. */
export function Unserve({ order, onClose, onUnserved, onOutdated }: Props) {
  const unserve = useAct('meals.unserve')
  const send = async (reason: string) => {
    const undone = await unserve.run({ orderId: order.id, reason })
    if (!undone) return
    onUnserved(undone)
    onClose()
  }
  return (
    <ReasonSheet
      title={`${order.elderName}的${slotWord[order.slot]}记错了`}
      label="怎么记错的（老人和家人看得到）"
      answers={['点错了人', '没有来吃', '重复记了']}
      usual="点错了人"
      button="改回已确认"
      act={unserve}
      onGive={(reason) => void send(reason)}
      onClose={() => {
        if (unserve.code === 'WRONG_STATE') onOutdated()
        onClose()
      }}
    >
      <Soft small>改回以后，还在“已确认”里，来了再记。</Soft>
    </ReasonSheet>
  )
}
