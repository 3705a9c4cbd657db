import type { MealOrder } from '../../../types/meals/orders'
import type { Sitting } from '../../../types/meals/sittings'
import { LUNCH, TOMORROW } from '../../domain/builders'
import { aMenu } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aKitchensDay, day, steamed, WEEK, week } from '../a-kitchen'
import { aNeighbourhood } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const ORDER = `${LUNCH}_e-wang`
const menu = aMenu(WEEK, {
  dishes: aMenu(WEEK).dishes.map((dish) => ({ ...dish, limit: null })),
  days: [{ weekday: 7, sets: ['fish-set', 'greens-set'] }],
})
const [fish, , , gluten] = menu.dishes
const sweet = { ...fish, name: '糖醋鱼' }
const oats = { ...gluten, allergens: ['gluten', 'nuts'] }
const choice = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish-set' }

const ask = (openid: string, name: string, input: object) => cloud.as(openid).call(`meals.${name}`, input)
const cook = async (change: object) =>
  accepted(await ask('o-kitchen', 'saveMenu', { ...week, rev: 1, ...change }))
/** A set as it is read by whoever is about to choose it. */
const shown = async (setId = 'fish-set') => {
  const [lunch] = accepted<Sitting[]>(
    await cloud.as(null).call('meals.sittings', { stationId: 'st-one', date: TOMORROW }),
  )
  const set = lunch?.sets.find(({ id }) => id === setId)
  return set && { name: set.name, tags: set.tags, dishes: set.dishes }
}

describe('a set that the kitchen makes of other dishes after it was shown', () => {
  const { mealOrders, ...unordered } = aKitchensDay('k-one', menu)
  const held = async () => [
    await cloud.stored('mealOrders'),
    (await cloud.one('sittings', LUNCH))?.claims,
    (await cloud.one('sittings', LUNCH))?.left,
  ]

  it.each([
    ['book', 'o-daughter', choice],
    ['bookFor', 'o-clerk', { ...choice, channel: 'phone' }],
  ])('is not booked by meals.%s as it was, and is as it is', async (name, openid, wish) => {
    await cloud.restock(aNeighbourhood({ ...unordered, mealOrders: [] }))
    const sees = await shown()
    await cook({ dishes: [sweet] })
    const before = await held()
    expect(await ask(openid, name, { ...wish, sees })).toMatchObject({
      ...{ code: 'DISHES_CHANGED', detail: { setName: '红烧鱼套餐', dishes: ['糖醋鱼', '青菜', '米饭'] } },
    })
    expect(await held()).toEqual(before)
    accepted(await ask(openid, name, { ...wish, sees: await shown() }))
  })

  it('is not booked where the kitchen makes a dish no more as was shown, and is where it does so now', async () => {
    await cloud.restock(aNeighbourhood({ ...unordered, mealOrders: [] }))
    const sees = await shown()
    expect(sees?.dishes[0]).toMatchObject({ diets: ['soft'] })
    await cook({ dishes: [{ ...fish, diets: [] }] })
    expect(codeOf(await ask('o-daughter', 'book', { ...choice, sees }))).toBe('DISHES_CHANGED')
    const plain = await shown()
    accepted(
      await ask('o-kitchen', 'saveMenu', {
        ...week,
        rev: 2,
        dishes: [{ ...fish, diets: ['soft', 'lowSalt'] }],
      }),
    )
    accepted(await ask('o-daughter', 'book', { ...choice, sees: plain }))
  })

  it.each([
    ['changeSet', 'greens-set', { setId: 'greens-set' }],
    ['switchMode', 'fish-set', { mode: 'takeAway' }],
  ])('is not taken instead by meals.%s as it was', async (name, setId, wish) => {
    await cloud.restock(aNeighbourhood({ ...unordered, mealOrders: [] }))
    accepted(await ask('o-daughter', 'book', choice))
    const sees = await shown(setId)
    if (name === 'changeSet') await cook({ dishes: [oats] })
    else
      accepted(
        await ask('o-kitchen', 'changeOrderedSet', {
          ...{ ...day, rev: 1, setId, becomes: steamed, count: 1, reason: '鱼没到' },
        }),
      )
    const before = await held()
    const change = { orderId: ORDER, ...wish }
    expect(codeOf(await ask('o-daughter', name, { ...change, sees }))).toBe('DISHES_CHANGED')
    expect(await held()).toEqual(before)
    accepted(await ask('o-daughter', name, { ...change, sees: await shown(setId) }))
  })

  it('is not confirmed by a clerk who saw what was ordered', async () => {
    const placed = mealOrders?.map((order) => ({ ...order, state: 'placed' as const }))
    await cloud.restock(aNeighbourhood({ ...unordered, mealOrders: placed }))
    const becomes = { ...steamed, name: '红烧鱼套餐' }
    accepted(
      await ask('o-kitchen', 'changeOrderedSet', {
        ...{ ...day, rev: 1, setId: 'fish-set', becomes, count: 1, reason: '鱼没到' },
      }),
    )
    const [order] = accepted<MealOrder[]>(
      await ask('o-clerk', 'queue', { stationId: 'st-one', date: TOMORROW }),
    )
    const confirm = (kitchenRev: number | null) => {
      const { setId, mode, deliverTo } = { ...order }
      return ask('o-clerk', 'confirm', { orderId: ORDER, seen: { setId, mode, deliverTo, kitchenRev } })
    }
    expect(codeOf(await confirm(null))).toBe('ORDER_CHANGED')
    expect(codeOf(await confirm(order?.kitchenChange?.rev ?? null))).toBe('accepted')
  })

  it('is no news any more to whoever chose it since', async () => {
    await cloud.restock(aNeighbourhood({ ...unordered, mealOrders }))
    const change = (setId: string) => ask('o-daughter', 'changeSet', { orderId: ORDER, setId })
    accepted(
      await ask('o-kitchen', 'changeOrderedSet', {
        ...{ ...day, rev: 1, setId: 'fish-set', becomes: steamed, count: 1, reason: '鱼没到' },
      }),
    )
    expect(await cloud.one('mealOrders', ORDER)).toHaveProperty('kitchenChange')
    accepted(await change('greens-set'))
    accepted(await change('fish-set'))
    const order = await cloud.one('mealOrders', ORDER)
    expect(order).not.toHaveProperty('kitchenChange')
    expect(order).toMatchObject({ setName: '清蒸鱼套餐', ordered: { name: '清蒸鱼套餐' } })
  })
})
