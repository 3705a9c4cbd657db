import { addDays } from '#types/days'
import type { LocalDate } from '#types/values'
import { isLive } from '../orders'
import type { MealOrderRecord } from '../records'
import { setsOn } from './menus'
import type { MenuRecord, Untold } from './records'

/**
 * An order whose set the kitchen makes of other dishes: it stands, at the price that was told, under the new name, and says what it
 * was. Null where there is nothing to say: it is not live, was booked after the change, or knows of it.
 */
export function orderAfterChange(
  order: MealOrderRecord,
  menu: MenuRecord,
  { change, now }: { change: Untold; now: Date },
): MealOrderRecord | null {
  const { date, setId, setName } = order
  const isMeant = change.sets.some((one) => one.date === date && one.setId === setId)
  const isTold = (order.kitchenChange?.rev ?? 0) >= change.rev
  if (!isMeant || isTold || !isLive(order) || order.placedAt > change.until) return null
  const set = setsOn(menu, date).find(({ id }) => id === setId)
  if (!set) return null
  const { rev, reason } = change
  const dishes = set.dishes.map(({ name }) => name)
  const kitchenChange = { rev, setId, at: now.toISOString(), from: setName, dishes, reason }
  return { ...order, setName: set.name, picture: set.picture, kitchenChange }
}

/** The days that a change is about, from the first to the one after the last. */
export function daysOf({ sets }: Untold): { from: LocalDate; to: LocalDate } {
  const dates = sets.map(({ date }) => date).sort()
  const [from = ''] = dates // a change is about one set at least
  return { from, to: addDays(dates.at(-1) ?? from, 1) }
}
