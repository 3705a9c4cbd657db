import { addDays } from '#types/days'
import { AppError } from '#types/errors'
import type { Mode, Sitting } from '#types/meals/sittings'
import type { LocalDate } from '#types/values'
import { closedOn } from '../stations/opening'
import type { StationRecord } from '../stations/records'
import { dishPool } from './claims/pools'
import type { SittingRecord } from './records'

/** A sitting as everybody may see it, with whether it can be booked at this moment. @param station whose table it is */
export function sittingAt(
  sitting: SittingRecord,
  station: Pick<StationRecord, 'closures'>,
  now: Date,
): Sitting {
  const closure = closedOn(station, sitting.date)
  const { capacity, left, ...rest } = sitting
  const leftOf = (pool: string) => Math.max(0, left[pool] ?? 0)
  return {
    ...rest,
    ...{ seats: capacity.seats ?? 0, seatsLeft: leftOf('seats') },
    ...{ portions: capacity.portions ?? 0, portionsLeft: leftOf('portions') },
    soldOut: sitting.sets.filter((set) => isSoldOut(sitting, set)).map(({ id }) => id),
    ...{ closure, bookable: closure === null && isBookable(sitting, now) },
  }
}

/** Whether a set cannot be had any more, whatever place is left: it was taken off, or one of its dishes is gone. */
const isSoldOut = (
  { off, left }: Pick<SittingRecord, 'off' | 'left'>,
  { id, limited = [] }: SittingRecord['sets'][number],
): boolean => off[id] === true || limited.some((dish) => (left[dishPool(dish)] ?? 0) < 1)

/** A closed station sells nothing, whatever was planned. @throws AppError `BOOKING_CLOSED` with `closedUntil` */
export function requireStationOpen(station: Pick<StationRecord, 'closures'>, date: LocalDate): void {
  const closure = closedOn(station, date)
  if (closure) throw new AppError('BOOKING_CLOSED', { closedUntil: closure.until })
}

/** Open, or to be opened by whoever books, and before the cut-off; the cut-off's own minute is too late. */
export function isBookable(sitting: Pick<SittingRecord, 'state' | 'cutoffAt'>, now: Date): boolean {
  return sitting.state !== 'closed' && now.getTime() < Date.parse(sitting.cutoffAt)
}

/** The set that was chosen. `SET_NOT_OFFERED` when this sitting has none of that id. */
export function setOf(sitting: SittingRecord, setId: string): SittingRecord['sets'][number] {
  const set = sitting.sets.find((one) => one.id === setId)
  if (!set) throw new AppError('SET_NOT_OFFERED', { setId })
  return set
}

/** `MODE_NOT_OFFERED` unless the sitting is served in this way. */
export function requireMode(sitting: SittingRecord, mode: Mode): void {
  if (!sitting.modes.includes(mode)) throw new AppError('MODE_NOT_OFFERED', { mode })
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
