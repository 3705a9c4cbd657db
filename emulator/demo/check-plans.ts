import { menuId, planId } from '#types/ids'
import { missingToPublish } from '../../cloudfunctions/_domain/meals/planning/menus'
import { whyNot } from '../../cloudfunctions/_domain/meals/planning/shrinking'
import calendar from '../../cloudfunctions/_policies/calendar.json'
import { sentences } from './check-accounts'
import type { Records } from './records'

type Planned = Pick<Records, 'stations' | 'kitchens' | 'plans' | 'menus' | 'mealOrders'>

/**
 * What is wrong with what stations and kitchens plan, which of the orders they have no place for, and which kitchen that feeds somebody has
 * published nothing.
 */
export function planFaults(records: Planned): string[] {
  const { stations, kitchens, plans, menus } = records
  return [
    ...plans.flatMap(({ id, stationId, from, slot }) =>
      sentences(`plans/${id}`, [
        [id !== planId(stationId, from, slot), 'is not named after station, date and slot'],
        [
          stations.find((one) => one.id === stationId)?.kitchenId === null,
          'is of a station without a kitchen',
        ],
      ]),
    ),
    ...menus.flatMap(menuFaults),
    ...kitchens.flatMap(({ id, stationId }) =>
      sentences(`kitchens/${id}`, [
        [
          stationId !== null && !isOwnOf(stationId, id, stations),
          'does not cook for the station whose own it is',
        ],
        [isAwaited(id, records) && !menus.some(({ kitchenId }) => kitchenId === id), 'has no menu'],
      ]),
    ),
    ...stations.flatMap((station) => misfits(station, records)),
  ]
}

const menuFaults = (menu: Records['menus'][number]): string[] => [
  ...sentences(`menus/${menu.id}`, [
    [menu.id !== menuId(menu.kitchenId, menu.week, menu.slot), 'is not named after kitchen, week and slot'],
  ]),
  ...missingToPublish(menu).map(
    (missing) => `menus/${menu.id} cannot be published: ${Object.values(missing).join(' ')}.`,
  ),
]

const isOwnOf = (stationId: string, kitchenId: string, stations: Records['stations']): boolean =>
  stations.some((station) => station.id === stationId && station.kitchenId === kitchenId)

const isAwaited = (kitchenId: string, { stations, plans }: Planned): boolean =>
  plans.some(({ stationId }) => isOwnOf(stationId, kitchenId, stations))

function misfits(station: Records['stations'][number], { plans, menus, mealOrders }: Planned): string[] {
  const orders = mealOrders.filter(({ stationId }) => stationId === station.id)
  return [...whyNot({ station, plans, menus, calendar }, orders)].flatMap(([orderId, why]) =>
    sentences(`mealOrders/${orderId}`, [[true, `has no place in the plan of its table (${why})`]]),
  )
}
