import { longest } from '#types/limits'
import { Field } from '../field'

interface Props {
  label: string
  value: string
  onChange(value: string): void
  trouble?: string | null
}

/** The number of an identity card as it is written there: no spaces, and a capital X. */
export function IdNumberField({ onChange, ...others }: Props) {
  return (
    <Field
      {...others}
      onChange={(typed) => onChange(typed.replace(/\s/g, '').toUpperCase())}
      placeholder="十八位"
      kind="idcard"
      maxLength={longest.idNumber}
    />
  )
}
