import { addDays } from '#types/days'
import { AppError } from '#types/errors'
import type { MealSet, Mode, Sitting } from '#types/meals/sittings'
import type { LocalDate } from '#types/values'
import { closedOn } from '../stations/opening'
import type { StationRecord } from '../stations/records'
import type { MealOrderRecord, SittingRecord } from './records'

/** A sitting as everybody may see it, with whether it can be booked at this moment. @param station whose table it is */
export function sittingAt(
  sitting: SittingRecord,
  station: Pick<StationRecord, 'closures'>,
  now: Date,
): Sitting {
  const closure = closedOn(station, sitting.date)
  return { ...sitting, closure, bookable: closure === null && isBookable(sitting, now) }
}

/** A closed station sells nothing, whatever was planned. @throws AppError `BOOKING_CLOSED` with `closedUntil` */
export function requireStationOpen(station: Pick<StationRecord, 'closures'>, date: LocalDate): void {
  const closure = closedOn(station, date)
  if (closure) throw new AppError('BOOKING_CLOSED', { closedUntil: closure.until })
}

/** Open, and before the cut-off; the cut-off's own minute is too late. */
export function isBookable(sitting: Pick<SittingRecord, 'state' | 'cutoffAt'>, now: Date): boolean {
  return sitting.state === 'open' && now.getTime() < Date.parse(sitting.cutoffAt)
}

/** The set that was chosen. `SET_NOT_OFFERED` when this sitting has none of that id. */
export function setOf(sitting: SittingRecord, setId: string): MealSet {
  const set = sitting.sets.find((one) => one.id === setId)
  if (!set) throw new AppError('SET_NOT_OFFERED', { setId })
  return set
}

/** `MODE_NOT_OFFERED` unless the sitting is served in this way. */
export function requireMode(sitting: SittingRecord, mode: Mode): void {
  if (!sitting.modes.includes(mode)) throw new AppError('MODE_NOT_OFFERED', { mode })
}

/** The sitting with one place less: a seat for dine-in, a portion otherwise. `SITTING_FULL` when none is left. */
export function takePlace(sitting: SittingRecord, mode: Mode): SittingRecord {
  const pool = poolOf(mode)
  if (sitting[pool] < 1) throw new AppError('SITTING_FULL', { mode })
  return { ...sitting, [pool]: sitting[pool] - 1 }
}

/** The sitting with an order's place given back. It never holds more than it was opened with. */
export function givePlaceBack(
  sitting: SittingRecord,
  { mode, isUnseen = false }: Pick<MealOrderRecord, 'mode' | 'isUnseen'>,
): SittingRecord {
  const pool = poolOf(mode)
  const most = mode === 'dineIn' ? sitting.seats : sitting.portions
  const after = { ...sitting, [pool]: Math.min(most, sitting[pool] + 1) }
  return isUnseen ? withUnseen(after, mode, -1) : after
}

/** The sitting with so many more, or fewer, places held by elders whom nobody has seen. */
export function withUnseen(sitting: SittingRecord, mode: Mode, more: 1 | -1): SittingRecord {
  const { seats = 0, portions = 0 } = sitting.unseen ?? {}
  const unseen = mode === 'dineIn' ? { seats: seats + more, portions } : { seats, portions: portions + more }
  return { ...sitting, unseen }
}

/** Dates that can be looked at: today to `daysAhead` days on. `DATE_PAST` or `DATE_TOO_FAR` otherwise. */
export function requireDateAhead(date: LocalDate, today: LocalDate, daysAhead: number): void {
  const beyond = beyondReach(date, today, daysAhead)
  if (beyond === 'past') throw new AppError('DATE_PAST', { date })
  if (beyond === 'tooFar') throw new AppError('DATE_TOO_FAR', { date, daysAhead })
}

/** On which side of the dates that can be looked at a local date lies; null: it is one of them. */
export function beyondReach(date: LocalDate, today: LocalDate, daysAhead: number): 'past' | 'tooFar' | null {
  if (date < today) return 'past'
  return date > addDays(today, daysAhead) ? 'tooFar' : null
}

const poolOf = (mode: Mode) => (mode === 'dineIn' ? 'seatsLeft' : 'portionsLeft')
