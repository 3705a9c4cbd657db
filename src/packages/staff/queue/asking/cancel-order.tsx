import { useState } from 'react'
import type { MealOrder } from '#types/meals/orders'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Segmented } from '@/components/segmented'
import { Sheet } from '@/components/sheet'
import { Soft } from '@/components/text'
import { useAct } from '@/services/use-act'

interface Props {
  order: MealOrder
  onClose(): void
  onCancelled(order: MealOrder): void
}

type Told = 'counter' | 'phone'

/** For somebody who rang that she will not come, or for whom nobody will. */
export function CancelOrder({ order, onClose, onCancelled }: Props) {
  const cancel = useAct('meals.cancel')
  const [reason, setReason] = useState('')
  const [channel, setChannel] = useState<Told>('phone')
  const [isTried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (!reason.trim()) return
    const cancelled = await cancel.run({ orderId: order.id, reason: reason.trim(), channel })
    if (!cancelled) return
    onCancelled(cancelled)
    onClose()
  }
  return (
    <Sheet
      title={`取消${order.elderName}的${slotWord[order.slot]}`}
      onClose={onClose}
      trouble={cancel.trouble}
      action={
        <Button pending={cancel.isPending} onTap={() => void send()}>
          取消这一餐
        </Button>
      }
    >
      <Soft small>位子让给别人，老人不用付钱。</Soft>
      <Segmented<Told>
        label="怎么说的"
        options={[
          { value: 'phone', word: '电话里说的' },
          { value: 'counter', word: '当面说的' },
        ]}
        value={channel}
        onPick={setChannel}
      />
      <Field
        label="为什么取消（老人和家人看得到）"
        value={reason}
        onChange={setReason}
        answers={['老人说不来了', '老人住院了', '家人来说的']}
        placeholder="也可以自己写"
        trouble={isTried && !reason.trim() ? '选一样，或者写一句。' : null}
      />
    </Sheet>
  )
}
