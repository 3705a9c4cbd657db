import type { Diet } from '#types/people/diets'

export const dietWord: Record<Diet, string> = {
  soft: '软烂',
  lowSalt: '少盐',
  lowSugar: '少糖',
  lowFat: '少油',
  vegetarian: '素食',
  halal: '清真',
  noSpice: '不辣',
}
