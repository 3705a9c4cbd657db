import { Field } from '@/components/field'
import type { FormProps } from './approve-form'

const usual = ['材料上的名字和老人对不上', '证件已经过了有效期', '按现在的政策还不符合'] as const

/** Why not, in words that the family understands. */
export function RefuseForm({ wish, gap, onWrite }: FormProps) {
  return (
    <Field
      label="为什么（家人看得到）"
      value={wish.reason}
      onChange={(reason) => onWrite({ reason })}
      answers={usual}
      placeholder="说清楚哪里不符合，以后怎么办"
      long
      trouble={gap?.at === 'reason' ? gap.words : null}
    />
  )
}
