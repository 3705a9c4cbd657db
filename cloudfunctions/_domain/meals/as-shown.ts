import { AppError } from '#types/errors'
import type { ShownSet } from '#types/meals/sittings'

/** What a set is made of, as whoever is to eat it reads it. */
export const madeOf = ({ name, tags, dishes }: ShownSet): ShownSet => ({
  name,
  tags,
  dishes: dishes.map((dish) => ({ name: dish.name, allergens: dish.allergens })),
})

export const isMadeAs = (one: ShownSet, other: ShownSet): boolean =>
  JSON.stringify(madeOf(one)) === JSON.stringify(madeOf(other))

export const dishNames = ({ dishes }: Pick<ShownSet, 'dishes'>): string[] => dishes.map(({ name }) => name)

/**
 * What is booked is what the caller was shown.
 * @param sees what the phone showed; undefined: nobody said
 * @throws AppError `DISHES_CHANGED` with what it is called now, and its dishes
 */
export function requireAsShown(set: ShownSet, sees: ShownSet | undefined): void {
  if (sees !== undefined && !isMadeAs(set, sees))
    throw new AppError('DISHES_CHANGED', { setName: set.name, dishes: dishNames(set) })
}
