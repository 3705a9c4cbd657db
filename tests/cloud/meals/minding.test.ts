import type { MenuClashes } from '../../../types/meals/clashes'
import type { Mind, QueuedOrder, Quote } from '../../../types/meals/orders'
import type { Sitting } from '../../../types/meals/sittings'
import { anOrder, aSitting, LUNCH, TOMORROW } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

const mind: Mind = { diet: ['lowSalt'], allergies: ['花生'] }
const wish = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const stocked = (own: object = {}, order: Parameters<typeof anOrder>[0] = {}) =>
  cloud.restock(
    aNeighbourhood({ elders: [{ ...wang, ...mind, ...own }, chen], mealOrders: [anOrder(order)] }),
  )
const by = async <T>(openid: string, name: `${string}.${string}`, input: object) =>
  accepted<T>(await cloud.as(openid).call(name, input))
const onTheList = async () => {
  const [order] = await by<QueuedOrder[]>('o-clerk', 'meals.queue', { stationId: 'st-one', date: TOMORROW })
  return order?.mind
}

describe('what the kitchen is to mind', () => {
  it('stands on the counter’s list, as she says it now', async () => {
    await stocked()
    expect(await onTheList()).toEqual(mind)
    await by('o-clerk', 'people.correct', {
      elderId: 'e-wang',
      changes: { allergies: ['花生', '虾'] },
      channel: 'counter',
    })
    expect(await onTheList()).toEqual({ ...mind, allergies: ['花生', '虾'] })
  })

  it('is nothing where somebody writes that there is none', async () => {
    await stocked({ diet: [], allergies: [] })
    const changes = { allergies: ['无', '没有'] }
    await by('o-clerk', 'people.correct', { elderId: 'e-wang', changes, channel: 'counter' })
    expect((await cloud.one('elders', 'e-wang'))?.allergies).toEqual([])
    expect(await onTheList()).toBeNull()
  })

  it('is gone with her consent to that use', async () => {
    await stocked()
    expect(await onTheList()).toEqual(mind)
    const agreed = { purpose: 'health', version: 'health-2026-12' }
    await by('o-wang', 'people.consent', { elderId: 'e-wang', agreed, isGiven: false })
    expect(await onTheList()).toBeNull()
  })

  it.each([
    ['says nothing', { diet: [], allergies: [] }, {}],
    ['eats no more of it', {}, { state: 'served' as const }],
    ['has cancelled', {}, { state: 'cancelled' as const }],
  ])('is not there where she %s', async (_case, own, order) => {
    await stocked(own, order)
    expect(await onTheList()).toBeNull()
  })

  it('is not there once the day of the meal is over, whatever nobody wrote down of it', async () => {
    const date = '2026-11-20'
    await stocked({}, { date })
    const asked = { stationId: 'st-one', date }
    expect(await by<QueuedOrder[]>('o-clerk', 'meals.queue', asked)).toMatchObject([{ mind: null }])
  })

  it('is shown before booking to her, to whoever may see her health and to her own station, to nobody else', async () => {
    await stocked()
    const shown = async (openid: string, elderId = 'e-wang') =>
      (await by<Quote>(openid, 'meals.quote', { ...wish, elderId })).mind
    expect(await shown('o-wang')).toEqual(mind)
    expect(await shown('o-daughter')).toBeNull()
    expect(await shown('o-clerk')).toEqual(mind) // her own station cooks by it
    await cloud.restock(aNeighbourhood({ elders: [wang, { ...chen, ...mind }] }))
    expect(await shown('o-guardian', 'e-chen')).toEqual(mind)
    expect(await shown('o-clerk', 'e-chen')).toBeNull() // of another station
  })
})

