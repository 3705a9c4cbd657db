import { allergens } from '#types/meals/allergens'
import type { Clash } from '#types/meals/clashes'
import { type Food, foods } from '#types/meals/foods'
import type { Mind } from '#types/meals/orders'
import type { Dish, MealSet } from '#types/meals/sittings'
import { type Diet, type HeldDiet, heldDiets } from '#types/people/diets'
import * as z from '#types/z'
import { readerOf } from './reading-allergens'

const Held = z.strictObject({
  /** Which reading of several it is, in words. */
  reading: z.string(),
  /** What it is against in the name of a dish. */
  foods: z.array(z.enum(foods)),
  /** What it is against of what the kitchen says is in a dish. */
  allergens: z.array(z.enum(allergens)),
  /** What stays against it in a name although the kitchen says that the dish is made so. */
  despiteTick: z.array(z.enum(foods)),
})

/** What diets are against, and which words in the names of dishes say so, as data. */
export const DietWords = z.strictObject({
  held: z.strictObject({ vegetarian: Held, halal: Held }),
  /** As `AllergenWords` has them; whatever means nothing only sounds like something: 鱼香, 素鸡. */
  words: z.array(z.strictObject({ means: z.array(z.enum(foods)), words: z.array(z.string()) })),
  since: z.iso.date(),
  source: z.string(),
})

export type DietWords = z.infer<typeof DietWords>

/** What of somebody's diet can be held against a dish. */
export const heldOf = ({ diet }: Pick<Mind, 'diet'>): HeldDiet[] =>
  heldDiets.filter((one) => diet.includes(one))

/**
 * Holds a dish against diets. What the kitchen says is in it goes before its name; that it is made so outweighs the name, though not
 * everything in it.
 */
export function dietClashesIn(
  hers: readonly HeldDiet[],
  { held, words }: DietWords,
): (dish: Dish) => Clash[] {
  const read = readerOf<Food>({ words, between: [] })
  return ({ name, allergens, diets = [] }) => {
    const within = (one: HeldDiet) => (allergens ?? []).filter((group) => held[one].allergens.includes(group))
    const said = hers.filter((one) => within(one).length > 0)
    const { means } = read(name)
    const named = (one: HeldDiet) =>
      held[one][diets.includes(one) ? 'despiteTick' : 'foods'].filter((food) => means.includes(food))
    const sounding = hers.filter((one) => !said.includes(one) && named(one).length > 0)
    const clash = { dish: name, allergies: [] }
    return [
      ...(said.length > 0
        ? [{ ...clash, allergens: each(said.flatMap(within)), diets: said, by: 'kitchen' as const }]
        : []),
      ...(sounding.length > 0
        ? [
            {
              ...clash,
              ...{
                allergens: [],
                diets: sounding,
                foods: each(sounding.flatMap(named)),
                by: 'name' as const,
              },
            },
          ]
        : []),
    ]
  }
}

/** Whether what the kitchen has not said of a dish could be against one of these diets; that it is made so says it. */
export const isDoubtful = (
  { allergens, diets = [] }: Dish,
  hers: readonly HeldDiet[],
  { held }: DietWords,
): boolean => allergens === null && hers.some((one) => held[one].allergens.length > 0 && !diets.includes(one))

/** Which dishes of a set are made as somebody needs it, and in which of her ways. */
export const madeFor = (
  { dishes }: Pick<MealSet, 'dishes'>,
  mind: Mind | null,
): { name: string; diets: Diet[] }[] =>
  dishes.flatMap(({ name, diets = [] }) => {
    const hers = diets.filter((one) => mind?.diet.includes(one))
    return hers.length > 0 ? [{ name, diets: hers }] : []
  })

const each = <T>(some: readonly T[]): T[] => [...new Set(some)]
