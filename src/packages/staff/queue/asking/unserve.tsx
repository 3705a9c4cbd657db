import { useState } from 'react'
import type { MealOrder } from '#types/meals/orders'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
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
  const [reason, setReason] = useState('点错了人')
  const [isTried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (!reason.trim()) return
    const undone = await unserve.run({ orderId: order.id, reason: reason.trim() })
    if (!undone) return
    onUnserved(undone)
    onClose()
  }
  return (
    <Sheet
      title={`${order.elderName}的${slotWord[order.slot]}记错了`}
      onClose={() => {
        if (unserve.code === 'WRONG_STATE') onOutdated()
        onClose()
      }}
      trouble={unserve.trouble}
      action={
        <Button pending={unserve.isPending} onTap={() => void send()}>
          改回已确认
        </Button>
      }
    >
      <Field
        label="怎么记错的（老人和家人看得到）"
        value={reason}
        onChange={setReason}
        answers={['点错了人', '没有来吃', '重复记了']}
        placeholder="也可以自己写"
        trouble={isTried && !reason.trim() ? '选一样，或者写一句。' : null}
      />
      <Soft small>改回以后，还在“已确认”里，来了再记。</Soft>
    </Sheet>
  )
}
