import type { Allergen } from '#types/meals/allergens'

export const allergenWord: Record<Allergen, string> = {
  gluten: '麦面',
  crustaceans: '虾蟹',
  fish: '鱼',
  eggs: '蛋',
  peanuts: '花生',
  soybeans: '大豆',
  milk: '奶',
  nuts: '坚果',
}