describe('what of a set she is allergic to', () => {
  const fish = { dish: '红烧鱼', allergies: ['鱼'], allergens: ['fish'], by: 'kitchen' }
  const allergic = { allergies: ['鱼', '芒果'] }
  const ofFish = { clashes: [fish], unsaid: [], unmatched: ['芒果'] }
  const asked = (elderId = 'e-wang') => ({ stationId: 'st-one', date: TOMORROW, elderId })
  const withdraw = () => {
    const agreed = { purpose: 'health', version: 'health-2026-12' }
    return by('o-wang', 'people.consent', { elderId: 'e-wang', agreed, isGiven: false })
  }

  it('stands on the menu, at the price and on the counter’s list', async () => {
    await stocked(allergic)
    expect(await by('o-wang', 'meals.clashes', asked())).toEqual([
      { sittingId: LUNCH, setId: 'fish', ...ofFish },
      { sittingId: LUNCH, setId: 'greens', clashes: [], unsaid: ['素什锦'], unmatched: ['芒果'] },
    ])
    expect((await by<Quote>('o-wang', 'meals.quote', wish)).clashes).toEqual(ofFish)
    const [order] = await by<QueuedOrder[]>('o-clerk', 'meals.queue', { stationId: 'st-one', date: TOMORROW })
    expect(order?.clashes).toEqual(ofFish)
  })

  it('is gone everywhere with her consent to that use, and was never written down', async () => {
    await stocked(allergic)
    await withdraw()
    expect(await by('o-wang', 'meals.clashes', asked())).toEqual([])
    expect((await by<Quote>('o-wang', 'meals.quote', wish)).clashes).toBeNull()
    const [order] = await by<QueuedOrder[]>('o-clerk', 'meals.queue', { stationId: 'st-one', date: TOMORROW })
    expect(order?.clashes).toBeNull()
    expect(JSON.stringify(await cloud.stored('mealOrders'))).not.toContain('clashes')
  })

  it('stands on the menu of her own station’s counter before anything is picked, and on no other one’s', async () => {
    await stocked(allergic)
    expect(await by<MenuClashes[]>('o-clerk', 'meals.clashes', asked())).toMatchObject([
      { setId: 'fish', ...ofFish },
      { setId: 'greens' },
    ])
    await cloud.restock(aNeighbourhood({ elders: [wang, { ...chen, ...allergic }] }))
    expect(await by<MenuClashes[]>('o-clerk', 'meals.clashes', asked('e-chen'))).toEqual([]) // of another station
  })

  it('is told to nobody who may order and not see her health', async () => {
    await stocked(allergic)
    expect(await by<MenuClashes[]>('o-daughter', 'meals.clashes', asked())).toEqual([])
    expect((await by<Quote>('o-daughter', 'meals.quote', wish)).clashes).toBeNull()
    expect((await by<Quote>('o-clerk', 'meals.quote', wish)).clashes?.clashes).toHaveLength(1) // her own station books for her
    expect(codeOf(await cloud.as('o-other-clerk').call('meals.clashes', asked()))).toBe('FORBIDDEN')
  })

  it('is told to her guardian', async () => {
    await cloud.restock(aNeighbourhood({ elders: [wang, { ...chen, ...allergic }] }))
    const [first] = await by<MenuClashes[]>('o-guardian', 'meals.clashes', asked('e-chen'))
    expect(first).toMatchObject(ofFish)
  })

  it('is told to nobody, nor is her door, while she uses the service no more', async () => {
    await stocked({ ...allergic, state: 'pending' }, { state: 'cancelled' })
    expect(await by('o-wang', 'meals.clashes', asked())).toEqual([])
    for (const openid of ['o-wang', 'o-daughter', 'o-clerk']) {
      const quote = await by<Quote>(openid, 'meals.quote', { ...wish, mode: 'delivery' })
      expect(quote).toMatchObject({ deliverTo: null, mind: null, clashes: null })
    }
  })

  it('is not asked of days that cannot be booked', async () => {
    await stocked(allergic)
    const on = async (date: string) =>
      codeOf(await cloud.as('o-wang').call('meals.clashes', { ...asked(), date }))
    expect(await on('2026-11-20')).toBe('DATE_PAST')
    expect(await on('2026-12-31')).toBe('DATE_TOO_FAR')
  })
})

describe('what of a set she does not eat', () => {
  const pork = { name: '猪肉炖粉条', allergens: [], diets: ['soft' as const, 'halal' as const] }
  const tofu = { name: '烧狮子头', allergens: null, diets: ['vegetarian' as const, 'halal' as const] }
  const [fish, greens] = aSitting().sets
  const sets = [
    { ...fish, id: 'fish', dishes: [pork, { name: '时蔬', allergens: null }] },
    { ...greens, id: 'greens', dishes: [tofu] },
  ] as ReturnType<typeof aSitting>['sets']
  const clash = {
    ...{ dish: '猪肉炖粉条', allergies: [], allergens: [], by: 'name' },
    ...{ diets: ['vegetarian', 'halal'], foods: ['meat', 'pork'] },
  }
  const found = { clashes: [clash], unsaid: ['时蔬'], unmatched: [] }
  const asked = { stationId: 'st-one', date: TOMORROW, elderId: 'e-wang' }
  const queued = async () =>
    (await by<QueuedOrder[]>('o-clerk', 'meals.queue', { stationId: 'st-one', date: TOMORROW }))[0]
  const serve = (diet: Mind['diet']) =>
    cloud.restock(
      aNeighbourhood({
        elders: [{ ...wang, diet, allergies: [] }, chen],
        mealOrders: [anOrder()],
        sittings: [aSitting({ sets })],
      }),
    )

  it('stands on the menu, at the price and on the counter’s list, and travels with what the kitchen makes', async () => {
    await serve(['vegetarian', 'halal', 'soft'])
    expect(await by('o-wang', 'meals.clashes', asked)).toEqual([
      { sittingId: LUNCH, setId: 'fish', ...found },
      { sittingId: LUNCH, setId: 'greens', clashes: [], unsaid: [], unmatched: [] },
    ])
    expect((await by<Quote>('o-wang', 'meals.quote', wish)).clashes).toEqual(found)
    expect((await by<Quote>('o-clerk', 'meals.quote', wish)).clashes).toEqual(found)
    expect(await queued()).toMatchObject({
      clashes: found,
      made: [{ name: '猪肉炖粉条', diets: ['soft', 'halal'] }],
    })
    const [lunch] = await by<Sitting[]>('o-wang', 'meals.sittings', { stationId: 'st-one', date: TOMORROW })
    expect(lunch?.sets.map((set) => set.dishes[0]?.diets)).toEqual([
      ['soft', 'halal'],
      ['vegetarian', 'halal'],
    ])
  })

  it('is told to nobody who may order and not see her health', async () => {
    await serve(['vegetarian'])
    expect(await by('o-daughter', 'meals.clashes', asked)).toEqual([])
    expect((await by<Quote>('o-daughter', 'meals.quote', wish)).clashes).toBeNull()
  })

  it('is nothing where she only needs it made in another way, which the counter reads', async () => {
    await serve(['soft', 'lowSugar'])
    expect(await by('o-wang', 'meals.clashes', asked)).toEqual([])
    expect(await queued()).toMatchObject({ clashes: null, made: [{ name: '猪肉炖粉条', diets: ['soft'] }] })
    await serve(['lowSugar'])
    expect(await queued()).not.toHaveProperty('made')
  })
})
