import type { Diet, HeldDiet } from '#types/people/diets'

export const dietWord: Record<Diet, string> = {
  soft: '软烂',
  lowSalt: '少盐',
  lowSugar: '少糖',
  lowFat: '少油',
  vegetarian: '素食',
  halal: '清真',
  noSpice: '不辣',
}

/** Of a person: 王奶奶吃素. */
export const eatsWord: Record<HeldDiet, string> = { vegetarian: '吃素', halal: '吃清真' }
