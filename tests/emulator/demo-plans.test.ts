import { planFaults } from '../../emulator/demo/check-plans'
import { demoPlanning } from '../../emulator/demo/district'
import { anOrder } from '../domain/builders'

const planning = demoPlanning('2026-11-22')
const { plans, menus } = planning
const first = <T>([one, ...others]: readonly T[], own: Partial<T>): T[] => [
  { ...(one as T), ...own }, // there is one
  ...others,
]

describe('planFaults', () => {
  it('finds nothing wrong with the demo, whose kitchen is silent about some dishes on purpose', () => {
    expect([plans.length, menus.length]).toEqual([16, 2])
    expect(planFaults(planning, [])).toEqual([])
  })

  it.each<[string, Partial<typeof planning>, RegExp]>([
    ['a plan that is none', { plans: first(plans, { reserve: 33 }) }, /^plans\/.*more kept/s],
    ['a menu that is none', { menus: first(menus, { week: '2026-11-17' }) }, /^menus\/.*no Monday/s],
    [
      'a dish about which the kitchen is silent by mistake',
      { menus: menus.map((menu) => ({ ...menu, dishes: first(menu.dishes, { allergens: null }) })) },
      /cannot be published: allergens hongshao-yu-0 红烧鱼块\./,
    ],
  ])('finds %s', (_, own, fault) => {
    expect(planFaults({ ...planning, ...own }, []).join('\n')).toMatch(fault)
  })

  it('finds an order that no plan has a place for', () => {
    const order = anOrder({
      stationId: 'pt-fangzhi',
      date: '2026-11-22',
      startsAt: '2026-11-22T03:30:00.000Z',
      mode: 'delivery',
    })
    expect(planFaults(planning, [order])).toEqual([
      `mealOrders/${order.id} has no place in the plan of its table (mode).`,
    ])
  })
})
