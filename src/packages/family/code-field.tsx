import { anyCodePattern, codeDigits, longest } from '#types/limits'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { canScan, scan } from '@/platform/scan'

interface Props {
  label: string
  value: string
  onChange(code: string): void
  /** A code with letters, as the first supervisor of a district has one. */
  hasLetters?: boolean
  trouble?: string | null
}

/** What stands before the digits in the drawn code of a card. */
const cardMark = /^YLY1:/

/** A code of eight digits, typed as it is read out, or read with the camera. */
export function CodeField({ label, value, onChange, hasLetters = false, trouble }: Props) {
  const clean = (text: string) =>
    hasLetters ? text.trim() : text.replace(cardMark, '').replace(/\D/g, '').slice(0, codeDigits)
  const read = async () => {
    const text = await scan()
    if (text !== null) onChange(clean(text.replace(cardMark, '')))
  }
  return (
    <>
      <Field
        label={label}
        value={value}
        onChange={(text) => onChange(clean(text))}
        placeholder={hasLetters ? '字母和数字都要' : '八个数字'}
        kind={hasLetters ? 'text' : 'number'}
        maxLength={hasLetters ? longest.code : 20}
        trouble={trouble}
      />
      {canScan && (
        <Button kind="second" icon="qr-code" onTap={() => void read()}>
          扫一扫
        </Button>
      )}
    </>
  )
}

/** Whether all of a code is there. */
export const isWhole = (code: string): boolean => anyCodePattern.test(code)
