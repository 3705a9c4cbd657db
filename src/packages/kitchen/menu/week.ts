import { addDays, mondayOf, weekdayOf } from '#types/days'
import type { KitchenWeek } from '#types/meals/menu-actions'
import type { Menu, MenuDish, SetContent } from '#types/meals/menus'
import type { Slot } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import { monthAndDay } from '@/services/dates'

/** Which menu is looked at. */
export interface MenuAt {
  kitchenId: string
  /** The Monday of it. */
  week: LocalDate
  slot: Slot
}

/** A set as one day has it. */
export interface DaySet {
  setId: string
  content: SetContent
  dishes: MenuDish[]
  /** Made of something else than on the other days. */
  isOther: boolean
  isSoldOut: boolean
  /** How many have ordered it. */
  ordered: number
}

/** So many weeks can be picked: as far as meals can be booked. */
const weeksShown = 4

/** 这一周, 下一周, 12月14日起. */
export function weekOptions(today: LocalDate): { value: LocalDate; word: string }[] {
  const first = mondayOf(today)
  return Array.from({ length: weeksShown }, (_, nth) => addDays(first, 7 * nth)).map((value, nth) => ({
    value,
    word: ['这一周', '下一周'][nth] ?? `${monthAndDay(value)}起`,
  }))
}

/** The ids of the sets that a day offers. */
export const offeredOn = ({ days }: Menu, date: LocalDate): string[] =>
  days.find(({ weekday }) => weekday === weekdayOf(date))?.sets ?? []

/** What a day offers, as it is on that day. A set that is not written down is left out: what is missing names it. */
export function setsOfDay({ ordered }: Pick<KitchenWeek, 'ordered'>, menu: Menu, date: LocalDate): DaySet[] {
  return offeredOn(menu, date).flatMap((setId) => {
    const usual = menu.sets.find(({ id }) => id === setId)
    const other = menu.instead[date]?.[setId]
    const content = other ?? usual
    if (!content) return []
    return {
      setId,
      content,
      dishes: dishesOf(menu, content),
      isOther: other !== undefined,
      isSoldOut: menu.off[date]?.includes(setId) ?? false,
      ordered: ordered.find((one) => one.date === date && one.setId === setId)?.count ?? 0,
    }
  })
}

/** The dishes of a set that are written down, the main one first. */
export const dishesOf = (
  { dishes }: Pick<Menu, 'dishes'>,
  { main, sides }: Pick<SetContent, 'main' | 'sides'>,
) => [main, ...sides].flatMap((id) => dishes.find((dish) => dish.id === id) ?? [])

/** How many have ordered a set of the week, on all days. */
export const orderedOfSet = (ordered: KitchenWeek['ordered'], setId: string | null): number =>
  ordered.reduce((sum, one) => sum + (one.setId === setId ? one.count : 0), 0)

/** How many have ordered a set that has a dish on its day. */
export const orderedOfDish = (ordered: KitchenWeek['ordered'], menu: Menu, dishId: string | null): number =>
  ordered.reduce((sum, { date, setId, count }) => {
    const content = menu.instead[date]?.[setId] ?? menu.sets.find(({ id }) => id === setId)
    const isOf = content && [content.main, ...content.sides].some((id) => id === dishId)
    return isOf ? sum + count : sum
  }, 0)

/** A week in which nothing is written yet. */
export const emptyMenu = (at: MenuAt): Menu => ({
  ...at,
  ...{ dishes: [], sets: [], days: [], instead: {}, off: {} },
  ...{ state: 'draft', rev: 0 },
})

/** An id that nothing in the list has: d1, d2 … */
export function freeId(letter: 'd' | 's', taken: readonly { id: string }[]): string {
  const isTaken = (id: string) => taken.some((one) => one.id === id)
  let nth = taken.length + 1
  while (isTaken(`${letter}${nth}`)) nth += 1
  return `${letter}${nth}`
}

/** After so many hours nobody means what was begun and not kept. */
export const draftHours = 24

/** Under which name something of a menu is kept while it is being written. */
export const nameOfDraft = ({ kitchenId, week, slot }: MenuAt, what: string): string =>
  `menu ${kitchenId} ${week} ${slot} ${what}`
