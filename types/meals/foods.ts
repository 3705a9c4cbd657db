/** What the name of a dish can say is in it, as far as somebody's diet may be against it. */
export const foods = [
  /** Of whatever animal on land, pork too. */
  'meat',
  /** The name names the pig. */
  'pork',
  /** The name says nothing of the animal, and is that of a dish that is made of pork nearly everywhere: 红烧肉. */
  'likelyPork',
  'fish',
  'shrimp',
  /** Whatever else lives in water, and what is made of it. */
  'seafood',
  'blood',
  'alcohol',
] as const

export type Food = (typeof foods)[number]
