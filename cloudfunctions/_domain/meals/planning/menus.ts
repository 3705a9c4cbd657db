import { mondayOf, weekdayOf } from '#types/days'
import { menuId } from '#types/ids'
import type { MenuSet } from '#types/meals/menus'
import type { Slot } from '#types/meals/sittings'
import type { LocalDate } from '#types/values'
import type { KitchenRecord } from '../../stations/records'
import { isSameWithin } from '../as-shown'
import type { SittingRecord } from '../records'
import type { MenuRecord } from './records'
import { evenShares } from './shares'

/**
 * What a menu lacks: of a dish what is in it, or a name that no other dish has in which something else is, of a set one of its dishes, of a
 * weekday one of its sets; or it offers nothing at all.
 */
type Missing =
  | { what: 'allergens'; dishId: string; dish: string }
  | { what: 'dish'; setId: string; set: string; dishId: string }
  | { what: 'set'; weekday: number; setId: string }
  | { what: 'name'; dishId: string; dish: string }
  | { what: 'offer' }

/**
 * What is missing before a menu can be published, dish by dish; empty: it can be. "None" is said of allergens as everything else is:
 * a dish of which nobody has said what is in it holds the whole menu back, whether or not a day offers it.
 */
export function missingToPublish({ dishes, sets, days, instead }: MenuRecord): Missing[] {
  const isThere = (id: string, among: readonly { id: string }[]) => among.some((one) => one.id === id)
  const isEmpty = days.every(({ sets: offered }) => offered.length === 0)
  return [
    ...dishes
      .filter(({ allergens }) => allergens === null)
      .map(({ id, name }) => ({ what: 'allergens' as const, dishId: id, dish: name })),
    ...[...sets, ...otherSets(instead)].flatMap(({ id, name, main, sides }) =>
      [main, ...sides]
        .filter((dishId) => !isThere(dishId, dishes))
        .map((dishId) => ({ what: 'dish' as const, setId: id, set: name, dishId })),
    ),
    ...days.flatMap(({ weekday, sets: offered }) =>
      offered
        .filter((setId) => !isThere(setId, sets))
        .map((setId) => ({ what: 'set' as const, weekday, setId })),
    ),
    ...doubleNames(dishes).map(({ id, name }) => ({ what: 'name' as const, dishId: id, dish: name })),
    ...(isEmpty ? [{ what: 'offer' as const }] : []),
  ]
}

/** The dishes that have the name of one before them, and in which something else is said to be. */
const doubleNames = (dishes: MenuRecord['dishes']): MenuRecord['dishes'] =>
  dishes.filter((dish, nth) => {
    const isOther = (one: MenuRecord['dishes'][number]) =>
      one.name === dish.name &&
      dish.allergens !== null &&
      one.allergens !== null &&
      !isSameWithin(one.allergens, dish.allergens)
    return dishes.slice(0, nth).some(isOther)
  })

/** The sets that are others on one day, of all days. */
export const otherSets = (instead: MenuRecord['instead']): MenuSet[] =>
  Object.values(instead).flatMap((day) => Object.entries(day).map(([id, content]) => ({ id, ...content })))

/** A week in which nothing is written yet; its first writing is 1. */
export function emptyWeek(
  { id: kitchenId, district }: Pick<KitchenRecord, 'id' | 'district'>,
  week: LocalDate,
  slot: Slot,
): MenuRecord {
  return {
    id: menuId(kitchenId, week, slot),
    district,
    ...{ kitchenId, week, slot, dishes: [], sets: [], days: [], instead: {}, off: {} },
    ...{ state: 'draft', rev: 0, isAligned: true, untold: [] },
  }
}

/**
 * A menu written out again for the week in which a local date lies: a draft, whatever the first one is, without what was so on one day
 * alone.
 */
export function copyOfWeek(menu: MenuRecord, date: LocalDate): MenuRecord {
  const { kitchenId: id, district, slot, dishes, sets, days } = menu
  return { ...emptyWeek({ id, district }, mondayOf(date), slot), dishes, sets, days, rev: 1 }
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

/** What a menu says is sold out on a local date, everywhere. */
export const offOn = ({ off }: Pick<MenuRecord, 'off'>, date: LocalDate): SittingRecord['off'] =>
  Object.fromEntries((off[date] ?? []).map((setId) => [setId, true as const]))

/** The sets that a menu offers on a local date of its week, the main dish of each first: one without a photo of its own has this dish's. */
export function setsOn({ dishes, sets, days, instead }: MenuRecord, date: LocalDate): SittingRecord['sets'] {
  const offered = days.find(({ weekday }) => weekday === weekdayOf(date))?.sets ?? []
  return offered.flatMap((setId) =>
    sets
      .filter(({ id }) => id === setId)
      .map(({ photo, ...set }) => {
        const other = instead[date]?.[setId]
        return { ...set, ...other, own: other ? undefined : photo }
      })
      .map(({ main, sides, own, ...set }) => {
        const its = [main, ...sides].flatMap((dishId) => dishes.filter(({ id }) => id === dishId))
        const limited = its.filter(({ limit }) => limit !== null).map(({ id }) => id)
        const photo = own ?? its.find(({ id }) => id === main)?.photo
        return {
          ...set,
          ...(photo !== undefined && { photo }),
          dishes: its.map(({ name, allergens, diets }) => ({
            ...{ name, allergens },
            ...(diets.length > 0 && { diets }),
          })),
          ...(limited.length > 0 && { limited }),
        }
      }),
  )
}

/** How many portions there are of each dish that has a limit and is offered on a local date, at all tables together. */
export function limitsOn(menu: MenuRecord, date: LocalDate): Record<string, number> {
  const offered = new Set(setsOn(menu, date).flatMap(({ limited = [] }) => limited))
  return Object.fromEntries(
    menu.dishes.flatMap(({ id, limit }) => (limit !== null && offered.has(id) ? [[id, limit]] : [])),
  )
}

/**
 * So many of each dish that has a limit and is offered on a local date, at one of the tables that its kitchen feeds, of which none has sold
 * any: all of them together have no more than the limit.
 * @param fed the ids of the stations that serve it then
 */
export const dishesOn = (
  menu: MenuRecord,
  date: LocalDate,
  { stationId, fed }: { stationId: string; fed: readonly string[] },
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(limitsOn(menu, date)).map(([id, limit]) => [
      id,
      evenShares(limit, [...fed, stationId]).get(stationId) ?? 0,
    ]),
  )
