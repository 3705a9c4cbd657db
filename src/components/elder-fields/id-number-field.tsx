import { longest } from '#types/limits'
import { typedIdTrouble } from '@/services/id-troubles'
import { Field } from '../field'

interface Props {
  label: string
  value: string
  onChange(value: string): void
  trouble?: string | null
}

/** The number of an identity card as it is written there: no spaces, and a capital X. A slip is told once all of it is there. */
export function IdNumberField({ onChange, trouble, ...others }: Props) {
  return (
    <Field
      {...others}
      trouble={trouble ?? typedIdTrouble(others.value)}
      onChange={(typed) => onChange(typed.replace(/\s/g, '').toUpperCase())}
      placeholder="十八位"
      kind="idcard"
      maxLength={longest.idNumber}
    />
  )
}
