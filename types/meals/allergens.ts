/**
 * The groups of food that make people ill most often, as GB 7718—2011, 4.4.3.1, names them for the labels of prepackaged food. It binds
 * no canteen; its groups are taken because whoever cooks reads them on every package.
 */
export const allergens = [
  /** Cereals with gluten, and what is made of them. */
  'gluten',
  'crustaceans',
  'fish',
  'eggs',
  'peanuts',
  'soybeans',
  /** With lactose. */
  'milk',
  'nuts',
] as const

export type Allergen = (typeof allergens)[number]
