import type { Application } from '#types/eligibility/applications'
import { DateEntry } from '@/components/date-entry'
import { Segmented } from '@/components/segmented'
import { Soft } from '@/components/text'
import { spanWord } from '@/services/application-words'
import { endOf, type gapOf, type Wish } from './wish'

export interface FormProps {
  application: Application
  wish: Wish
  /** What was missing when it was tried; null before, and when nothing is. */
  gap: ReturnType<typeof gapOf>
  onWrite(change: Partial<Wish>): void
}

/** From when to when it holds. */
export function ApproveForm({ wish, gap, onWrite }: FormProps) {
  const end = endOf(wish)
  const isWhole = wish.from !== '' && end !== '' && (end === null || end >= wish.from)
  return (
    <>
      <DateEntry
        label="从哪一天起"
        value={wish.from}
        onChange={(from) => onWrite({ from })}
        trouble={gap?.at === 'from' ? gap.words : null}
      />
      <Segmented
        label="到什么时候"
        options={[
          { value: 'year', word: '一年' },
          { value: 'open', word: '长期' },
          { value: 'own', word: '自己填' },
        ]}
        value={wish.length}
        onPick={(length) => onWrite({ length })}
      />
      {wish.length === 'own' && (
        <DateEntry
          label="到哪一天"
          value={wish.to}
          onChange={(to) => onWrite({ to })}
          trouble={gap?.at === 'to' ? gap.words : null}
        />
      )}
      {isWhole && <Soft>{spanWord(wish.from, end)}</Soft>}
    </>
  )
}
