import { madeOf } from '../../cloudfunctions/_domain/meals/as-shown'
import { setsOn } from '../../cloudfunctions/_domain/meals/planning/menus'
import type { DishPhotoRecord, MenuRecord } from '../../cloudfunctions/_domain/meals/planning/records'
import { personOf } from '../../cloudfunctions/_shell/secrets'
import { anOrder, aSitting, aStation, DISTRICT, LUNCH, NOW, TOMORROW } from '../domain/builders'
import { aMenu, aPlan } from '../domain/meals/planning/a-plan'
import type { Stock } from './a-cloud'

/** The weeks of today and tomorrow, and the one after. */
export const WEEK = '2026-11-16'
export const NEXT_WEEK = '2026-11-23'

export const week = { kitchenId: 'k-one', week: WEEK, slot: 'lunch' as const }
export const nextWeek = { ...week, week: NEXT_WEEK }
export const day = { kitchenId: 'k-one', date: TOMORROW, slot: 'lunch' as const }

/** The same as `aMenu`, which nobody has published. */
export const aDraft = (own: Partial<MenuRecord> = {}) => aMenu(NEXT_WEEK, { state: 'draft', ...own })

/** Fish of another kind, as a set is written down that people have ordered. */
export const steamed = {
  name: '清蒸鱼套餐',
  main: 'fish',
  sides: ['rice'],
  tags: ['软'],
  price: 2000,
  picture: 'fish',
}

/** Two tables that a kitchen feeds on every day of the week, with twenty seats and ten portions each. */
export const aKitchensTables = (kitchenId: string): Pick<Stock, 'stations' | 'plans'> => ({
  stations: [
    aStation({ kitchenId }),
    aStation({ id: 'st-two', name: '二号驿站', townId: 't-west', kitchenId }),
  ],
  plans: ['st-one', 'st-two'].map((stationId) =>
    aPlan({
      ...{ stationId, weekdays: [1, 2, 3, 4, 5, 6, 7], portions: 10 },
      tables: [{ id: 'a', name: '窗边的桌子', seats: 20, wheelchairs: 0 }],
    }),
  ),
})

/** Tomorrow's lunch of a kitchen as its menu says it, with the tables that it feeds, and what one elder has ordered of it. */
export function aKitchensDay(kitchenId = 'k-one', menu = aMenu(WEEK, { kitchenId })): Stock {
  const sets = setsOn(menu, TOMORROW)
  return {
    ...aKitchensTables(kitchenId),
    menus: [menu],
    sittings: [aSitting({ kitchenId, sets, seatsLeft: 19 })],
    mealOrders: [
      anOrder({
        ...{ id: `${LUNCH}_e-wang`, setId: 'fish-set', setName: '红烧鱼套餐', state: 'confirmed' },
        ordered: sets.map(madeOf)[0],
      }),
    ],
  }
}

/** Where the cloud told a phone to put a photo of a dish, and what the storage calls it then. */
export function aDishPhoto(kitchenId = 'k-one', name = 'photo-001'): { path: string; fileId: string } {
  const path = `kitchens/${kitchenId}/${name}.jpg`
  return { path, fileId: `cloud://local-1.6c6f-local-1-1250000000/${path}` }
}

/** A place that was given out to a cook for one photo. */
export const aDishPlace = (own: Partial<DishPhotoRecord> = {}): DishPhotoRecord => ({
  id: 'photo-001',
  district: DISTRICT,
  kitchenId: 'k-one',
  path: aDishPhoto().path,
  person: personOf('o-kitchen'),
  at: NOW.toISOString(),
  lookAt: '2026-11-24T16:00:00.000Z',
  ...own,
})
