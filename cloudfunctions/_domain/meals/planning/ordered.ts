import { addDays } from '#types/days'
import { AppError } from '#types/errors'
import type { ShownSet } from '#types/meals/sittings'
import type { Instant, LocalDate } from '#types/values'
import { isMadeAs, isSameMeal } from '../as-shown'
import { VOID_AFTER } from '../claims/claiming'
import { limitsOn, setsOn } from './menus'
import type { MenuRecord, Untold } from './records'

/** How many live orders there are of a set of one day. */
export interface Ordered {
  date: LocalDate
  setId: string
  count: number
}

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
 * ordered keeps the price that they were told; and what is in a dish is put right at any time, and told to whoever ordered it. What was not
 * offered before either binds nobody: its eaters are the manager's list.
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
    const is = setOn(after, date, setId)
    if (before.state !== 'published') return is === null
    const was = setOn(before, date, setId)
    if (was === null || (is !== null && isSameMeal(is, was))) return false
    return is === null || date !== but?.date || setId !== but.setId
  })
  if (touched.length > 0)
    throw new AppError('SET_ORDERED', {
      setIds: [...new Set(touched.map(({ setId }) => setId))],
      dates: [...new Set(touched.map(({ date }) => date))].sort(),
    })
}

/**
 * No dish is limited to less than what is ordered of it on one day, be it that its limit is lowered, or that a set becomes of it. What was
 * beyond its limit before may stay so.
 * @throws AppError `LIMIT_ORDERED` with the dish and how many are ordered on the day on which it is most
 */
export function requireLimitsHold(before: MenuRecord, after: MenuRecord, ordered: readonly Ordered[]): void {
  if (after.state !== 'published') return
  const beyond = [...new Set(ordered.map(({ date }) => date))].flatMap((date) => {
    const was = soldOn(before, date, ordered)
    return [...soldOn(after, date, ordered)].filter(
      ([dishId, one]) => one.beyond > (was.get(dishId)?.beyond ?? 0),
    )
  })
  const [most] = beyond.sort(([, one], [, other]) => other.count - one.count)
  if (!most) return
  const [dishId, { count }] = most
  const dish = after.dishes.find(({ id }) => id === dishId)?.name ?? dishId
  throw new AppError('LIMIT_ORDERED', { dish, count })
}

/** How many are ordered of each dish with a limit on a local date, as a menu has the sets, and how many of these are beyond it. */
function soldOn(
  menu: MenuRecord,
  date: LocalDate,
  ordered: readonly Ordered[],
): Map<string, { count: number; beyond: number }> {
  const limits = limitsOn(menu, date)
  const countOf = (setId: string) =>
    ordered.find((one) => one.date === date && one.setId === setId)?.count ?? 0
  return new Map(
    Object.entries(limits).map(([dishId, limit]) => {
      const sets = setsOn(menu, date).filter(({ limited = [] }) => limited.includes(dishId))
      const count = sets.reduce((sum, { id }) => sum + countOf(id), 0)
      return [dishId, { count, beyond: Math.max(0, count - limit) }]
    }),
  )
}

/** The sets that are of other dishes, or of dishes in which something else is, after a menu was written than before, on days from a local date on. */
function changedSets(before: MenuRecord, after: MenuRecord, today: LocalDate): Untold['sets'] {
  if (before.state !== 'published') return []
  return daysFrom(after, today).flatMap((date) =>
    setsOn(after, date)
      .filter(({ id }) => {
        const [was, is] = [setOn(before, date, id), setOn(after, date, id)]
        return was !== null && is !== null && !isMadeAs(was, is)
      })
      .map(({ id }) => ({ date, setId: id })),
  )
}

/**
 * Until when somebody may write an order of what they read before a moment: as long as a booking may be under way. It is longer than the
 * call that lets the sittings follow a menu, and then one that books and the transaction that it began at its very end.
 */
export const bookedUntil = (now: Date): Instant => new Date(now.getTime() + VOID_AFTER).toISOString()

/**
 * The menu as it is stored in place of the one before. What became other dishes, and what is in them, is told to whoever has ordered it,
 * also to those who do so in this very moment.
 */
export function writtenAnew(
  before: MenuRecord,
  after: MenuRecord,
  { reason, today, now }: { reason: string | null; today: LocalDate; now: Date },
): MenuRecord {
  const rev = before.rev + 1
  const sets = changedSets(before, after, today)
  const change = { rev, sets, reason, until: bookedUntil(now) }
  const untold = sets.length > 0 ? [...before.untold, change] : before.untold
  return { ...after, rev, untold, isAligned: after.state !== 'published' }
}

/** A set as a day has it; null: it is not offered. */
const setOn = (menu: MenuRecord, date: LocalDate, setId: string): ShownSet | null =>
  setsOn(menu, date).find(({ id }) => id === setId) ?? null
