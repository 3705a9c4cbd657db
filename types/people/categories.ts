import * as z from '../z'

/** Categories of persons in need that every district knows (glossary in the standards). An elder holds a set of them. */
export const categories = [
  'basicCareRecipient',
  'extremePoverty',
  'subsistenceAllowance',
  'nearSubsistence',
  'lowIncome',
  'specialFamilyPlanning',
  'entitledGroup',
  'severeDisability',
  'advancedAge',
  'livingAlone',
  'emptyNest',
  'leftBehind',
] as const
export type StandardCategory = (typeof categories)[number]

/** One of these, or a group that a district has made up and named in its policy: `own-special-hardship`. */
export type Category = StandardCategory | `own-${string}`

const Own = z.string().check(z.regex(/^own-[a-z0-9-]{1,40}$/))

// The pattern says what the template type says; zod's own type of it is any text.
export const Category = z.union([z.enum(categories), Own]) as z.ZodMiniType<Category, Category>

/** Whether every district knows it, so that the phone has a word for it. */
export const isStandard = (category: Category): category is StandardCategory =>
  (categories as readonly string[]).includes(category)
