/** What somebody eats, or how it is made for them. */
export const diets = ['soft', 'lowSalt', 'lowSugar', 'lowFat', 'vegetarian', 'halal', 'noSpice'] as const

export type Diet = (typeof diets)[number]
