import type { GuardianEvidence } from '#types/people/circle'
import { DateEntry } from '@/components/date-entry'
import { Field } from '@/components/field'

/** What a guardian has shown, while it is written down; a blank date has no end. */
interface Shown {
  document: string
  number: string
  until: string
}

export const noEvidence: Shown = { document: '', number: '', until: '' }

/** The same as the contract takes it; null while a part is missing. */
export function evidenceOf({ document, number, until }: Shown): GuardianEvidence | null {
  const evidence = { document: document.trim(), number: number.trim(), until: until || null }
  return evidence.document && evidence.number ? evidence : null
}

interface Props {
  value: Shown
  onChange(value: Shown): void
  isTried: boolean
}

/** Which paper makes somebody the guardian. */
export function EvidenceEntry({ value, onChange, isTried }: Props) {
  const isMissing = (text: string) => isTried && text.trim() === ''
  return (
    <>
      <Field
        label="监护证明是什么"
        value={value.document}
        onChange={(document) => onChange({ ...value, document })}
        answers={['法院判决书', '监护协议公证书', '居委会指定书']}
        trouble={isMissing(value.document) ? '选一样，或者照证明写。' : null}
      />
      <Field
        label="证明的编号"
        value={value.number}
        onChange={(number) => onChange({ ...value, number })}
        trouble={isMissing(value.number) ? '照着证明上的编号填。' : null}
      />
      <DateEntry
        label="到哪一天为止（长期的不用填）"
        value={value.until}
        onChange={(until) => onChange({ ...value, until })}
      />
    </>
  )
}
