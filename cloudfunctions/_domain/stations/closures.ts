import { addDays, localDate } from '#types/days'
import { AppError } from '#types/errors'
import { most } from '#types/limits'
import type { Closure } from '#types/stations'
import type { LocalDate } from '#types/values'
import type { StationRecord } from './records'

/** A closure ends at most so many days from now. */
const MOST_AHEAD = 366
/** What is over is forgotten so many days later. */
const KEPT = 366

/**
 * A station that stays closed from one local date to another. It may be closed on the very day: what happens to a house asks nobody. The
 * same days once more: the reason is another.
 * @throws AppError `DATE_PAST`, `DATE_TOO_FAR`, `CLOSURES_FULL`
 */
export function withClosure(station: StationRecord, closure: Closure, now: Date): StationRecord {
  const today = localDate(now)
  const { from, to } = closure
  if (from < today) throw new AppError('DATE_PAST', { date: from })
  if (to > addDays(today, MOST_AHEAD)) {
    throw new AppError('DATE_TOO_FAR', { date: to, daysAhead: MOST_AHEAD })
  }
  const others = station.closures.filter((one) => one.from !== from || one.to !== to)
  if (station.closures.some((one) => JSON.stringify(one) === JSON.stringify(closure))) return station
  if (closuresAhead({ closures: others }, today).length >= most.closures) throw new AppError('CLOSURES_FULL')
  return written(station, [...others, closure], today)
}

/**
 * A station that is open again from a local date on, as far as what it is closed for on that date goes: what was closed before stays
 * written. Where it is not closed then, it is as it was.
 * @throws AppError `DATE_PAST`
 */
export function reopened(station: StationRecord, date: LocalDate, now: Date): StationRecord {
  const today = localDate(now)
  if (date < today) throw new AppError('DATE_PAST', { date })
  const isOn = ({ from, to }: Closure) => from <= date && date <= to
  if (!station.closures.some(isOn)) return station
  const closures = station.closures.flatMap((one) => {
    if (!isOn(one)) return [one]
    return one.from < date ? [{ ...one, to: addDays(date, -1) }] : []
  })
  return written(station, closures, today)
}

/** Closures that are not over on a local date, the first first. */
export const closuresAhead = ({ closures }: Pick<StationRecord, 'closures'>, today: LocalDate): Closure[] =>
  closures.filter(({ to }) => to >= today).sort((one, other) => (one.from < other.from ? -1 : 1))

const written = (station: StationRecord, closures: Closure[], today: LocalDate): StationRecord => ({
  ...station,
  closures: closures.filter(({ to }) => to >= addDays(today, -KEPT)),
  closuresRev: (station.closuresRev ?? 0) + 1,
  isAligned: false,
})
