import { AppError } from '#types/errors'
import { type Allergen, allergens } from '#types/meals/allergens'
import type { Content } from '#types/meals/orders'
import type { ShownSet } from '#types/meals/sittings'

/** What a set is made of, as whoever is to eat it reads it; how else the kitchen can make it is no part of that. */
export const madeOf = ({ name, tags, dishes }: ShownSet): ShownSet => ({
  name,
  tags,
  dishes: dishes.map((dish) => ({ name: dish.name, allergens: dish.allergens })),
})

/** Whether two sets are of the same dishes, and the same is in these, in whatever order it is named. */
export const isMadeAs = (one: ShownSet, other: ShownSet): boolean =>
  isSameMeal(one, other) &&
  one.dishes.every((dish, nth) => isSameWithin(dish.allergens, other.dishes[nth]?.allergens ?? null))

/** Whether they are called the same and are of the same dishes, whatever the kitchen says is in these. */
export const isSameMeal = (one: ShownSet, other: ShownSet): boolean =>
  JSON.stringify([one.name, one.tags, dishNames(one)]) ===
  JSON.stringify([other.name, other.tags, dishNames(other)])

type Within = ShownSet['dishes'][number]['allergens']

/** Whether the same is said to be in two dishes; null: nothing was said of it. */
export const isSameWithin = (one: Within, other: Within): boolean =>
  one === null || other === null
    ? one === other
    : missingIn(one, other).length + missingIn(other, one).length === 0

/** What is in one and not in the other, in the order of the table. */
const missingIn = (one: Within, other: Within): Allergen[] =>
  allergens.filter((group) => one?.includes(group) && !other?.includes(group))

/** What the kitchen says now is in dishes of a set that is otherwise than it was said of dishes of the same names; none: nothing is. */
export function contentsSince(was: ShownSet, set: ShownSet): Content[] {
  const names = [...new Set(dishNames(set))].filter((name) => dishNames(was).includes(name))
  return names.flatMap((dish) => {
    const [before, now] = [within(was, dish), within(set, dish)]
    if (now === null || isSameWithin(before, now)) return []
    return { dish, more: missingIn(now, before), less: missingIn(before, now) }
  })
}

/** What is said to be in all dishes of a set that have one name; null: nothing was said of any. */
function within({ dishes }: ShownSet, name: string): Within {
  const said = dishes.flatMap((dish) => (dish.name === name && dish.allergens ? [dish.allergens] : []))
  return said.length > 0 ? said.flat() : null
}

export const dishNames = ({ dishes }: Pick<ShownSet, 'dishes'>): string[] => dishes.map(({ name }) => name)

/** Whether the kitchen says of a dish no more that it is made so, although it was shown. */
const isUnsaid = (set: ShownSet, sees: ShownSet): boolean =>
  sees.dishes.some(({ diets = [] }, at) => diets.some((one) => !set.dishes[at]?.diets?.includes(one)))

/**
 * What is booked is what the caller was shown.
 * @param sees what the phone showed; undefined: nobody said
 * @throws AppError `DISHES_CHANGED` with what it is called now, and its dishes
 */
export function requireAsShown(set: ShownSet, sees: ShownSet | undefined): void {
  if (sees !== undefined && (!isMadeAs(set, sees) || isUnsaid(set, sees)))
    throw new AppError('DISHES_CHANGED', { setName: set.name, dishes: dishNames(set) })
}
