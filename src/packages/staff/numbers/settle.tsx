import { View } from '@tarojs/components'
import { useState } from 'react'
import { longest } from '#types/limits'
import type { Claimant, SharedNumber } from '#types/people/numbers'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { keepWhole } from '@/components/text/whole'
import { useAct } from '@/services/use-act'

interface Props {
  number: SharedNumber
  elder: Claimant
  onClose(): void
  onDone(): void
}

/** Asks once more before the others are left without a number. */
export function Settle({ number: { tail, elders, undoHours }, elder, onClose, onDone }: Props) {
  const act = useAct('people.settleNumber')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const others = elders.filter(({ id }) => id !== elder.id).length

  const send = async () => {
    setTried(true)
    if (!reason.trim()) return
    if (!(await act.run({ elderId: elder.id, reason: reason.trim() }))) return
    onDone()
    onClose()
  }
  return (
    <Sheet
      title={`身份证是不是${elder.name}的？`}
      onClose={onClose}
      trouble={act.trouble}
      action={
        <Button pending={act.isPending} onTap={() => void send()}>
          {`是，尾号 ${tail} 是${elder.name}的`}
        </Button>
      }
    >
      <View>
        {keepWhole(
          `请照着身份证看人、看名字、看号码。记下以后，另外 ${others} 位就没有身份证号了，以后带自己的身份证来再补。以后订餐的价钱两边都会变：${elder.name}能算补贴了，另外 ${others} 位没有补自己的身份证以前，按菜单价付。这件事会写进两边的记录。定错了，${undoHours} 小时内能撤回。`,
        )}
      </View>
      <Field
        label="看的是什么证件"
        value={reason}
        onChange={setReason}
        maxLength={longest.text}
        answers={['身份证']}
        placeholder="也可以自己写"
        trouble={isTried && !reason.trim() ? '选一样，或者写一句看了什么。' : null}
        long
      />
    </Sheet>
  )
}
