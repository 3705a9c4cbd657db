import type { ClosedDays, Closure, Doubt, Opening, Station } from '#types/stations'
import type { Instant } from '#types/values'
import { dateOf, dayOfMonth, dayWord, fullDay, hourOf, monthAndDay, weekdayWords, whenWord } from './dates'

/** 开到 17:00; 现在没开，周一 8:00 开; 春节休息，到2月20日 周五. */
export function openingWord(opening: Opening, now: Instant): string {
  if (opening.openNow) return opening.closesAt ? `开到 ${hourOf(opening.closesAt)}` : '现在开着'
  if (opening.closure) return closedWord(opening.closure)
  if (opening.unsure) return unsureWord(opening.unsure, now)
  return opening.opensAt ? `现在没开，${whenWord(opening.opensAt, now)} 开` : '这两周都不开'
}

/** 节假日开不开不一定，请先问清楚; before that day: 现在没开，周四是节假日，开不开不一定，请先问清楚. */
export function unsureWord({ why, from }: Doubt, now: Instant): string {
  const day = dayWord(dateOf(from), dateOf(now))
  const known = from <= now ? '' : '现在没开，'
  if (why === 'unarranged') return `${known}${day}放不放假还不知道，开不开请先问清楚`
  return `${known}${known ? `${day}是节假日，` : '节假日'}开不开不一定，请先问清楚`
}

/** Whether its hours count on public holidays, too, under the hours of a week. */
export const holidayHoursWord: Record<Station['onHolidays'], string> = {
  open: '节假日也照这个时间开。',
  closed: '节假日休息。',
  partly: '节假日只有一部分时间开，请先问清楚。',
  unknown: '节假日开不开不一定，请先问清楚。',
}

/** 5月4日至6日休息：停电检修 */
export function closureWord({ from, to, reason }: Closure): string {
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  const last = isOneMonth ? `${dayOfMonth(to)}日` : monthAndDay(to)
  return `${monthAndDay(from)}${from === to ? '' : `至${last}`}休息：${reason}`
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
