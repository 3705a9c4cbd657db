import type { KitchenWeek } from '#types/meals/menu-actions'
import type { Menu } from '#types/meals/menus'

/** The week in which the tests' Saturday lies; its lunch, published, with one set on Saturday and Sunday. */
export const WEEK = '2026-11-16'
export const SATURDAY = '2026-11-21'

const aMenu = (over: Partial<Menu> = {}): Menu => ({
  kitchenId: 'k-1',
  week: WEEK,
  slot: 'lunch',
  dishes: [
    { id: 'd1', name: '红烧鱼块', allergens: ['fish', 'soybeans'], diets: ['soft'], limit: 30 },
    { id: 'd2', name: '米饭', allergens: [], diets: [], limit: null },
    { id: 'd3', name: '炒青菜', allergens: null, diets: [], limit: null },
  ],
  sets: [
    {
      id: 's1',
      name: '红烧鱼套餐',
      tags: ['软'],
      price: 1800,
      picture: 'hongshao-yu',
      main: 'd1',
      sides: ['d2'],
    },
  ],
  days: [
    { weekday: 6, sets: ['s1'] },
    { weekday: 7, sets: ['s1'] },
  ],
  instead: {},
  off: {},
  state: 'published',
  rev: 3,
  ...over,
})

export const aWeek = (menu: Partial<Menu> | null = {}, over: Partial<KitchenWeek> = {}): KitchenWeek => ({
  kitchenName: '银龄厨房',
  menu: menu && aMenu(menu),
  missing: [],
  missingCount: 0,
  ordered: [],
  unseen: { dishes: {}, sets: {} },
  ...over,
})
