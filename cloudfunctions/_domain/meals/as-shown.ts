import { AppError } from '#types/errors'
import type { ShownSet } from '#types/meals/sittings'

/** What a set is made of, as whoever is to eat it reads it; how else the kitchen can make it is no part of that. */
export const madeOf = ({ name, tags, dishes }: ShownSet): ShownSet => ({
  name,
  tags,
  dishes: dishes.map((dish) => ({ name: dish.name, allergens: dish.allergens })),
})

export const isMadeAs = (one: ShownSet, other: ShownSet): boolean =>
  JSON.stringify(madeOf(one)) === JSON.stringify(madeOf(other))

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
