import { longest } from '#types/limits'
import type { Paper } from '#types/people/elders'
import { Field } from '@/components/field'
import { Segmented } from '@/components/segmented'

/** What a clerk writes down instead of an elder's own tap. */
export type Said = Paper

export const nothingSaid: Said = { how: 'paper', form: '', witness: '' }

/** The same as the contract takes it; null while a part is missing. */
export function paperOf({ how, form, witness }: Said): Paper | null {
  const paper = { how, form: form.trim(), witness: witness.trim() }
  return paper.form && paper.witness ? paper : null
}

interface Props {
  value: Said
  onChange(value: Said): void
  /** It was tried without: says beside each box what is missing. */
  isTried: boolean
}

/** How an elder said yes or no at the station: on a signed form or on the telephone, and who was there. */
export function PaperEntry({ value, onChange, isTried }: Props) {
  const isOnPaper = value.how === 'paper'
  const isMissing = (text: string) => isTried && text.trim() === ''
  return (
    <>
      <Segmented
        label="老人怎么说的"
        options={[
          { value: 'paper', word: '当面签了字' },
          { value: 'spoken', word: '电话里说的' },
        ]}
        value={value.how}
        onPick={(how) => onChange({ ...value, how })}
      />
      <Field
        label={isOnPaper ? '签字单的编号' : '老人说了什么'}
        value={value.form}
        onChange={(form) => onChange({ ...value, form })}
        placeholder={isOnPaper ? '纸上的编号' : '照原话写一句'}
        trouble={
          isMissing(value.form)
            ? isOnPaper
              ? '照着签字单上的编号填。'
              : '写一句老人说的话，日后好查。'
            : null
        }
      />
      <Field
        label="还有谁在场"
        value={value.witness}
        onChange={(witness) => onChange({ ...value, witness })}
        placeholder="除您以外的一位"
        maxLength={longest.name}
        trouble={isMissing(value.witness) ? '写上在场那一位的名字。' : null}
      />
    </>
  )
}
