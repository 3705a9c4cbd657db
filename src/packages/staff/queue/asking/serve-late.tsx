import { useState } from 'react'
import type { MealOrder } from '#types/meals/orders'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
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
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (!reason.trim()) return
    const served = await serve.run({ orderId: order.id, reason: reason.trim() })
    if (!served) return
    onServed(served)
    onClose()
  }
  return (
    <Sheet
      title={`补记${order.elderName}的${slotWord[order.slot]}`}
      onClose={() => {
        if (serve.code === 'WRONG_STATE') onOutdated()
        onClose()
      }}
      trouble={serve.trouble}
      action={
        <Button pending={serve.isPending} onTap={() => void send()}>
          {`补记“${servedWord(order)}”`}
        </Button>
      }
    >
      <Field
        label="为什么现在才记（老人和家人看得到）"
        value={reason}
        onChange={setReason}
        answers={['当时忙，忘了点', '当时没有网', '家人后来说吃了']}
        placeholder="也可以自己写"
        trouble={isTried && !reason.trim() ? '选一样，或者写一句。' : null}
      />
      <Soft small>过了很久才记的，街道和区里会看到，可能来问一句。</Soft>
    </Sheet>
  )
}
