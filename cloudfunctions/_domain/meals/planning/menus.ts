import { mondayOf, weekdayOf } from '#types/days'
import { menuId } from '#types/ids'
import type { Slot } from '#types/meals/sittings'
import type { LocalDate } from '#types/values'
import type { SittingRecord } from '../records'
import type { MenuRecord } from './records'

/** What a menu lacks: of a dish what is in it, of a set one of its dishes, of a weekday one of its sets; or it offers nothing at all. */
type Missing =
  | { what: 'allergens'; dishId: string; dish: string }
  | { what: 'dish'; setId: string; set: string; dishId: string }
  | { what: 'set'; weekday: number; setId: string }
  | { what: 'offer' }

/**
 * What is missing before a menu can be published, dish by dish; empty: it can be. "None" is said of allergens as everything else is:
 * a dish of which nobody has said what is in it holds the whole menu back, whether or not a day offers it.
 */
export function missingToPublish({ dishes, sets, days }: MenuRecord): Missing[] {
  const isThere = (id: string, among: readonly { id: string }[]) => among.some((one) => one.id === id)
  const isEmpty = days.every(({ sets: offered }) => offered.length === 0)
  return [
    ...dishes
      .filter(({ allergens }) => allergens === null)
      .map(({ id, name }) => ({ what: 'allergens' as const, dishId: id, dish: name })),
    ...sets.flatMap(({ id, name, main, sides }) =>
      [main, ...sides]
        .filter((dishId) => !isThere(dishId, dishes))
        .map((dishId) => ({ what: 'dish' as const, setId: id, set: name, dishId })),
    ),
    ...days.flatMap(({ weekday, sets: offered }) =>
      offered
        .filter((setId) => !isThere(setId, sets))
        .map((setId) => ({ what: 'set' as const, weekday, setId })),
    ),
    ...(isEmpty ? [{ what: 'offer' as const }] : []),
  ]
}

/** A menu written out again for the week in which a local date lies: a draft, whatever the first one is. */
export function copyOfWeek(menu: MenuRecord, date: LocalDate): MenuRecord {
  const week = mondayOf(date)
  return { ...menu, id: menuId(menu.kitchenId, week, menu.slot), week, state: 'draft' }
}

/** A kitchen's published menu of the week in which a local date lies; null: there is none yet. */
export function menuOn(
  menus: readonly MenuRecord[],
  { kitchenId, slot }: { kitchenId: string | null; slot: Slot },
  date: LocalDate,
): MenuRecord | null {
  const week = mondayOf(date)
  const isMeant = (menu: MenuRecord) =>
    menu.kitchenId === kitchenId && menu.slot === slot && menu.week === week && menu.state === 'published'
  return menus.find(isMeant) ?? null
}

/** The sets that a menu offers on a local date of its week, the main dish of each first. */
export function setsOn({ dishes, sets, days }: MenuRecord, date: LocalDate): SittingRecord['sets'] {
  const offered = days.find(({ weekday }) => weekday === weekdayOf(date))?.sets ?? []
  return offered.flatMap((setId) =>
    sets
      .filter(({ id }) => id === setId)
      .map(({ main, sides, ...set }) => {
        const its = [main, ...sides].flatMap((dishId) => dishes.filter(({ id }) => id === dishId))
        const limited = its.filter(({ limit }) => limit !== null).map(({ id }) => id)
        return {
          ...set,
          dishes: its.map(({ name, allergens }) => ({ name, allergens })),
          ...(limited.length > 0 && { limited }),
        }
      }),
  )
}

/**
 * So many of each dish that has a limit and is offered on a local date, at one of the tables that its kitchen feeds: all of them together
 * have no more than the limit.
 * @param fed the ids of the stations that the kitchen feeds
 */
export function dishesOn(
  menu: MenuRecord,
  date: LocalDate,
  { stationId, fed }: { stationId: string; fed: readonly string[] },
): Record<string, number> {
  const offered = new Set(setsOn(menu, date).flatMap(({ limited = [] }) => limited))
  const tables = [...new Set([...fed, stationId])].sort()
  const nth = tables.indexOf(stationId)
  const shareOf = (limit: number) => Math.floor(limit / tables.length) + (nth < limit % tables.length ? 1 : 0)
  return Object.fromEntries(
    menu.dishes.flatMap(({ id, limit }) => (limit !== null && offered.has(id) ? [[id, shareOf(limit)]] : [])),
  )
}
