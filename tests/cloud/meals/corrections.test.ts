import type { Allergen } from '../../../types/meals/allergens'
import type { Misfits } from '../../../types/meals/misfits'
import type { OwnOrder } from '../../../types/meals/orders'
import { anElder, anOrder, aSitting, LUNCH, NOW, TODAY, TOMORROW } from '../../domain/builders'
import { aMenu } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aKitchensDay, day, steamed, WEEK, week } from '../a-kitchen'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
  jest.spyOn(console, 'log').mockImplementation(() => {})
})
afterAll(() => cloud.close())

const ORDER = `${LUNCH}_e-wang`
const MENU = `k-one_${WEEK}_lunch`
const rice = { id: 'rice', name: '米饭', diets: [], limit: null }
/** Of both sets the rice; of the fish alone the greens. */
const correct = async (allergens: Allergen[], { rev = 1, dish = rice } = {}) => {
  const written = { ...week, rev, dishes: [{ ...dish, allergens }] }
  return accepted(await cloud.as('o-kitchen').call('meals.saveMenu', written))
}
const order = (id = ORDER) => cloud.one('mealOrders', id)
const said = () =>
  cloud.emulator.gateway.outbox
    .messages()
    .map(({ touser, data }) => [touser, ...Object.values(data).map(({ value }) => value)].join(' '))
const tickAt = (instant: string) => {
  cloud.emulator.clock.set(new Date(instant))
  return cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
}

describe('what is in a dish that is ordered', () => {
  const restock = (own: Stock = {}) => cloud.restock(aNeighbourhood({ ...aKitchensDay(), ...own }))
  beforeEach(() => restock())

  it('is put right at once, and told to whoever ordered it, by message and on the order', async () => {
    const before = await order()
    await correct(['peanuts'])
    expect(await order()).toEqual({
      ...before,
      dishesTold: 2,
      kitchenChange: {
        ...{ rev: 2, setId: 'fish-set', at: expect.any(String), from: '红烧鱼套餐', reason: null },
        ...{ was: ['红烧鱼', '青菜', '米饭'], dishes: ['红烧鱼', '青菜', '米饭'] },
        contents: [{ dish: '米饭', more: ['peanuts'], less: [] }],
      },
    })
    expect(said()).toEqual([
      expect.stringMatching(/^o-daughter .*米饭里有花生 .*厨房改正了/),
      expect.stringMatching(/^o-wang .*米饭里有花生 .*厨房改正了/),
    ])
    const [mine] = accepted<OwnOrder[]>(await cloud.as('o-daughter').call('meals.mine'))
    expect(mine?.kitchenChange?.contents).toEqual([{ dish: '米饭', more: ['peanuts'], less: [] }])
  })

  it('is taken out as well, and is no change any more once it is as it was ordered', async () => {
    const before = await order()
    await correct(['peanuts'])
    await correct([], { rev: 2 })
    expect(await order()).toEqual({ ...before, dishesTold: 3 })
    expect(said().slice(2)).toEqual([
      expect.stringMatching(/^o-daughter .*米饭里没有花生了 .*厨房改正了/),
      expect.stringMatching(/^o-wang .*米饭里没有花生了 /),
    ])
  })

  it('is the same in another order', async () => {
    await correct(['peanuts', 'milk'])
    const sent = said().length
    await correct(['milk', 'peanuts'], { rev: 2 })
    expect(said()).toHaveLength(sent)
  })

  it('is told where nothing was said before', async () => {
    const [one] = aKitchensDay().mealOrders ?? []
    const dishes = one?.ordered?.dishes.map((dish) =>
      dish.name === '米饭' ? { ...dish, allergens: null } : dish,
    )
    if (!one?.ordered || !dishes) throw new Error('there is no order')
    await restock({ mealOrders: [{ ...one, ordered: { ...one.ordered, dishes } }] })
    await correct(['peanuts'])
    expect((await order())?.kitchenChange?.contents).toEqual([{ dish: '米饭', more: ['peanuts'], less: [] }])
  })

  it('leaves said why other dishes are made of it', async () => {
    accepted(
      await cloud.as('o-kitchen').call('meals.changeOrderedSet', {
        ...{ ...day, rev: 1, setId: 'fish-set', becomes: steamed, count: 1, reason: '鱼没到' },
      }),
    )
    await correct(['peanuts'], { rev: 2 })
    expect((await order())?.kitchenChange).toMatchObject({
      ...{ rev: 3, reason: '鱼没到', dishes: ['红烧鱼', '米饭'] },
      contents: [{ dish: '米饭', more: ['peanuts'] }],
    })
    expect(said().at(-1)).toContain('米饭里有花生，换成了红烧鱼、米饭')
  })

  it('is told today, too, while the meal is not written down as eaten', async () => {
    const { sittings = [], mealOrders = [] } = aKitchensDay()
    const todays = (elderId: string, state: 'confirmed' | 'served') => ({
      ...{ ...anOrder(mealOrders[0]), date: TODAY, sittingId: `st-one_${TODAY}_lunch`, state },
      ...{ elderId, id: `st-one_${TODAY}_lunch_${elderId}` },
    })
    const sets = sittings[0]?.sets ?? []
    await restock({
      sittings: [aSitting({ id: `st-one_${TODAY}_lunch`, date: TODAY, kitchenId: 'k-one', sets })],
      mealOrders: [todays('e-wang', 'confirmed'), todays('e-chen', 'served')],
    })
    cloud.emulator.clock.set(new Date(`${TODAY}T03:40:00.000Z`)) // ten minutes after it has begun
    await correct(['peanuts'])
    expect(await order(`st-one_${TODAY}_lunch_e-wang`)).toHaveProperty('kitchenChange.contents')
    expect(await order(`st-one_${TODAY}_lunch_e-chen`)).not.toHaveProperty('kitchenChange')
  })

  it('is held against her allergies', async () => {
    const misfits = async () =>
      accepted<Misfits>(await cloud.as('o-manager').call('meals.misfits', { stationId: 'st-one' })).misfits
    await restock({ elders: [anElder({ ...wang, allergies: ['花生'] }), chen] })
    expect(await misfits()).toEqual([])
    await correct(['peanuts'])
    expect(await misfits()).toMatchObject([{ orderId: ORDER, why: 'clash', isUrgent: true }])
  })
})

