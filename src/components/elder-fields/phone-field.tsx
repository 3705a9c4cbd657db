import { asAscii } from '#types/ascii'
import { longestPhone } from '#types/phones'
import { Field } from '../field'

interface Props {
  label: string
  value: string
  onChange(value: string): void
  placeholder?: string
  /** `text` for keys with a dash too. */
  kind?: 'number' | 'text'
  trouble?: string | null
}

/** The number of a telephone, without the spaces and unseen marks that come with it when it is pasted. */
export function PhoneField({ onChange, kind = 'number', ...others }: Props) {
  return (
    <Field
      {...others}
      onChange={(typed) => onChange(asAscii(typed).replace(/\s/g, ''))}
      kind={kind}
      maxLength={longestPhone}
    />
  )
}
