import type { PolicyRow } from '#types/eligibility'
import type { LocalDate } from '#types/values'

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
