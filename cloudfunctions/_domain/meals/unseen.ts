import { addDays, localDate } from '#types/days'
import { slotIn } from '#types/ids'
import type { Mode } from '#types/meals/sittings'
import type { LocalDate } from '#types/values'
import { notSeenYet } from '../people/elders/seen'
import type { StationRecord } from '../stations/records'
import { unseenPool } from './claims/pools'
import { standsElsewhere } from './elsewhere'
import type { MealOrderRecord, SittingRecord } from './records'

/** How little an elder may hold whom nobody has seen yet; data. */
export interface UnseenTerms {
  /** Her meals are of today to so many days on. */
  daysAhead: number
  /** So much of the seats, and of the portions, all of them hold together at most. */
  percentOfPlaces: number
}

/** The last local date for which a meal may be booked for an elder whom nobody has seen. */
export const littleUntil = (now: Date, { daysAhead }: Pick<UnseenTerms, 'daysAhead'>): LocalDate =>
  addDays(localDate(now), daysAhead)

/** Whether elders whom nobody has seen hold their share of a meal's seats, or of its portions, already. */
export const isShareHeld = ({ left }: Pick<SittingRecord, 'left'>, mode: Mode): boolean =>
  (left[unseenPool(mode)] ?? 0) < 1

/** @throws AppError `NOT_SEEN_YET` for a meal of a day that is further on than those of an elder whom nobody has seen */
export function requireSoon(
  { date }: Pick<SittingRecord, 'date'>,
  { station, terms, now }: { station: StationRecord; terms: Pick<UnseenTerms, 'daysAhead'>; now: Date },
): void {
  const until = littleUntil(now, terms)
  if (date > until) throw notSeenYet(station, { why: 'days', until })
}

/**
 * One meal of a slot and day, wherever it is, for an elder whom nobody has seen yet.
 * @param others her orders of that meal at other stations
 * @throws AppError `NOT_SEEN_YET`
 */
export function requireNoSecond(
  { id }: Pick<SittingRecord, 'id'>,
  others: readonly MealOrderRecord[],
  station: StationRecord,
): void {
  if (others.some(standsElsewhere)) throw notSeenYet(station, { why: 'second', slot: slotIn(id) })
}
