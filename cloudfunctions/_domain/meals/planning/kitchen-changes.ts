import { addDays } from '#types/days'
import type { LocalDate } from '#types/values'
import { dishNames, isMadeAs } from '../as-shown'
import { isLive } from '../orders'
import type { MealOrderRecord } from '../records'
import { setsOn } from './menus'
import type { MenuRecord, Untold } from './records'

/**
 * An order whose set the kitchen makes of other dishes: it stands, at the price that was told, under the new name, and says what it
 * was when she ordered it, unless it is that again. Null where there is nothing to say: it is not live, was booked after the change or as
 * the kitchen has it now, or knows of it.
 */
export function orderAfterChange(
  order: MealOrderRecord,
  menu: MenuRecord,
  { change, now }: { change: Untold; now: Date },
): MealOrderRecord | null {
  const { kitchenChange: before, isToTell: _, ...plain } = order
  const { date, setId, setName, ordered, dishesTold = 0 } = plain
  const isMeant = change.sets.some((one) => one.date === date && one.setId === setId)
  if (!isMeant || dishesTold >= change.rev || !isLive(order) || order.placedAt > change.until) return null
  const set = setsOn(menu, date).find(({ id }) => id === setId)
  if (!set) return null
  const { rev, reason } = change
  const told = { ...plain, setName: set.name, picture: set.picture, dishesTold: rev }
  if (ordered && isMadeAs(set, ordered)) return before ? told : null
  const from = ordered?.name ?? before?.from ?? setName
  const was = ordered ? dishNames(ordered) : (before?.was ?? [])
  const kitchenChange = { rev, setId, at: now.toISOString(), from, was, dishes: dishNames(set), reason }
  return { ...told, kitchenChange }
}

/** The days that a change is about, from the first to the one after the last. */
export function daysOf({ sets }: Untold): { from: LocalDate; to: LocalDate } {
  const dates = sets.map(({ date }) => date).sort()
  const [from = ''] = dates // a change is about one set at least
  return { from, to: addDays(dates.at(-1) ?? from, 1) }
}
