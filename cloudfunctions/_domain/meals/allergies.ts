import type { Allergen } from '#types/meals/allergens'
import type { Clash, MenuClashes, SetClashes } from '#types/meals/clashes'
import type { Mind } from '#types/meals/orders'
import type { Dish, MealSet, Sitting } from '#types/meals/sittings'
import { type AllergenWords, type Reading, readerOf } from './reading-allergens'

/** One thing that she named, and how it reads. */
type Named = Reading & { allergy: string }

/**
 * Holds a set against what an elder says that she is allergic to. Found is what the kitchen says is in a dish, and what the dish's
 * name says: the kitchen may not have spoken, or have forgotten something. That nothing is found is no promise.
 * @param mind what may be known of her; null: nothing
 * @returns null where she names nothing, or nobody may know it
 */
export function setClashes(
  { dishes }: Pick<MealSet, 'dishes'>,
  mind: Mind | null,
  table: AllergenWords,
): SetClashes | null {
  if (!mind || mind.allergies.length === 0) return null
  const read = readerOf(table)
  const hers = mind.allergies.map((allergy) => ({ allergy, ...read(allergy) }))
  const held = dishes.map((dish) => ({ dish, clashes: clashesIn(dish, read(dish.name), hers) }))
  const areGroupsNamed = hers.some(({ means }) => means.length > 0)
  return {
    clashes: held.flatMap(({ clashes }) => clashes),
    unsaid: held
      .filter(({ dish, clashes }) => areGroupsNamed && dish.allergens === null && clashes.length === 0)
      .map(({ dish }) => dish.name),
    unmatched: hers.filter(({ rest }) => rest.length > 0).map(({ allergy }) => allergy),
  }
}

/** The same of every set of a day. */
export const menuClashes = (
  sittings: readonly Pick<Sitting, 'id' | 'sets'>[],
  mind: Mind | null,
  table: AllergenWords,
): MenuClashes[] =>
  sittings.flatMap(({ id, sets }) =>
    sets.flatMap((set) => {
      const found = setClashes(set, mind, table)
      return found ? [{ sittingId: id, setId: set.id, ...found }] : []
    }),
  )

/** A dish against all that she named: what the kitchen says goes before what the name sounds like. */
function clashesIn({ name, allergens }: Dish, named: Reading, hers: readonly Named[]): Clash[] {
  const said = hers.filter(({ means }) => means.some((one) => allergens?.includes(one)))
  const sounding = hers.filter(
    (one) =>
      !said.includes(one) &&
      (one.means.some((group) => named.means.includes(group)) ||
        one.rest.some((piece) => name.includes(piece))),
  )
  return [
    { by: 'kitchen' as const, of: said, within: allergens ?? [] },
    { by: 'name' as const, of: sounding, within: named.means },
  ].flatMap(({ by, of, within }) =>
    of.length === 0
      ? []
      : [
          {
            dish: name,
            allergies: of.map(({ allergy }) => allergy),
            allergens: within.filter(meantBy(of)),
            by,
          },
        ],
  )
}

const meantBy = (hers: readonly Named[]) => (group: Allergen) =>
  hers.some(({ means }) => means.includes(group))
