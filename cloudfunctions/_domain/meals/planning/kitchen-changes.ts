import { addDays } from '#types/days'
import type { MealOrder } from '#types/meals/orders'
import type { ShownSet } from '#types/meals/sittings'
import type { Instant, LocalDate } from '#types/values'
import { minutesAfter } from '../../base/calendar'
import { contentsSince, dishNames, isMadeAs } from '../as-shown'
import { isLive } from '../orders'
import type { MealOrderRecord } from '../records'
import { setsOn } from './menus'
import type { MenuRecord, Untold } from './records'

/** An order that a change of a menu has been held against; `isNews`: whether she is to be told of it. */
interface AfterChange {
  order: MealOrderRecord
  isNews: boolean
}

/**
 * An order whose set the kitchen makes of other dishes, or of whose dishes it says that something else is in them: it stands, at the price
 * that was told, under the new name, and says what it was when she ordered it, unless it is that again. It is no news to her who ordered
 * it as it is now: what she was shown decides, since a call may write later what it read before. Of what is news she may take leave: it can
 * be cancelled for a while from now on, until the meal begins. Null where it is nothing to this order:
 * it is of another set, is not live, or knows of it.
 * @param cancelWithin minutes from now on in which it can be cancelled
 */
export function orderAfterChange(
  order: MealOrderRecord,
  menu: MenuRecord,
  { change, now, cancelWithin }: { change: Untold; now: Date; cancelWithin: number },
): AfterChange | null {
  const { kitchenChange: before, isToTell: _, ...plain } = order
  const { date, setId, setName, ordered, dishesTold = 0, placedAt } = plain
  const { rev, reason } = change
  const isMeant = change.sets.some((one) => one.date === date && one.setId === setId)
  if (!isMeant || dishesTold >= rev || !isLive(order)) return null
  const set = setsOn(menu, date).find(({ id }) => id === setId)
  if (!set) return null
  const isAsOrdered = ordered ? isMadeAs(set, ordered) : placedAt > change.until
  if (isAsOrdered && !before) return { order: { ...order, dishesTold: rev }, isNews: false }
  const cancelUntil = cancelUntilAfter(order, minutesAfter(now, cancelWithin))
  const told = { ...plain, cancelUntil, setName: set.name, picture: set.picture, dishesTold: rev }
  if (isAsOrdered) return { order: told, isNews: true }
  const from = ordered?.name ?? before?.from ?? setName
  const was = ordered ? dishNames(ordered) : (before?.was ?? [])
  const kitchenChange = {
    ...{ rev, setId, at: now.toISOString(), from, was, dishes: dishNames(set) },
    ...contentsOf(set, ordered),
    reason: reason ?? reasonBefore(before, set),
  }
  return { order: { ...told, kitchenChange }, isNews: true }
}

/** As she was told before, or until an instant, where that is later; not once the meal has begun. */
function cancelUntilAfter(
  { cancelUntil, startsAt }: Pick<MealOrderRecord, 'cancelUntil' | 'startsAt'>,
  until: Instant,
): Instant {
  const last = until < startsAt ? until : startsAt
  return last > cancelUntil ? last : cancelUntil
}

function contentsOf(
  set: ShownSet,
  ordered: ShownSet | undefined,
): Pick<NonNullable<MealOrder['kitchenChange']>, 'contents'> {
  const contents = ordered ? contentsSince(ordered, set) : []
  return contents.length > 0 ? { contents } : {}
}

/** Why it was made of other dishes stays said, where nothing but what is in these was put right since. */
const reasonBefore = (before: MealOrder['kitchenChange'], set: ShownSet): string | null =>
  before && before.dishes.join() === dishNames(set).join() ? before.reason : null

/** The days that a change is about, from the first to the one after the last. */
export function daysOf({ sets }: Untold): { from: LocalDate; to: LocalDate } {
  const dates = sets.map(({ date }) => date).sort()
  const [from = ''] = dates // a change is about one set at least
  return { from, to: addDays(dates.at(-1) ?? from, 1) }
}