/**
 * The cook puts right what is in the rice while the daughter's call is at one of its steps, with what she was shown before. Nobody but the
 * clock can tell those whose order is written after the kitchen's call has looked for orders.
 */
describe('a meal that is booked in the moment of a kitchen’s change', () => {
  const plenty = aMenu(WEEK, { dishes: aMenu(WEEK).dishes.map((dish) => ({ ...dish, limit: null })) })
  const { mealOrders, ...unordered } = aKitchensDay('k-one', plenty)
  const sees = mealOrders?.[0]?.ordered
  const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish-set', sees }
  const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000).toISOString()
  const told = () => said().filter((one) => one.includes('米饭里有花生')).length

  /** Holds the daughter's request with this number, from 0 on, until the cook is done. @returns null where she sends none so late */
  async function racedAt(step: number): Promise<string | null> {
    await cloud.restock(aNeighbourhood({ ...unordered, mealOrders: [] }))
    const { gateway, runnerParts } = cloud.emulator
    let sent = 0
    let isHeld = false
    let go: () => void = () => undefined
    const cooked = new Promise<void>((done) => {
      go = done
    })
    gateway.setGate(async ({ token = '' }) => {
      if (runnerParts.invocations.callerOf(token)?.openid !== 'o-daughter' || sent++ !== step) return
      isHeld = true
      await correct(['peanuts'])
      go()
    })
    const reply = codeOf(await cloud.as('o-daughter').call('meals.book', meal))
    gateway.setGate(undefined)
    if (!isHeld) return null
    await cooked
    return reply
  }

  /** @param meanwhile done once both calls have ended @returns at how many steps the order was written and she was not told by then, and at how many never */
  async function atEachStep(meanwhile: () => Promise<unknown>): Promise<{ late: number; lost: number }> {
    let late = 0
    let lost = 0
    for (let step = 0; ; step++) {
      const code = await racedAt(step)
      if (code === null) return { late, lost }
      if (code === 'DISHES_CHANGED') continue // she has read it
      expect([step, code]).toEqual([step, 'accepted'])
      if (told() === 0) late++
      await meanwhile()
      await tickAt(at(60))
      await tickAt(at(300))
      const contents = (await order())?.kitchenChange?.contents ?? []
      if (contents.length === 0 || told() !== 2) lost++
      expect(await cloud.one('menus', MENU)).toMatchObject({ untold: [] })
    }
  }

  it('is told once, at whichever step it was', async () => {
    const { late, lost } = await atEachStep(async () => {
      expect(await cloud.one('menus', MENU)).toMatchObject({ untold: [{ rev: 2 }] })
    })
    expect(late).toBeGreaterThan(0)
    expect(lost).toBe(0)
  })

  it('is told also where she has another set and chooses it in that moment', async () => {
    const days = [{ weekday: 7, sets: ['fish-set', 'greens-set'] }]
    const { mealOrders: had, ...laid } = aKitchensDay('k-one', { ...plenty, days })
    await cloud.restock(
      aNeighbourhood({ ...laid, mealOrders: had?.map((one) => ({ ...one, setId: 'greens-set' })) }),
    )
    let isCooked = false
    cloud.emulator.gateway.setGate(async ({ action, token = '' }) => {
      const { openid } = cloud.emulator.runnerParts.invocations.callerOf(token) ?? {}
      if (isCooked || openid !== 'o-daughter' || action !== 'database.startTransaction') return
      isCooked = true
      await correct(['peanuts'], { dish: { ...rice, id: 'cabbage', name: '青菜' } })
    })
    accepted(await cloud.as('o-daughter').call('meals.changeSet', { orderId: ORDER, setId: 'fish-set' }))
    cloud.emulator.gateway.setGate(undefined)
    await tickAt(at(300))
    expect(isCooked).toBe(true)
    expect((await order())?.kitchenChange?.contents).toEqual([{ dish: '青菜', more: ['peanuts'], less: [] }])
  })

  it('is lost to the twin, whose change is closed once the kitchen’s call has told it', async () => {
    const { lost, late } = await atEachStep(() =>
      cloud.emulator.engine.modify(
        { collection: 'menus' },
        { query: '{}', data: JSON.stringify({ $set: { untold: [] } }), merge: true },
      ),
    )
    expect(lost).toBe(late)
    expect(lost).toBeGreaterThan(0)
  })

  it('stays open while somebody may still be under way with what was read before', async () => {
    await racedAt(0)
    const { until = '' } = (await cloud.one('menus', MENU))?.untold[0] ?? {}
    await tickAt(new Date(Date.parse(until) - 1000).toISOString())
    expect(await cloud.one('menus', MENU)).toMatchObject({ untold: [{ rev: 2 }] })
    await tickAt(until)
    expect(await cloud.one('menus', MENU)).toMatchObject({ untold: [] })
  })
})

describe('a set that is ordered of which the dishes become others', () => {
  it('is still changed on purpose alone', async () => {
    await cloud.restock(aNeighbourhood(aKitchensDay()))
    const renamed = {
      ...week,
      ...{ rev: 1, dishes: [{ id: 'rice', name: '面条', allergens: [], diets: [], limit: null }] },
    }
    const reply = await cloud.as('o-kitchen').call('meals.saveMenu', renamed)
    expect(reply).toMatchObject({ code: 'SET_ORDERED', detail: { dates: [TOMORROW] } })
  })
})
