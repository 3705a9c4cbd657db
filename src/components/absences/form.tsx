import type { LocalDate } from '#types/values'
import { absenceWord } from '#types/words/people/elders/absences'
import { DateEntry } from '../date-entry'
import { Segmented } from '../segmented'
import { Heading, Soft } from '../text'
import { type AbsenceDraft, fromOf } from './absence-draft'

interface Props {
  value: AbsenceDraft
  onChange(change: Partial<AbsenceDraft>): void
  today: LocalDate
}

/** Why, from when, until when: nobody has to know the last. */
export function AbsenceForm({ value, onChange, today }: Props) {
  const { kind, start, from, end, to } = value
  const begins = fromOf(value, today)
  return (
    <>
      <Heading>去哪里？</Heading>
      <Segmented
        label="去哪里？"
        options={[
          { value: 'hospital', word: absenceWord.hospital },
          { value: 'away', word: absenceWord.away },
        ]}
        value={kind}
        onPick={(picked) => onChange({ kind: picked })}
      />
      <Heading>从哪天起？</Heading>
      <Segmented
        label="从哪天起？"
        options={[
          { value: 'yesterday', word: '昨天' },
          { value: 'today', word: '今天' },
          { value: 'tomorrow', word: '明天' },
          { value: 'other', word: '别的日子' },
        ]}
        value={start}
        onPick={(picked) => onChange({ start: picked })}
      />
      {start === 'other' && (
        <DateEntry label="哪一天" value={from} onChange={(date) => onChange({ from: date })} />
      )}
      <Heading>哪天回来？</Heading>
      <Segmented
        label="哪天回来？"
        options={[
          { value: 'unknown', word: '还不知道' },
          { value: 'known', word: '定了' },
        ]}
        value={end}
        onPick={(picked) => onChange({ end: picked })}
      />
      {end === 'known' && (
        <DateEntry
          label="回来的日子"
          value={to}
          onChange={(date) => onChange({ to: date })}
          trouble={to !== '' && begins !== '' && to < begins ? '回来的日子比出去还早，请再看一遍。' : null}
        />
      )}
      <Soft>只是让驿站心里有数，不会停掉补贴，也不会取消订好的餐。</Soft>
    </>
  )
}
