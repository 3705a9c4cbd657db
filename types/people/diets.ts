/** What somebody eats, or how it is made for them. */
export const diets = ['soft', 'lowSalt', 'lowSugar', 'lowFat', 'vegetarian', 'halal', 'noSpice'] as const

/** Those that a dish can be against; the others are a way of making it, which the kitchen is to mind. */
export const heldDiets = ['vegetarian', 'halal'] as const satisfies readonly (typeof diets)[number][]

export type Diet = (typeof diets)[number]
export type HeldDiet = (typeof heldDiets)[number]
