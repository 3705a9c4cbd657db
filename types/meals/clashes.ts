import { heldDiets } from '../people/diets'
import { Id } from '../values'
import * as z from '../z'
import { allergens } from './allergens'
import { foods } from './foods'

/** A dish with something in it that she must not have: against allergies of hers, or in a clash of its own against her diets. */
export const Clash = z.object({
  dish: z.string(),
  /** What of it in her words; none where it is against her diets. */
  allergies: z.array(z.string()),
  /** The groups of them that are in it; none where no more is known than that her very words stand in its name. */
  allergens: z.array(z.enum(allergens)),
  /** Which of her diets it is against; absent: it is against allergies. */
  diets: z.optional(z.array(z.enum(heldDiets))),
  /** What the dish's name says is in it that they are against; absent: nothing. */
  foods: z.optional(z.array(z.enum(foods))),
  /** Who says so: the kitchen, or nothing but the dish's name. */
  by: z.enum(['kitchen', 'name']),
})

/** A set held against what an elder is allergic to, and what she does not eat. That nothing is found is no promise: nobody may read "safe" from it. */
export const SetClashes = z.object({
  clashes: z.array(Clash),
  /** Dishes without a clash of which the kitchen has not said what is in them. */
  unsaid: z.array(z.string()),
  /** What she named that no group of allergens covers, or not all of it: dishes were held against it by their names alone. */
  unmatched: z.array(z.string()),
})

/** The same of a set on a day's menu. */
export const MenuClashes = z.extend(SetClashes, { sittingId: Id, setId: Id })

export type Clash = z.infer<typeof Clash>
export type SetClashes = z.infer<typeof SetClashes>
export type MenuClashes = z.infer<typeof MenuClashes>
