import type { PolicyRow } from '#types/eligibility'
import type { LocalDate } from '#types/values'
import { longDate } from '@/services/dates'

/** Whether it counts today. */
export function stateOf(
  { effectiveFrom, lastDay }: PolicyRow,
  today: LocalDate,
): { word: string; kind: 'ok' | 'wait' | 'plain' } {
  if (today < effectiveFrom) return { word: '还没开始', kind: 'wait' }
  return lastDay !== null && lastDay < today
    ? { word: '已经过了', kind: 'plain' }
    : { word: '正在用', kind: 'ok' }
}

/** From when to when it holds, and where it is from. */
export const factsOf = ({ effectiveFrom, lastDay, source }: PolicyRow) => [
  { name: '从', value: longDate(effectiveFrom) },
  { name: '到', value: lastDay ? longDate(lastDay) : '没有定' },
  { name: '出处', value: source },
]
