import { Field } from '@/components/field'
import { Segmented } from '@/components/segmented'
import { Heading } from '@/components/text'
import type { PlanDraft } from './plan-draft'
import { beforeWord } from './plan-words'

interface Props {
  /** 最晚什么时候订 */
  label: string
  value: PlanDraft['bookUntil']
  onChange(value: PlanDraft['bookUntil']): void
  trouble?: string
}

const usual = [0, 1, 2, 3]

/** Until when something can be done: of the day itself, or of a day before it. */
export function UntilField({ label, value, onChange, trouble }: Props) {
  const days = usual.includes(value.daysBefore) ? usual : [...usual, value.daysBefore]
  return (
    <>
      <Heading>{`${label}？`}</Heading>
      <Segmented
        label={`${label}，哪一天`}
        options={days.map((day) => ({ value: String(day), word: beforeWord(day) }))}
        value={String(value.daysBefore)}
        onPick={(day) => onChange({ ...value, daysBefore: Number(day) })}
      />
      <Field
        label={`${label}，几点`}
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
        answers={['9:00', '14:30', '18:00']}
        maxLength={5}
        trouble={trouble}
      />
    </>
  )
}
