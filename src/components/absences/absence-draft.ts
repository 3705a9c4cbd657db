import { most } from '#types/limits'
import type { Absence } from '#types/people/elders'
import type { LocalDate } from '#types/values'
import { addDays } from '@/services/dates'

/** Days away from home as they are being written. */
export interface AbsenceDraft {
  kind: Absence['kind'] | ''
  start: 'today' | 'yesterday' | 'tomorrow' | 'other'
  /** Local date for `other`; empty while there is none. */
  from: LocalDate | ''
  /** `unknown`: nobody can say yet when she comes back. */
  end: 'unknown' | 'known'
  to: LocalDate | ''
}

export const blankAbsence: AbsenceDraft = { kind: '', start: 'today', from: '', end: 'unknown', to: '' }

const shifts = { today: 0, yesterday: -1, tomorrow: 1 } as const

export const fromOf = ({ start, from }: AbsenceDraft, today: LocalDate): LocalDate | '' =>
  start === 'other' ? from : addDays(today, shifts[start])

/** What is missing yet, as the button says it; null when it is whole. */
export function missingOf(draft: AbsenceDraft, today: LocalDate): string | null {
  const from = fromOf(draft, today)
  if (draft.kind === '') return '先选住院还是外出'
  if (from === '') return '先写从哪天起'
  if (draft.end === 'unknown') return null
  if (draft.to === '') return '先写哪天回来'
  return draft.to < from ? '回来的日子早了' : null
}

/** The days that were written; null while something is missing. */
export function absenceOf(draft: AbsenceDraft, today: LocalDate): Omit<Absence, 'by'> | null {
  const from = fromOf(draft, today)
  if (draft.kind === '' || from === '' || missingOf(draft, today) !== null) return null
  return { kind: draft.kind, from, to: draft.end === 'known' ? draft.to : null }
}

/** All with one more, the latest first; where the contract takes no more, what lies furthest back is let go. */
export const withOneMore = (all: readonly Absence[], one: Omit<Absence, 'by'>): Omit<Absence, 'by'>[] =>
  [one, ...all.filter(({ kind, from }) => kind !== one.kind || from !== one.from).map(withoutBy)]
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .slice(0, most.absences)

/** As the cloud takes it back: who wrote it down, it knows. */
export const withoutBy = ({ kind, from, to }: Absence): Omit<Absence, 'by'> => ({ kind, from, to })
