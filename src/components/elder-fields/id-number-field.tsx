import { idNumberOf } from '#types/id-numbers'
import { longest } from '#types/limits'
import { typedIdTrouble } from '@/services/id-troubles'
import { Field } from '../field'

interface Props {
  label: string
  value: string
  onChange(value: string): void
  trouble?: string | null
  /** What to do without such a number: 请选“不填号码” */
  without: string
}

/**
 * The number of an identity card as it is written there: no spaces, and a capital X. It is read back in its three parts, since
 * eighteen digits in the largest type leave the box of a small phone; a slip is told once all of it is there.
 */
export function IdNumberField({ onChange, trouble, without, ...others }: Props) {
  return (
    <Field
      {...others}
      trouble={trouble ?? typedIdTrouble(others.value, without)}
      onChange={(typed) => onChange(idNumberOf(typed))}
      placeholder="十八位"
      kind="idcard"
      maxLength={longest.typedIdNumber}
      readBack={inParts(others.value)}
    />
  )
}

/** 349900 19441112 0028: the place, the day of birth, the rest. Nothing while there is no more than the place. */
function inParts(typed: string): string {
  const parts = [typed.slice(0, 6), typed.slice(6, 14), typed.slice(14)].filter(Boolean)
  return parts.length > 1 ? parts.join(' ') : ''
}
