import { useState } from 'react'
import type { ActFor } from '#types/people'
import type { Revealable } from '#types/people/elders'
import { fieldWord } from '#types/words/people/elders/fields'
import { Button } from '@/components/button'
import { Facts } from '@/components/facts'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { Lead, Soft } from '@/components/text'
import { useAct } from '@/services/use-act'
import { callWord } from '@/services/words'

export type Revealed = Revealable

/** Of contacts only the numbers are masked. */
const hiddenWord = (field: Revealed) => (field === 'contacts' ? '联系人的电话' : fieldWord[field])

/** Nobody is asked why they look at what is theirs. */
const ownReason = '自己查看'
const guardianReasons = ['替老人核对', '要填表', '要打电话'] as const

interface Props {
  elder: ActFor
  field: Revealed
  onClose(): void
}

/** Shows what is masked. Why somebody looked is written down; a ready answer is there, so that nobody has to type. */
export function Reveal({ elder, field, onClose }: Props) {
  const isOwn = elder.relation === 'self'
  const look = useAct('people.reveal')
  const [reason, setReason] = useState<string>(isOwn ? ownReason : guardianReasons[0])
  const [values, setValues] = useState<{ name: string | null; value: string }[] | null>(null)

  const show = async () => {
    const seen = await look.run({ elderId: elder.id, field, reason: reason.trim() })
    if (seen) setValues(seen.values)
  }
  const title = `看全部${hiddenWord(field)}`
  if (values) {
    return (
      <Sheet title={title} onClose={onClose} action={<Button onTap={onClose}>看好了</Button>}>
        {values.length === 1 ? (
          <Lead>{values[0]?.value ?? ''}</Lead>
        ) : (
          <Facts
            rows={values.map(({ name, value }, nth) => ({ name: `${nth + 1}. ${name ?? ''}`, value }))}
          />
        )}
      </Sheet>
    )
  }
  return (
    <Sheet
      title={title}
      onClose={onClose}
      trouble={look.trouble}
      action={
        <Button pending={look.isPending} disabled={reason.trim() === ''} onTap={() => void show()}>
          {reason.trim() === '' ? '先写为什么看' : '看全部'}
        </Button>
      }
    >
      {!isOwn && <Field label="为什么看" value={reason} onChange={setReason} answers={guardianReasons} />}
      <Soft>{`看一次记一次，在“谁为${callWord(elder) === '您' ? '我' : callWord(elder)}办了什么”里看得到。`}</Soft>
    </Sheet>
  )
}
