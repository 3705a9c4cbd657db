import type { Absence } from '#types/people/elders'
import type { LocalDate } from '#types/values'
import { absenceWord } from '#types/words/people/elders/absences'
import { daysBetween, dayWord, monthAndDay } from '@/services/dates'

/** 今天; days that are not near without their weekday: 11月18日. */
const nearDay = (date: LocalDate, today: LocalDate): string =>
  Math.abs(daysBetween(today, date)) <= 1 ? dayWord(date, today) : monthAndDay(date)

/** 11月18日起住院，还不知道哪天回来; 11月18日到明天外出 */
export function absenceWords({ kind, from, to }: Omit<Absence, 'by'>, today: LocalDate): string {
  const word = absenceWord[kind]
  if (to === null) return `${nearDay(from, today)}起${word}，还不知道哪天回来`
  return from === to
    ? `${nearDay(from, today)}${word}`
    : `${nearDay(from, today)}到${nearDay(to, today)}${word}`
}

/** Whether she is away today, as far as it was written down. */
export const isAwayOn = ({ from, to }: Omit<Absence, 'by'>, date: LocalDate): boolean =>
  from <= date && (to === null || date < to)
