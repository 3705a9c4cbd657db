import type { MealOrder } from '#types/meals/orders'
import { slotWord } from '#types/words/meals/slots'
import { ReasonSheet } from '@/components/reason-sheet'
import { Soft } from '@/components/text'
import { useAct } from '@/services/use-act'
import { servedWord } from '../served-word'

interface Props {
  order: MealOrder
  onClose(): void
  onServed(order: MealOrder): void
  onOutdated(): void
}

/** A meal that is written down long after it: nothing is refused, but somebody will ask. */
export function ServeLate({ order, onClose, onServed, onOutdated }: Props) {
  const serve = useAct('meals.serve')
  const send = async (reason: string) => {
    const served = await serve.run({ orderId: order.id, reason })
    if (!served) return
    onServed(served)
    onClose()
  }
  return (
    <ReasonSheet
      title={`补记${order.elderName}的${slotWord[order.slot]}`}
      label="为什么现在才记（老人和家人看得到）"
      answers={['当时忙，忘了点', '当时没有网', '家人后来说吃了']}
      button={`补记“${servedWord(order)}”`}
      act={serve}
      onGive={(reason) => void send(reason)}
      onClose={() => {
        if (serve.code === 'WRONG_STATE') onOutdated()
        onClose()
      }}
    >
      <Soft small>过了很久才记的，街道和区里会看到，可能来问一句。</Soft>
    </ReasonSheet>
  )
}
