import { addDays, daysBetween, localDate } from '../../types/days'

/** So many days before the data run out somebody is told: the notice comes in November. */
const EARLY = 60

/** What of the calendar of public holidays is about to run out; nothing where it reaches far enough. */
export function calendarLines({ arrangedUntil }: { arrangedUntil: string }, now: Date): string[] {
  const today = localDate(now)
  if (arrangedUntil > addDays(today, EARLY)) return []
  const left = daysBetween(today, arrangedUntil)
  const when = left < 0 ? '已经过了' : `只剩 ${left} 天`
  return [
    `注意：放假安排（cloudfunctions/_policies/calendar.json）只录到 ${arrangedUntil}，${when}。请照国务院办公厅的新通知补上放假和调休上班的日子，再部署一次；没有补上以前，那以后只按法定节假日和星期几算。`,
  ]
}
