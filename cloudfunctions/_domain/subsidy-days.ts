import type { LocalDate } from '#types/values'
import { subsidyDayId } from './ids'
import type { SubsidyDayRecord } from './records/meals'

/** An elder's day without any use yet. */
export function emptySubsidyDay(elder: { id: string; district: string }, date: LocalDate): SubsidyDayRecord {
  return { id: subsidyDayId(elder.id, date), district: elder.district, elderId: elder.id, date, uses: [] }
}

/** The day with what an order uses of it. */
export function withUses(
  day: SubsidyDayRecord,
  orderId: string,
  uses: readonly { rule: string; amount: number }[],
): SubsidyDayRecord {
  return { ...day, uses: [...day.uses, ...uses.map((use) => ({ ...use, orderId }))] }
}

/** The day without what an order had used of it; the same day when it had used nothing. */
export function withoutUsesOf(day: SubsidyDayRecord, orderId: string): SubsidyDayRecord {
  return { ...day, uses: day.uses.filter((use) => use.orderId !== orderId) }
}
