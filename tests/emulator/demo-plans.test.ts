import { planFaults } from '../../emulator/demo/check-plans'
import { demoDistrict } from '../../emulator/demo/district'
import { demoRecords } from '../../emulator/demo/records'
import { functionVariables } from '../../emulator/function-variables'
import { anOrder } from '../domain/builders'

Object.assign(process.env, functionVariables({}))

const planning = demoRecords(demoDistrict(new Date('2026-11-22T12:00:00+08:00')))
const { stations, kitchens, plans, menus } = planning
const first = <T>([one, ...others]: readonly T[], own: Partial<T>): T[] => [
  { ...(one as T), ...own }, // there is one
  ...others,
]

describe('planFaults', () => {
  it('finds nothing wrong with the demo', () => {
    expect([plans.length, menus.length]).toEqual([16, 16])
    expect(planFaults(planning)).toEqual([])
  })

  it.each<[string, Partial<typeof planning>, RegExp]>([
    ['a plan under another name', { plans: first(plans, { from: '2026-01-01' }) }, /not named after station/],
    [
      'a plan of a station for which nobody cooks',
      { stations: stations.map((station) => ({ ...station, kitchenId: null })) },
      /is of a station without a kitchen/,
    ],
    [
      'a menu under another name',
      { menus: first(menus, { week: '2026-12-28' }) },
      /not named after kitchen, week and slot/,
    ],
    [
      'a dish about which the kitchen is silent',
      { menus: menus.map((menu) => ({ ...menu, dishes: first(menu.dishes, { allergens: null }) })) },
      /cannot be published: allergens dish-1 红烧鱼块\./,
    ],
    ['a kitchen that has published nothing', { menus: [] }, /^kitchens\/k-yinling has no menu/],
    [
      'a kitchen of a station for which another one cooks',
      { kitchens: first(kitchens, { stationId: 'st-x' }) },
      /^kitchens\/k-yinling does not cook for the station/,
    ],
    [
      'an order that no plan has a place for',
      {
        mealOrders: [
          anOrder({
            stationId: 'pt-fangzhi',
            date: '2026-11-22',
            startsAt: '2026-11-22T03:30:00.000Z',
            mode: 'delivery',
          }),
        ],
      },
      /has no place in the plan of its table \(mode\)/,
    ],
  ])('finds %s', (_, own, fault) => {
    expect(planFaults({ ...planning, ...own }).join('\n')).toMatch(fault)
  })
})
