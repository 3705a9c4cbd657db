import { useState } from 'react'
import type { MealOrder } from '#types/meals/orders'
import { slotWord } from '#types/words/meals/slots'
import { ReasonSheet } from '@/components/reason-sheet'
import { Soft } from '@/components/text'
import { type Told, ToldHow } from '@/components/told-how'
import { useAct } from '@/services/use-act'

interface Props {
  order: MealOrder
  onClose(): void
  onCancelled(order: MealOrder): void
  onOutdated(): void
}

/** For somebody who rang that she will not come, or for whom nobody will. */
export function CancelOrder({ order, onClose, onCancelled, onOutdated }: Props) {
  const cancel = useAct('meals.cancel')
  const [channel, setChannel] = useState<Told>('phone')
  const send = async (reason: string) => {
    const cancelled = await cancel.run({ orderId: order.id, reason, channel })
    if (!cancelled) return onOutdated()
    onCancelled(cancelled)
    onClose()
  }
  return (
    <ReasonSheet
      title={`取消${order.elderName}的${slotWord[order.slot]}`}
      label="为什么取消（老人和家人看得到）"
      answers={['老人说不来了', '老人住院了', '家人来说的']}
      button="取消这一餐"
      act={cancel}
      onGive={(reason) => void send(reason)}
      onClose={onClose}
      before={
        <>
          <Soft small>位子让给别人，老人不用付钱。</Soft>
          <ToldHow label="怎么说的" value={channel} onPick={setChannel} />
        </>
      }
    />
  )
}
