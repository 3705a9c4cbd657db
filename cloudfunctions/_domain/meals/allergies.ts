import type { Allergen } from '#types/meals/allergens'
import type { Clash, MenuClashes, SetClashes } from '#types/meals/clashes'
import type { Mind } from '#types/meals/orders'
import type { Dish, MealSet, Sitting } from '#types/meals/sittings'
import { type DietWords, dietClashesIn, heldOf, isDoubtful } from './diets'
import { type AllergenWords, type Reading, readerOf } from './reading-allergens'

/** Which words say what of dishes. */
export interface FoodWords {
  allergens: AllergenWords
  diets: DietWords
}

/** One thing that she named, and how it reads. */
type Named = Reading & { allergy: string }

/**
 * Holds a set against what an elder says that she is allergic to, and what she does not eat. Found is what the kitchen says is in a
 * dish, and what the dish's name says: the kitchen may not have spoken, or have forgotten something. That nothing is found is no promise.
 * @param mind what may be known of her; null: nothing
 * @returns null where she names nothing, or nobody may know it
 */
export function setClashes(
  { dishes }: Pick<MealSet, 'dishes'>,
  mind: Mind | null,
  words: FoodWords,
): SetClashes | null {
  if (!isToHold(mind)) return null
  const read = readerOf(words.allergens)
  const hers = mind.allergies.map((allergy) => ({ allergy, ...read(allergy) }))
  const diets = heldOf(mind)
  const againstDiets = dietClashesIn(diets, words.diets)
  const held = dishes.map((dish) => ({
    dish,
    clashes: [...clashesIn(dish, read(dish.name), hers), ...againstDiets(dish)],
  }))
  const areGroupsNamed = hers.some(({ means }) => means.length > 0)
  const isUnsaid = (dish: Dish) =>
    (areGroupsNamed && dish.allergens === null) || isDoubtful(dish, diets, words.diets)
  return {
    clashes: held.flatMap(({ clashes }) => clashes),
    unsaid: held
      .filter(({ dish, clashes }) => isUnsaid(dish) && clashes.length === 0)
      .map(({ dish }) => dish.name),
    unmatched: hers.filter(({ rest }) => rest.length > 0).map(({ allergy }) => allergy),
  }
}

/** The same of every set of a day. */
export const menuClashes = (
  sittings: readonly Pick<Sitting, 'id' | 'sets'>[],
  mind: Mind | null,
  words: FoodWords,
): MenuClashes[] =>
  sittings.flatMap(({ id, sets }) =>
    sets.flatMap((set) => {
      const found = setClashes(set, mind, words)
      return found ? [{ sittingId: id, setId: set.id, ...found }] : []
    }),
  )

/** Whether anything is known of her that a set can be held against. */
const isToHold = (mind: Mind | null): mind is Mind =>
  mind !== null && mind.allergies.length + heldOf(mind).length > 0

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
