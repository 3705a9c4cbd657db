import { MenuRecord, PlanRecord } from '../../../../cloudfunctions/_domain/meals/planning/records'
import { aMenu, aPlan } from './a-plan'

const table = (own: object = {}) => ({ id: 'a', name: '窗边', seats: 4, wheelchairs: 0, ...own })

describe('PlanRecord', () => {
  it.each<[string, Parameters<typeof aPlan>[0]]>([
    ['of workdays', {}],
    ['that ends meals', { weekdays: [] }],
    ['of portions alone', { tables: [], modes: ['takeAway'] }],
    ['of as many places as a sitting can have', { tables: [table({ seats: 200 })], portions: 100 }],
    ['that is booked until the meal begins', { bookUntil: { daysBefore: 0, time: '11:30' } }],
    ['that is booked until late the evening before', { bookUntil: { daysBefore: 1, time: '23:59' } }],
    ['that begins on a 29 February', { from: '2028-02-29' }],
  ])('takes a plan %s', (_, own) => {
    expect(PlanRecord.safeParse(aPlan(own)).error?.issues).toBeUndefined()
  })

  it.each<[string, Parameters<typeof aPlan>[0], string]>([
    ['a place too many', { tables: [table({ seats: 200 })], portions: 101 }, 'more places'],
    ['more seats kept than there are', { tables: [table()], reserve: 5 }, 'more kept'],
    ['a table twice', { tables: [table(), table()] }, 'stands twice'],
    ['more wheelchairs than seats', { tables: [table({ wheelchairs: 5 })] }, 'more wheelchairs'],
    ['booking after the meal has begun', { bookUntil: { daysBefore: 0, time: '11:31' } }, 'has begun'],
    ['cancelling after it', { cancelUntil: { daysBefore: 0, time: '12:00' } }, 'has begun'],
    ['a day that does not exist', { from: '2027-02-29' }, 'no such day'],
  ])('refuses %s', (_, own, error) => {
    expect(PlanRecord.safeParse(aPlan(own)).error?.message).toContain(error)
  })

  it.each<[string, object]>([
    ['an eighth weekday', { weekdays: [8] }],
    ['a weekday twice', { weekdays: [1, 1, 2] }],
    ['a way of eating twice', { modes: ['dineIn', 'dineIn'] }],
    ['no way of eating', { modes: [] }],
    ['a field that no plan has', { kitchen: 'k-one' }],
  ])('refuses %s', (_, own) => {
    expect(PlanRecord.safeParse({ ...aPlan(), ...own }).success).toBe(false)
  })
})

describe('MenuRecord', () => {
  const menu = aMenu('2026-11-23')

  it('takes a draft in which nobody has said what is in a dish', () => {
    const dishes = menu.dishes.map((dish) => ({ ...dish, allergens: null }))
    expect(MenuRecord.safeParse({ ...menu, state: 'draft', dishes }).error?.issues).toBeUndefined()
  })

  it.each<[string, object, string]>([
    ['a week that begins on a Tuesday', { week: '2026-11-24' }, 'no Monday'],
    ['a dish twice', { dishes: [...menu.dishes, ...menu.dishes] }, 'stands twice'],
    ['a set twice', { sets: [...menu.sets, ...menu.sets] }, 'stands twice'],
    ['a weekday twice', { days: [...menu.days, ...menu.days.slice(0, 1)] }, ''],
    ['a set twice on a day', { days: [{ weekday: 1, sets: ['fish-set', 'fish-set'] }] }, 'stands twice'],
    ['a dish that is made for nobody known', { dishes: [{ ...menu.dishes[0], diets: ['raw'] }] }, ''],
    ['a limit of none', { dishes: [{ ...menu.dishes[0], limit: 0 }] }, ''],
    ['a price of half a fen', { sets: [{ ...menu.sets[0], price: 0.5 }] }, ''],
    ['its main dish as a side', { sets: [{ ...menu.sets[0], sides: ['fish'] }] }, 'its main dish'],
  ])('refuses %s', (_, own, error) => {
    expect(MenuRecord.safeParse({ ...menu, ...own }).error?.message).toContain(error)
  })
})
