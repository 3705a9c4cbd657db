import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'

interface Props {
  /** 低保 */
  word: string
  act: { trouble: string | null; isPending: boolean }
  onClose(): void
  onDrop(reason: string): Promise<void>
}

export function DropCategory({ word, act, onClose, onDrop }: Props) {
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const drop = () => {
    setTried(true)
    if (reason.trim()) void onDrop(reason.trim())
  }
  return (
    <Sheet
      title={`去掉${word}`}
      onClose={onClose}
      trouble={act.trouble}
      action={
        <Button pending={act.isPending} onTap={drop}>
          {`去掉${word}`}
        </Button>
      }
    >
      去掉以后，从下一次订餐起，不再按这个类别算价钱。以前订的不变。
      <Field
        label="为什么去掉"
        value={reason}
        onChange={setReason}
        answers={['已经到期', '现在不符合了', '登记错了']}
        placeholder="也可以自己写"
        trouble={isTried && !reason.trim() ? '选一个原因，或者写一句。' : null}
      />
    </Sheet>
  )
}
