import { addDays, mondayOf, weekdayOf } from '#types/days'
import { AppError } from '#types/errors'
import { most } from '#types/limits'
import type { MenuDay, MenuDish, MenuSet, SetContent } from '#types/meals/menus'
import type { LocalDate } from '#types/values'
import { isOfKitchen, photosIn } from './dish-photos'
import { missingToPublish, otherSets } from './menus'
import type { MenuRecord } from './records'

/** What is written down of a week at once: each in place of what has its id or weekday. */
interface Written {
  dishes?: readonly MenuDish[]
  sets?: readonly MenuSet[]
  days?: readonly MenuDay[]
  without?: { dishes: readonly string[]; sets: readonly string[] }
}

/** One set of one day. */
interface SetOfDay {
  date: LocalDate
  setId: string
}

/** The menu with what was written; what is taken out goes first. @throws AppError `MENU_FULL` */
export function withWritten(
  menu: MenuRecord,
  { dishes = [], sets = [], days = [], without }: Written,
): MenuRecord {
  const after = {
    ...menu,
    dishes: inPlace(menu.dishes, dishes, without?.dishes),
    sets: inPlace(menu.sets, sets, without?.sets),
    days: [...menu.days.filter((day) => !days.some(({ weekday }) => weekday === day.weekday)), ...days].sort(
      (one, other) => one.weekday - other.weekday,
    ),
  }
  if (after.dishes.length > most.menuDishes || after.sets.length > most.menuSets)
    throw new AppError('MENU_FULL')
  return after
}

/**
 * The menu with a set of one day made of something else. Where that is too much, what was so on days that are over makes room.
 * @throws AppError `WRONG_STATE`, `SET_NOT_OFFERED`, `MENU_FULL`
 */
export function withSetInstead(
  menu: MenuRecord,
  { date, setId }: SetOfDay,
  { becomes, today }: { becomes: SetContent; today: LocalDate },
): MenuRecord {
  requireOffered(menu, { date, setId })
  const all = { ...menu.instead, [date]: { ...menu.instead[date], [setId]: becomes } }
  if (otherSets(all).length <= most.otherSets) return { ...menu, instead: all }
  const ahead = Object.fromEntries(Object.entries(all).filter(([day]) => day >= today))
  if (otherSets(ahead).length > most.otherSets) throw new AppError('MENU_FULL')
  return { ...menu, instead: ahead }
}

/** The menu with a set sold out on one day, or there again. @throws AppError `WRONG_STATE`, `SET_NOT_OFFERED` */
export function withSoldOut(menu: MenuRecord, { date, setId }: SetOfDay, isSoldOut: boolean): MenuRecord {
  const offered = requireOffered(menu, { date, setId })
  const { [date]: before = [], ...rest } = menu.off
  const others = before.filter((id) => id !== setId && offered.includes(id)) // what the day offers no more need not be sold out
  const now = isSoldOut ? [...others, setId].sort() : others
  return { ...menu, off: now.length > 0 ? { ...rest, [date]: now } : rest }
}

/** A draft as another week is written. @throws AppError `WRONG_STATE` where it is published by now */
export function withCopied(menu: MenuRecord, { dishes, sets, days }: MenuRecord): MenuRecord {
  if (menu.state !== 'draft') throw new AppError('WRONG_STATE', { state: menu.state })
  return { ...menu, dishes, sets, days }
}

/** A menu as everybody may read it from now on. */
export const published = (menu: MenuRecord): MenuRecord => ({ ...menu, state: 'published' })

/**
 * @param before as it was: once it is published, what is in one of two dishes of a name can be put right without the other
 * @throws AppError `MENU_INCOMPLETE` with what it is missing in, where the menu is published
 */
export function requireWhole(menu: MenuRecord, before: Pick<MenuRecord, 'state'>): void {
  const all = menu.state === 'published' ? missingToPublish(menu) : []
  const missing = before.state === 'published' ? all.filter(({ what }) => what !== 'name') : all
  if (missing.length === 0) return
  throw new AppError('MENU_INCOMPLETE', {
    dishes: missing.flatMap((one) => (one.what === 'allergens' || one.what === 'name' ? [one.dish] : [])),
    sets: missing.flatMap((one) => (one.what === 'dish' ? [one.set] : [])),
    weekdays: missing.flatMap((one) => (one.what === 'set' ? [String(one.weekday)] : [])),
    offersNothing: missing.some(({ what }) => what === 'offer'),
  })
}

/** Photos are those that stand in the kitchen's own folder. @throws AppError `BAD_INPUT` */
export function requireOwnDishPhotos(menu: MenuRecord, environment: string): void {
  if (!photosIn(menu).every((photo) => isOfKitchen(photo, menu.kitchenId, environment)))
    throw new AppError('BAD_INPUT', { fields: ['photo'] })
}

/** Nobody's change is lost. @param seen which writing the caller has seen; 0: none @throws AppError `MENU_CHANGED` with the latest */
export function requireSeen({ rev }: Pick<MenuRecord, 'rev'>, seen: number): void {
  if (rev !== seen) throw new AppError('MENU_CHANGED', { rev })
}

/** @throws AppError `DATE_PAST` */
export function requireToCome(date: LocalDate, today: LocalDate): void {
  if (date < today) throw new AppError('DATE_PAST', { date })
}

/** Weeks that can be written: this one and so many after it. @throws AppError `DATE_PAST`, `DATE_TOO_FAR` */
export function requireWeekAhead(week: LocalDate, today: LocalDate, weeksAhead: number): void {
  if (addDays(week, 6) < today) throw new AppError('DATE_PAST', { date: week })
  if (week > addDays(mondayOf(today), 7 * weeksAhead)) throw new AppError('DATE_TOO_FAR', { date: week })
}

/** The sets of a day of a published menu, a certain one among them. @throws AppError `WRONG_STATE`, `SET_NOT_OFFERED` */
function requireOffered({ state, days }: MenuRecord, { date, setId }: SetOfDay): readonly string[] {
  if (state !== 'published') throw new AppError('WRONG_STATE', { state })
  const offered = days.find(({ weekday }) => weekday === weekdayOf(date))?.sets ?? []
  if (!offered.includes(setId)) throw new AppError('SET_NOT_OFFERED', { setId })
  return offered
}

/** What was there, each replaced by what is written with its id, and then what is new. */
function inPlace<T extends { id: string }>(
  before: readonly T[],
  written: readonly T[],
  without: readonly string[] = [],
): T[] {
  const ofId = (id: string) => written.filter((one) => one.id === id).at(-1)
  const kept = before.filter(({ id }) => !without.includes(id)).map((one) => ofId(one.id) ?? one)
  const fresh = [...new Set(written.map(({ id }) => id))].filter((id) => !kept.some((one) => one.id === id))
  return [...kept, ...fresh.flatMap((id) => ofId(id) ?? [])]
}
