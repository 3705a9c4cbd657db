import type { LogLine } from '#types/people/privacy'
import type { LocalDate } from '#types/values'
import { dateOf } from '@/services/dates'

/** The lines of each day, in the order they came. */
export function byDay(lines: readonly LogLine[]): { date: LocalDate; lines: LogLine[] }[] {
  const days: { date: LocalDate; lines: LogLine[] }[] = []
  for (const line of lines) {
    const date = dateOf(line.at)
    const last = days[days.length - 1]
    if (last?.date === date) last.lines.push(line)
    else days.push({ date, lines: [line] })
  }
  return days
}
