import { useState } from 'react'
import type { MealOrder } from '#types/meals/orders'
import { slotWord } from '#types/words/meals/slots'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { useAct } from '@/services/use-act'

interface Props {
  order: MealOrder
  onClose(): void
  onRefused(order: MealOrder): void
  onOutdated(): void
}

const reasons = ['座位满了', '饭菜不够了', '这一餐不开', '送不到那里', '请改成另一餐']

/** A refusal never goes without a reason: the family has to find something else. */
export function Refuse({ order, onClose, onRefused, onOutdated }: Props) {
  const refuse = useAct('meals.refuse')
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const send = async () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') return
    const refused = await refuse.run({ orderId: order.id, reason: reason.trim() })
    if (!refused) return onOutdated()
    onRefused(refused)
    onClose()
  }
  return (
    <Sheet
      title={`不能接${order.elderName}的${slotWord[order.slot]}`}
      onClose={onClose}
      trouble={refuse.trouble}
      action={
        <Button pending={refuse.isPending} onTap={() => void send()}>
          确定不接
        </Button>
      }
    >
      <Field
        label="为什么不能接（老人和家人看得到）"
        value={reason}
        onChange={(text) => {
          setMissing(false)
          setReason(text)
        }}
        answers={reasons}
        placeholder="也可以自己写"
        trouble={isMissing ? '选一个原因，或者写一句，家人好另作安排。' : null}
        long
      />
    </Sheet>
  )
}
