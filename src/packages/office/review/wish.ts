import type { Application } from '#types/eligibility/applications'
import { most } from '#types/limits'
import type { LocalDate } from '#types/values'
import { addDays } from '@/services/dates'
import type { WriteTo } from '@/services/use-act'

/** A decision while it is being made. */
export interface Wish {
  verdict: 'approve' | 'return' | 'refuse' | null
  from: LocalDate | ''
  length: 'year' | 'open' | 'own'
  /** Only where `length` is `own`. */
  to: LocalDate | ''
  missing: string[]
  /** What is said with papers that are missing. */
  more: string
  /** Why not. */
  reason: string
}

export const blankWish = (today: LocalDate): Wish => ({
  verdict: null,
  from: today,
  length: 'year',
  to: '',
  missing: [],
  more: '',
  reason: '',
})

/** The last day of a year that begins on this one. */
export function yearFrom(from: LocalDate): LocalDate {
  const rest = from.slice(4)
  return addDays(`${Number(from.slice(0, 4)) + 1}${rest === '-02-29' ? '-03-01' : rest}`, -1)
}

/** The last day as chosen; null: no end; empty while there is none. */
export function endOf({ from, length, to }: Wish): LocalDate | null | '' {
  if (length === 'open') return null
  if (length === 'own') return to
  return from && yearFrom(from)
}

/** What is still missing, at which part of the form; null when the decision can be told. */
export function gapOf(
  wish: Wish,
): { at: 'verdict' | 'from' | 'to' | 'missing' | 'reason'; words: string } | null {
  const { verdict, from, missing, more, reason } = wish
  if (verdict === null) return { at: 'verdict', words: '先选同意、退回还是不同意。' }
  if (verdict === 'refuse')
    return reason.trim() ? null : { at: 'reason', words: '写上为什么，家人要看得懂。' }
  if (verdict === 'return') {
    if (missing.length > most.missing)
      return { at: 'missing', words: `一次最多选 ${most.missing} 样，别的写在下面。` }
    return missing.length > 0 || more.trim()
      ? null
      : { at: 'missing', words: '选上缺什么，或者在下面写一句。' }
  }
  const end = endOf(wish)
  if (!from) return { at: 'from', words: '写上从哪一天起。' }
  if (end === '') return { at: 'to', words: '写上到哪一天，或者选长期。' }
  return end !== null && end < from ? { at: 'to', words: '到期的日子比开始还早，请再看一遍。' } : null
}

/** The same as the contract takes it; null while something is missing. */
export function decisionOf(
  { id }: Pick<Application, 'id'>,
  wish: Wish,
): WriteTo<'eligibility.decide'> | null {
  const { verdict, from, missing, more, reason } = wish
  if (verdict === null || gapOf(wish)) return null
  const about = { applicationId: id, verdict }
  if (verdict === 'approve') return { ...about, from, to: endOf(wish) || null }
  if (verdict === 'refuse') return { ...about, reason: reason.trim() }
  return { ...about, missing, ...(more.trim() && { reason: more.trim() }) }
}
