import type { MenuRecord, PlanRecord } from '../../../../cloudfunctions/_domain/meals/planning/records'
import { menuId, planId } from '../../../../types/ids'
import { DISTRICT } from '../../builders'

/** Lunch on workdays at half past eleven: twelve seats at two tables, eight portions. */
export function aPlan(own: Partial<PlanRecord> = {}): PlanRecord {
  const plan: Omit<PlanRecord, 'id'> = {
    district: DISTRICT,
    stationId: 'st-one',
    slot: 'lunch',
    from: '2026-01-01',
    weekdays: [1, 2, 3, 4, 5],
    onHolidays: false,
    startsAt: '11:30',
    tables: [
      { id: 'a', name: '门口的桌子', seats: 8, wheelchairs: 1 },
      { id: 'b', name: '窗边的桌子', seats: 4, wheelchairs: 0 },
    ],
    portions: 8,
    modes: ['dineIn', 'takeAway', 'delivery'],
    bookUntil: { daysBefore: 0, time: '09:00' },
    cancelUntil: { daysBefore: 0, time: '10:00' },
    reserve: 0,
    ...{ confirmsItself: false, rev: 1, isAligned: true },
    ...own,
  }
  return { id: planId(plan.stationId, plan.from, plan.slot), ...plan }
}

/** Fish on every day of a week, and greens on Fridays, too. */
export function aMenu(week: string, own: Partial<MenuRecord> = {}): MenuRecord {
  const menu: Omit<MenuRecord, 'id'> = {
    district: DISTRICT,
    kitchenId: 'k-one',
    week,
    slot: 'lunch',
    dishes: [
      { id: 'fish', name: '红烧鱼', allergens: ['fish', 'soybeans'], diets: ['soft'], limit: 30 },
      { id: 'cabbage', name: '青菜', allergens: [], diets: ['lowSalt', 'halal'], limit: null },
      { id: 'rice', name: '米饭', allergens: [], diets: [], limit: null },
      { id: 'gluten', name: '素什锦', allergens: ['gluten'], diets: ['vegetarian'], limit: null },
    ],
    sets: [
      {
        id: 'fish-set',
        name: '红烧鱼套餐',
        main: 'fish',
        sides: ['cabbage', 'rice'],
        tags: ['软'],
        price: 1800,
        picture: 'fish',
      },
      {
        id: 'greens-set',
        name: '素什锦套餐',
        main: 'gluten',
        sides: ['rice'],
        tags: [],
        price: 1200,
        picture: 'greens',
      },
    ],
    days: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      sets: weekday === 5 ? ['greens-set', 'fish-set'] : ['fish-set'],
    })),
    ...{ state: 'published', rev: 1, isAligned: true },
    ...own,
  }
  return { id: menuId(menu.kitchenId, week, menu.slot), ...menu }
}
