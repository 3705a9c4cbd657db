import { addDays, localDate } from '#types/days'
import { slotIn } from '#types/ids'
import type { Mode } from '#types/meals/sittings'
import type { LocalDate } from '#types/values'
import { notSeenYet } from '../people/elders/seen'
import type { StationRecord } from '../stations/records'
import { standsElsewhere } from './elsewhere'
import type { MealOrderRecord, SittingRecord } from './records'
import { withUnseen } from './sittings'

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
export function isShareHeld(sitting: SittingRecord, mode: Mode, { percentOfPlaces }: UnseenTerms): boolean {
  const pool = mode === 'dineIn' ? 'seats' : 'portions'
  return (sitting.unseen?.[pool] ?? 0) >= Math.floor((sitting[pool] * percentOfPlaces) / 100)
}

/**
 * The sitting with a place, which is taken already, counted among those of elders whom nobody has seen.
 * @throws AppError `NOT_SEEN_YET` where these hold their share of the seats or portions already
 */
export function takeUnseenPlace(
  sitting: SittingRecord,
  mode: Mode,
  { station, terms }: { station: StationRecord; terms: UnseenTerms },
): SittingRecord {
  if (isShareHeld(sitting, mode, terms)) throw notSeenYet(station, { why: 'share' })
  return withUnseen(sitting, mode, 1)
}

/**
 * What may be booked for an elder whom nobody has seen yet: meals of the coming days alone, and one of a slot and day wherever it is.
 * @param others her orders of that meal at other stations
 * @throws AppError `NOT_SEEN_YET`
 */
export function requireLittle(
  { id, date }: Pick<SittingRecord, 'id' | 'date'>,
  others: readonly MealOrderRecord[],
  { station, terms, now }: { station: StationRecord; terms: UnseenTerms; now: Date },
): void {
  const until = littleUntil(now, terms)
  if (date > until) throw notSeenYet(station, { why: 'days', until })
  if (others.some(standsElsewhere)) throw notSeenYet(station, { why: 'second', slot: slotIn(id) })
}
