import type { Food } from '#types/meals/foods'

export const foodWord: Record<Food, string> = {
  meat: '肉',
  pork: '猪肉',
  likelyPork: '猪肉',
  fish: '鱼',
  shrimp: '虾蟹',
  seafood: '水产',
  blood: '血',
  alcohol: '酒',
}
