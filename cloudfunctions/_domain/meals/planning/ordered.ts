import { addDays } from '#types/days'
import { AppError } from '#types/errors'
import type { Instant, LocalDate } from '#types/values'
import { setsOn } from './menus'
import type { MenuRecord, Untold } from './records'

/** How many live orders there are of a set of one day. */
export interface Ordered {
  date: LocalDate
  setId: string
  count: number
}

/** Seconds after a menu was written in which somebody may still book what they read before. */
const READ_BEFORE = 20

/** The days of a menu's week from a local date on. */
const daysFrom = ({ week }: Pick<MenuRecord, 'week'>, today: LocalDate): LocalDate[] =>
  [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(week, day)).filter((date) => date >= today)

/** Whoever changes what is ordered has read who ordered it. @throws AppError `SET_ORDERED` with how many did, if it is not what was shown */
export function requireAsMany(
  ordered: readonly Ordered[],
  { date, setId }: Omit<Ordered, 'count'>,
  shown: number,
): void {
  const count = ordered.find((one) => one.date === date && one.setId === setId)?.count ?? 0
  if (count !== shown) throw new AppError('SET_ORDERED', { setIds: [setId], dates: [date], count })
}

/**
 * What is ordered stays what it is: offered on its day, and of the same dishes. Its price and its picture may change, since whoever
 * ordered keeps the price that they were told. What was not offered before either binds nobody: its eaters are the manager's list.
 * @param but the set of a day that is changed on purpose, and whose eaters are told
 * @throws AppError `SET_ORDERED` with the sets and the dates
 */
export function requireOrderedKept(
  before: MenuRecord,
  after: MenuRecord,
  { ordered, but }: { ordered: readonly Ordered[]; but?: Omit<Ordered, 'count'> },
): void {
  if (after.state !== 'published') return
  const touched = ordered.filter(({ date, setId }) => {
    const is = madeOf(after, date, setId)
    if (before.state !== 'published') return is === null
    const was = madeOf(before, date, setId)
    if (was === null || is === was) return false
    return is === null || date !== but?.date || setId !== but.setId
  })
  if (touched.length > 0)
    throw new AppError('SET_ORDERED', {
      setIds: [...new Set(touched.map(({ setId }) => setId))],
      dates: [...new Set(touched.map(({ date }) => date))].sort(),
    })
}

/** The sets that are of other dishes after a menu was written than before, on days from a local date on. */
function changedSets(before: MenuRecord, after: MenuRecord, today: LocalDate): Untold['sets'] {
  if (before.state !== 'published') return []
  return daysFrom(after, today).flatMap((date) =>
    setsOn(after, date)
      .filter(({ id }) => {
        const was = madeOf(before, date, id)
        return was !== null && was !== madeOf(after, date, id)
      })
      .map(({ id }) => ({ date, setId: id })),
  )
}

/**
 * The menu as it is stored in place of the one before. What became other dishes is told to whoever has ordered it, also to those who
 * do so in this very moment.
 */
export function writtenAnew(
  before: MenuRecord,
  after: MenuRecord,
  { reason, today, now }: { reason: string | null; today: LocalDate; now: Date },
): MenuRecord {
  const rev = before.rev + 1
  const sets = changedSets(before, after, today)
  const until: Instant = new Date(now.getTime() + READ_BEFORE * 1000).toISOString()
  const untold = sets.length > 0 ? [...before.untold, { rev, sets, reason, until }] : before.untold
  return { ...after, rev, untold, isAligned: after.state !== 'published' }
}

/** What a set of a day is made of, written in one way; null: it is not offered. */
function madeOf(menu: MenuRecord, date: LocalDate, setId: string): string | null {
  const set = setsOn(menu, date).find(({ id }) => id === setId)
  if (!set) return null
  const dishes = set.dishes.map(({ name, allergens }) => [name, allergens])
  return JSON.stringify([set.name, set.tags, dishes])
}
