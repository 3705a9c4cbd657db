import { Checks } from '@/components/checks'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import type { FormProps } from './approve-form'

const usual = ['身份证正反面', '户口本本人那一页', '证件上的有效期', '社区开的证明'] as const

/** What is missing: what was asked for and is not there first, ready-made answers, and own words. */
export function ReturnForm({ application, wish, gap, onWrite }: FormProps) {
  const blurred = [...new Set(application.documents.map(({ label }) => label))]
    .filter((label) => label.length <= 20)
    .map((label) => `${label}（重拍，要看得清）`)
  const all = [...new Set([...application.lacking, ...blurred, ...usual, ...wish.missing])]
  return (
    <>
      <Checks
        label="缺什么"
        options={all.map((value) => ({ value, word: value }))}
        values={wish.missing}
        onChange={(missing) => onWrite({ missing })}
      />
      {gap?.at === 'missing' && <Notice>{gap.words}</Notice>}
      <Field
        label="还要说什么（家人看得到）"
        value={wish.more}
        onChange={(more) => onWrite({ more })}
        placeholder="比如：证件上的名字看不清"
        long
      />
    </>
  )
}
