import type { ClosedDays, Opening, Station } from '#types/stations'
import type { Instant } from '#types/values'
import { fullDay, hourOf, weekdayWords, whenWord } from './dates'

/** 开到 17:00; 现在没开，周一 8:00 开; 春节休息，到2月20日 周五. */
export function openingWord(opening: Opening, now: Instant): string {
  if (opening.openNow) return opening.closesAt ? `开到 ${hourOf(opening.closesAt)}` : '现在开着'
  if (opening.closure) return closedWord(opening.closure)
  return opening.opensAt ? `现在没开，${whenWord(opening.opensAt, now)} 开` : '这两周都不开'
}

/** Why nothing is served on a day although it was planned: 驿站水管检修，停到 11月23日 周一。 Nothing where it is. */
export const closedDaysWord = ({ closure }: { closure: ClosedDays | null }): string =>
  closure ? `驿站${closedWord(closure)}。` : ''

const closedWord = ({ reason, until }: ClosedDays) => `${reason}，停到 ${fullDay(until)}`

/** A week as few lines as it needs: 周一到周五 … 8:00–17:00. */
export function weekRows(week: Station['week']): { name: string; value: string }[] {
  const rows: { first: number; last: number; value: string }[] = []
  for (const day of [...week].sort((a, b) => a.weekday - b.weekday)) {
    const value = day.spans.length ? day.spans.map(spanWord).join('，') : '休息'
    const before = rows[rows.length - 1]
    if (before?.value === value && before.last === day.weekday - 1) before.last = day.weekday
    else rows.push({ first: day.weekday, last: day.weekday, value })
  }
  return rows.map(({ first, last, value }) => ({ name: daysWord(first, last), value }))
}

/** `08:00-17:00` as 8:00–17:00. */
const spanWord = (span: string) => span.replace(/\b0(?=\d:)/g, '').replace('-', '–')

function daysWord(first: number, last: number): string {
  if (first === 1 && last === 7) return '每天'
  const from = weekdayWords[first - 1] ?? ''
  return first === last ? from : `${from}到${weekdayWords[last - 1] ?? ''}`
}
