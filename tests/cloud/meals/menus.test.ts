import { setsOn } from '../../../cloudfunctions/_domain/meals/planning/menus'
import { addDays } from '../../../types/days'
import { most } from '../../../types/limits'
import type { KitchenWeek } from '../../../types/meals/menu-actions'
import type { MealOrder } from '../../../types/meals/orders'
import type { Sitting } from '../../../types/meals/sittings'
import { aSitting, aStation, LUNCH, TODAY, TOMORROW } from '../../domain/builders'
import { aMenu } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import {
  aDraft,
  aKitchensDay,
  aKitchensTables,
  day,
  NEXT_WEEK,
  nextWeek,
  steamed,
  WEEK,
  week,
} from '../a-kitchen'
import { expectIntegrity } from '../integrity'
import { aNeighbourhood } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const restock = (own: Stock = {}) => cloud.restock(aNeighbourhood(own))
const ask = (name: string, input: object, openid = 'o-kitchen') =>
  cloud.as(openid).call(`meals.${name}`, input)
const by = async <T = KitchenWeek>(name: string, input: object, openid?: string) =>
  accepted<T>(await ask(name, input, openid))
const refused = async (name: string, input: object) => {
  const before = await cloud.emulator.engine.dump()
  const { code, detail } = (await ask(name, input)) as { code?: string; detail?: object }
  expect(await cloud.emulator.engine.dump()).toEqual(before)
  return { code, ...detail }
}
const soup = { id: 'soup', name: '紫菜汤', allergens: null, diets: [], limit: null }
const tomorrows = async () => {
  const [lunch] = accepted<Sitting[]>(
    await cloud.as(null).call('meals.sittings', { stationId: 'st-one', date: TOMORROW }),
  )
  return lunch
}
const stored = (id = `k-one_${NEXT_WEEK}_lunch`) => cloud.one('menus', id)

describe('a week that nobody has begun', () => {
  beforeEach(() => restock())

  it('is empty', async () => {
    expect(await by('menu', nextWeek)).toEqual({
      ...{ kitchenName: '一号厨房', menu: null, missing: [], missingCount: 0, ordered: [] },
      unseen: { dishes: {}, sets: {} },
    })
  })

  it('is written down dish by dish, and published once nothing is missing', async () => {
    const first = await by('saveMenu', { ...nextWeek, rev: 0, dishes: [soup] })
    expect(first).toMatchObject({
      menu: { state: 'draft', rev: 1 },
      missing: [{ what: 'allergens', dishId: 'soup', dish: '紫菜汤' }, { what: 'offer' }],
    })
    const publish = { ...nextWeek, rev: 1 }
    expect(await refused('publishMenu', publish)).toEqual({
      ...{ code: 'MENU_INCOMPLETE', dishes: ['紫菜汤'], sets: [], weekdays: [], offersNothing: true },
    })
    const rest = {
      dishes: [{ ...soup, allergens: [] }],
      sets: [{ ...steamed, id: 'soup-set', name: '汤', main: 'soup', sides: [] }],
      days: [{ weekday: 3, sets: ['soup-set'] }],
    }
    expect(await by('saveMenu', { ...nextWeek, rev: 1, ...rest })).toMatchObject({
      missing: [],
      missingCount: 0,
    })
    expect(await by('publishMenu', { ...nextWeek, rev: 2 })).toMatchObject({
      menu: { ...rest, state: 'published', rev: 3 },
    })
    expect(await stored()).toMatchObject({ isAligned: true })
  })

  it.each([
    ['over', '2026-11-09', 'DATE_PAST'],
    ['too far', '2027-01-18', 'DATE_TOO_FAR'],
  ])('cannot be written when it is %s', async (_, week, code) => {
    expect(await refused('saveMenu', { ...nextWeek, week, rev: 0, dishes: [] })).toMatchObject({ code })
  })

  it('is no kitchen’s that is not there', async () => {
    expect(await refused('menu', { ...nextWeek, kitchenId: 'k-none' })).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('meals.saveMenu', () => {
  it('never writes over what somebody else has changed since', async () => {
    await restock({ menus: [aDraft({ rev: 4 })] })
    await by('saveMenu', { ...nextWeek, rev: 4, dishes: [soup] })
    expect(
      await refused('saveMenu', { ...nextWeek, rev: 4, days: [], dishes: [{ ...soup, name: '蛋花汤' }] }),
    ).toEqual({
      code: 'MENU_CHANGED',
      rev: 5,
    })
  })

  it('answers what is written already as it is, whoever wrote it', async () => {
    await restock({ menus: [aDraft({ rev: 4 })] })
    const wish = { ...nextWeek, rev: 4, dishes: [soup] }
    const first = await by('saveMenu', wish)
    expect(await by('saveMenu', wish)).toEqual(first)
    expect(await stored()).toMatchObject({ rev: 5 })
  })

  it('lets one of two who write at once do so', async () => {
    await restock({ menus: [aDraft()] })
    const names = ['蛋花汤', '萝卜汤']
    const replies = await Promise.all(
      names.map((name) => ask('saveMenu', { ...nextWeek, rev: 1, dishes: [{ ...soup, name }] })),
    )
    expect(replies.map(codeOf).sort()).toEqual(['MENU_CHANGED', 'accepted'])
  })

  it('changes one day and leaves the others', async () => {
    await restock({ menus: [aDraft()] })
    const { menu } = await by('saveMenu', {
      ...nextWeek,
      rev: 1,
      days: [{ weekday: 2, sets: ['greens-set'] }],
    })
    expect(menu?.days.map(({ sets }) => sets.join(' '))).toEqual([
      ...['fish-set', 'greens-set', 'fish-set', 'fish-set', 'greens-set fish-set', 'fish-set', 'fish-set'],
    ])
  })

  it('takes dishes and sets out', async () => {
    await restock({ menus: [aDraft()] })
    const without = { dishes: ['gluten'], sets: ['greens-set'] }
    const { menu, missing } = await by('saveMenu', { ...nextWeek, rev: 1, without })
    expect([menu?.dishes.length, menu?.sets.length]).toEqual([3, 1])
    expect(missing).toEqual([{ what: 'set', weekday: 5, setId: 'greens-set' }])
  })

  it('refuses more dishes than a menu has room for', async () => {
    const dishes = Array.from({ length: most.menuDishes }, (_, nth) => ({ ...soup, id: `d-${nth}` }))
    await restock({ menus: [aDraft({ dishes })] })
    expect(await refused('saveMenu', { ...nextWeek, rev: 1, dishes: [soup] })).toEqual({ code: 'MENU_FULL' })
  })

  const [fish, greens] = aMenu(WEEK).sets
  const abroad = 'cloud://local-1.x/dishes/k-other/1.jpg'
  const ofOthers = 'cloud://elsewhere.x/dishes/k-one/1.jpg'
  it.each([
    ['a day twice', { days: [1, 1].map((weekday) => ({ weekday, sets: ['fish-set'] })) }, 'days'],
    ['a dish twice', { dishes: [soup, { ...soup, name: '汤' }] }, 'dishes'],
    ['a set twice', { sets: [fish, { ...greens, id: 'fish-set' }] }, 'sets'],
    ['a set twice on a day', { days: [{ weekday: 1, sets: ['fish-set', 'fish-set'] }] }, 'days.0.sets'],
    ['its main dish as a side', { sets: [{ ...fish, sides: ['rice', 'fish'] }] }, 'sets.0.sides'],
    ['a price without its dot', { sets: [{ ...fish, price: 180_000 }] }, 'sets.0.price'],
    ['a photo of another kitchen’s', { sets: [{ ...fish, photo: abroad }] }, 'photo'],
    ['such a photo of a dish', { dishes: [{ ...soup, photo: abroad }] }, 'photo'],
    ['a photo of another environment’s', { sets: [{ ...fish, photo: ofOthers }] }, 'photo'],
    ['a photo in place of a drawing', { sets: [{ ...fish, picture: abroad }] }, 'sets.0.picture'],
  ])('writes nothing where the menu would hold %s', async (_, wish, field) => {
    await restock({ menus: [aDraft()] })
    expect(await refused('saveMenu', { ...nextWeek, rev: 1, ...wish })).toEqual({
      ...{ code: 'BAD_INPUT', fields: [field] },
    })
  })

  it('keeps a photo of the kitchen’s own', async () => {
    await restock({ menus: [aDraft()] })
    const photo = 'cloud://local-1.x/dishes/k-one/1.jpg'
    const { menu } = await by('saveMenu', { ...nextWeek, rev: 1, sets: [{ ...fish, photo }] })
    expect(menu?.sets[0]).toEqual({ ...fish, photo })
  })

  it('keeps a published menu whole', async () => {
    await restock(aKitchensDay())
    expect(await refused('saveMenu', { ...week, rev: 1, dishes: [soup] })).toMatchObject({
      ...{ code: 'MENU_INCOMPLETE', dishes: ['紫菜汤'] },
    })
  })

  it('changes of a published menu what nobody has ordered, at the tables that are laid too', async () => {
    await restock({ ...aKitchensDay(), mealOrders: [] })
    const [fish] = aMenu(WEEK).dishes
    await by('saveMenu', { ...week, rev: 1, dishes: [{ ...fish, name: '糖醋鱼' }] })
    expect((await tomorrows())?.sets[0]?.dishes[0]).toEqual({
      name: '糖醋鱼',
      allergens: ['fish', 'soybeans'],
      diets: ['soft'],
    })
    expect(cloud.emulator.gateway.outbox.messages()).toEqual([])
  })

  it.each([
    ['another dish of it', { dishes: [{ ...aMenu(WEEK).dishes[0], name: '糖醋鱼' }] }],
    ['other sides', { sets: [{ ...aMenu(WEEK).sets[0], sides: [] }] }],
    ['its day without it', { days: [{ weekday: 7, sets: ['greens-set'] }] }],
  ])('leaves what is ordered as it is: %s', async (_, wish) => {
    await restock(aKitchensDay())
    expect(await refused('saveMenu', { ...week, rev: 1, ...wish })).toEqual({
      ...{ code: 'SET_ORDERED', setIds: ['fish-set'], dates: [TOMORROW] },
    })
  })

  it('changes the price of what is ordered, and no order', async () => {
    await restock(aKitchensDay())
    const before = await cloud.stored('mealOrders')
    await by('saveMenu', { ...week, rev: 1, sets: [{ ...aMenu(WEEK).sets[0], price: 1900 }] })
    expect((await tomorrows())?.sets[0]?.price).toBe(1900)
    expect(await cloud.stored('mealOrders')).toEqual(before)
  })
})

describe('meals.copyMenu', () => {
  it('writes a week out as the draft of another, without what was so on one day alone', async () => {
    const off = { [TOMORROW]: ['fish-set'] }
    await restock({ menus: [aMenu(WEEK, { off, instead: { [TOMORROW]: { 'fish-set': steamed } } })] })
    const { menu } = await by('copyMenu', { ...nextWeek, from: WEEK, rev: 0 })
    const { dishes, sets, days } = aMenu(WEEK)
    expect(menu).toEqual({ ...nextWeek, dishes, sets, days, off: {}, instead: {}, state: 'draft', rev: 1 })
  })

  it('takes the place of no draft that somebody has changed since, and of no published menu', async () => {
    await restock({ menus: [aMenu(WEEK), aDraft({ rev: 2, days: [] })] })
    const copy = { ...nextWeek, from: WEEK, rev: 1 }
    expect(await refused('copyMenu', copy)).toEqual({ code: 'MENU_CHANGED', rev: 2 })
    await restock({ menus: [aMenu(WEEK), aDraft({ state: 'published', days: [] })] })
    expect(await refused('copyMenu', copy)).toEqual({ code: 'WRONG_STATE', state: 'published' })
    expect(await refused('copyMenu', { ...copy, from: '2026-11-09' })).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('meals.publishMenu', () => {
  it('publishes what the caller has seen, and nothing newer', async () => {
    await restock({ menus: [aDraft({ rev: 2 })] })
    expect(await refused('publishMenu', { ...nextWeek, rev: 1 })).toEqual({ code: 'MENU_CHANGED', rev: 2 })
  })

  it('lets the tables that are laid offer what it says', async () => {
    await restock({
      ...aKitchensTables('k-one'),
      menus: [aMenu(WEEK, { state: 'draft' })],
      sittings: [aSitting()],
    })
    await by('publishMenu', { ...week, rev: 1 })
    expect((await tomorrows())?.sets.map(({ id }) => id)).toEqual(['fish-set'])
  })

  it('lets nothing vanish that somebody has ordered', async () => {
    const { sittings, mealOrders } = aKitchensDay()
    await restock({
      menus: [aMenu(WEEK, { state: 'draft', days: [{ weekday: 7, sets: ['greens-set'] }] })],
      sittings,
      mealOrders,
    })
    expect(await refused('publishMenu', { ...week, rev: 1 })).toMatchObject({
      ...{ code: 'SET_ORDERED', setIds: ['fish-set'] },
    })
  })
})

describe('meals.setSoldOut', () => {
  const sold = { ...day, setId: 'fish-set', isSoldOut: true }
  const two = 'st-two_2026-11-22_lunch'
  const off = async () =>
    (await cloud.stored('sittings')).map((sitting) => Reflect.get(sitting, 'off') as unknown)
  beforeEach(() => {
    const { sittings = [], ...rest } = aKitchensDay()
    return restock({ ...rest, sittings: [...sittings, aSitting({ id: two, stationId: 'st-two' })] })
  })

  it('says so at all tables at once, and takes it back', async () => {
    expect(await by('setSoldOut', sold)).toMatchObject({ menu: { off: { [TOMORROW]: ['fish-set'] } } })
    expect(await off()).toEqual([{ 'fish-set': true }, { 'fish-set': true }])
    expect(await by('setSoldOut', { ...sold, isSoldOut: false })).toMatchObject({ menu: { off: {} } })
    expect(await off()).toEqual([{}, {}])
  })

  it('is eaten in another way by whoever has ordered it, and chosen by nobody else', async () => {
    const orderId = `${LUNCH}_e-wang`
    const { mode } = { ...(await cloud.one('mealOrders', orderId)) }
    const other = mode === 'dineIn' ? 'takeAway' : 'dineIn'
    await by('setSoldOut', sold)
    const changed = await by<MealOrder>('switchMode', { orderId, mode: other }, 'o-daughter')
    expect([changed.mode, changed.setId]).toEqual([other, sold.setId])
    const meal = { sittingId: LUNCH, elderId: 'e-chen', mode: 'dineIn', setId: sold.setId }
    expect(codeOf(await ask('bookFor', { ...meal, channel: 'phone' }, 'o-clerk'))).toBe('SET_NOT_OFFERED')
    expectIntegrity(cloud)
  })

  it('leaves what is ordered', async () => {
    const before = await cloud.stored('mealOrders')
    await by('setSoldOut', sold)
    expect(await cloud.stored('mealOrders')).toEqual(before)
  })

  it.each([
    ['a set of another day', { setId: 'greens-set' }, 'SET_NOT_OFFERED'],
    ['a day that is over', { date: '2026-11-20' }, 'DATE_PAST'],
    ['a week that nobody has published', { date: '2026-11-24' }, 'WRONG_STATE'],
  ])('refuses %s', async (_, own, code) => {
    expect(await refused('setSoldOut', { ...sold, ...own })).toMatchObject({ code })
  })
})

describe('meals.kitchens', () => {
  it('names those of the caller', async () => {
    await restock()
    const many = { id: 'k-one', name: '一号厨房', stationId: null }
    const own = { id: 'k-own', name: '一号驿站厨房', stationId: 'st-one' }
    expect(await by('kitchens', {})).toEqual([many])
    expect(await by('kitchens', {}, 'o-manager')).toEqual([own])
    expect(codeOf(await ask('kitchens', {}, 'o-clerk'))).toBe('FORBIDDEN')
  })
})

describe('a menu as full as one may be', () => {
  const long = (start: string, nth: number) => `${start}${nth}-`.padEnd(20, 'x')
  const picture = 'p'.repeat(80)
  const photo = `cloud://local-1.${'x'.repeat(114)}/dishes/k-one/${'p'.repeat(22)}.jpg`
  const dishes = Array.from({ length: most.menuDishes }, (_, nth) => ({
    ...{ id: long('d', nth), name: '菜'.repeat(40), limit: 10_000, picture, photo },
    allergens: ['gluten', 'crustaceans', 'fish', 'eggs', 'peanuts', 'soybeans', 'milk', 'nuts'] as const,
    diets: ['soft', 'lowSalt', 'lowSugar', 'lowFat', 'vegetarian', 'halal', 'noSpice'] as const,
  }))
  const set = {
    ...{ name: '套'.repeat(40), tags: Array(most.tags).fill('软'.repeat(8)), price: 100_000, picture },
    ...{ main: long('d', most.sides), sides: dishes.slice(0, most.sides).map(({ id }) => id) },
  }
  const sets = Array.from({ length: most.menuSets }, (_, nth) => ({ ...set, photo, id: long('s', nth) }))
  const ids = sets.slice(0, most.setsOfDay).map(({ id }) => id)
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, sets: ids }))
  const dates = days.map((_, nth) => addDays(WEEK, nth))
  const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

  it('is read within what a reply may hold', async () => {
    const menu = aMenu(WEEK, {
      ...{ dishes: dishes as never, sets, days, off: Object.fromEntries(dates.map((date) => [date, ids])) },
      instead: { [TOMORROW]: Object.fromEntries(ids.slice(0, most.otherSets).map((id) => [id, set])) },
    })
    await restock({ menus: [menu], sittings: [aSitting()] })
    const ordered = dates.flatMap((date) => ids.map((setId) => ({ date, setId, count: 300 })))
    expect(bytes({ ...(await by('menu', week)), ordered })).toBeLessThan(100_000)
  })

  it('is written in parts that a request may hold', () => {
    const wish = {
      ...{ ...nextWeek, rev: 1, dishes: dishes.slice(0, most.writtenDishes), days },
      sets: sets.slice(0, most.writtenSets),
    }
    expect(bytes(wish)).toBeLessThan(20_000)
  })
})

describe('who has ordered a set, and what is told them when it is changed', () => {
  const told = () => cloud.emulator.gateway.outbox.messages()
  const change = { ...day, rev: 1, setId: 'fish-set', becomes: steamed, count: 1, reason: '鱼没到' }
  const order = () => cloud.one('mealOrders', `${LUNCH}_e-wang`)
  beforeEach(() => restock(aKitchensDay()))

  it('counts at the tables for the kitchen, and names for the manager whose own kitchen it is', async () => {
    const ordered = { ...day, setId: 'fish-set' }
    const table = { stationId: 'st-one', stationName: '一号驿站', count: 1 }
    expect(await by('whoOrdered', ordered)).toEqual({
      ...{ count: 1, tables: [{ ...table, names: null }], next: null },
    })
    await restock(aKitchensDay('k-own'))
    const own = { ...ordered, kitchenId: 'k-own' }
    expect(await by('whoOrdered', own, 'o-manager')).toMatchObject({
      tables: [{ ...table, names: ['王秀英'] }],
    })
    expect(await by('whoOrdered', own, 'o-own-cook')).toMatchObject({ tables: [{ ...table, names: null }] })
  })

  it('goes on beyond a page of tables, with true counts', async () => {
    const { menus, sittings = [], mealOrders = [] } = aKitchensDay()
    const ids = Array.from({ length: 120 }, (_, nth) => `st-${String(nth).padStart(3, '0')}`)
    const [sitting] = sittings
    const [first] = mealOrders
    if (!sitting || !first) throw new Error('there is no order')
    await restock({
      menus,
      stations: ids.map((id) => aStation({ id, kitchenId: 'k-one' })),
      sittings: ids.map((stationId) => ({ ...sitting, id: `${stationId}_${TOMORROW}_lunch`, stationId })),
      mealOrders: ids.map((stationId) => ({
        ...first,
        ...{
          id: `${stationId}_${TOMORROW}_lunch_e-wang`,
          sittingId: `${stationId}_${TOMORROW}_lunch`,
          stationId,
        },
      })),
    })
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: { count: number; tables: { stationId: string }[]; next: string | null } = await by(
        'whoOrdered',
        {
          ...{ ...day, setId: 'fish-set', ...(after !== '' && { after }) },
        },
      )
      expect(page.count).toBe(120)
      seen.push(...page.tables.map(({ stationId }) => stationId))
      after = page.next
    }
    expect(seen).toEqual(ids)
  })

  it('leaves the order standing at its price, under the new name, and tells why', async () => {
    const before = await order()
    expect(await by('changeOrderedSet', change)).toMatchObject({
      menu: { rev: 2, instead: { [TOMORROW]: { 'fish-set': steamed } } },
      ordered: [{ date: TOMORROW, setId: 'fish-set', count: 1 }],
    })
    expect(await order()).toEqual({
      ...before,
      setName: '清蒸鱼套餐',
      dishesTold: 2,
      kitchenChange: {
        ...{ rev: 2, setId: 'fish-set', at: expect.any(String), from: '红烧鱼套餐', reason: '鱼没到' },
        ...{ was: ['红烧鱼', '青菜', '米饭'], dishes: ['红烧鱼', '米饭'] },
      },
    })
    expect((await tomorrows())?.sets[0]).toMatchObject({
      name: '清蒸鱼套餐',
      dishes: [{ name: '红烧鱼' }, {}],
    })
    expect(told().map(({ touser }) => touser)).toEqual(['o-daughter', 'o-wang'])
    expect(told()[0]?.data).toMatchObject({ thing1: { value: '王秀英' } })
    expect(JSON.stringify(told()[0]?.data)).toContain('换成了红烧鱼、米饭')
    expect(await stored(`k-one_${WEEK}_lunch`)).toMatchObject({ isAligned: true, untold: [{ rev: 2 }] })
    const [mine] = accepted<MealOrder[]>(await cloud.as('o-daughter').call('meals.mine'))
    expect(mine).toMatchObject({
      setName: '清蒸鱼套餐',
      elderPays: before?.elderPays,
      kitchenChange: { reason: '鱼没到' },
    })
  })

  it.each([0, 2, 10_000])('is not done by who was shown that %i have ordered', async (count) => {
    expect(await refused('changeOrderedSet', { ...change, count })).toMatchObject({
      code: 'SET_ORDERED',
      count: 1,
    })
  })

  it('is not done once one of the tables has begun to serve it', async () => {
    const sets = setsOn(aMenu(WEEK), TODAY)
    const served = (startsAt: string) =>
      aSitting({ id: `st-one_${TODAY}_lunch`, date: TODAY, kitchenId: 'k-one', sets, startsAt })
    const morning = '2026-11-20T23:59:00.000Z' // a minute ago
    const todays = { ...change, date: TODAY, count: 0 }
    await restock({ menus: [aMenu(WEEK)], sittings: [served(morning)] })
    expect(await refused('changeOrderedSet', todays)).toEqual({ code: 'MEAL_BEGUN', startsAt: morning })
    await restock({
      ...aKitchensTables('k-one'),
      menus: [aMenu(WEEK)],
      sittings: [served(`${TODAY}T03:30:00.000Z`)],
    })
    await by('changeOrderedSet', todays)
  })

  it.each([
    ['a dish that is not written down', { becomes: { ...steamed, main: 'eel' } }, 'MENU_INCOMPLETE'],
    ['a menu that was changed since', { rev: 0 }, 'MENU_CHANGED'],
    ['a set of another day', { setId: 'greens-set' }, 'SET_NOT_OFFERED'],
    ['a week that nobody has published', { date: '2026-11-24' }, 'WRONG_STATE'],
    ['a day that is over', { date: '2026-11-20' }, 'DATE_PAST'],
  ])('refuses %s', async (_, own, code) => {
    expect(await refused('changeOrderedSet', { ...change, ...own })).toMatchObject({ code })
  })

  it('tells nobody twice, and nobody who has cancelled', async () => {
    await by('changeOrderedSet', change)
    await by('changeOrderedSet', change)
    expect(told()).toHaveLength(2)
    const { mealOrders, ...rest } = aKitchensDay()
    await restock({
      ...rest,
      mealOrders: mealOrders?.map((one) => ({ ...one, state: 'cancelled' as const })),
    })
    await by('changeOrderedSet', { ...change, count: 0 })
    expect(told()).toEqual([])
  })

  it('is told again when it is changed again', async () => {
    await by('changeOrderedSet', change)
    await by('changeOrderedSet', {
      ...change,
      rev: 2,
      becomes: { ...steamed, name: '红烧鱼套餐', sides: [] },
    })
    expect(told()).toHaveLength(4)
    expect(await order()).toMatchObject({
      setName: '红烧鱼套餐',
      kitchenChange: { rev: 3, from: '红烧鱼套餐', was: ['红烧鱼', '青菜', '米饭'], dishes: ['红烧鱼'] },
    })
  })

  it('is told again when it is what was ordered again, and is no change any more', async () => {
    const before = await order()
    await by('changeOrderedSet', change)
    const { id: _, ...becomes } = { ...aMenu(WEEK).sets[0] }
    await by('changeOrderedSet', { ...change, rev: 2, becomes })
    expect(await order()).toEqual({ ...before, dishesTold: 3 })
    expect(told()).toHaveLength(4)
    expect(JSON.stringify(told().at(-1)?.data)).toContain('换回了红烧鱼套餐')
  })

  it('is told to those at the counter where WeChat refuses it to everybody, until they say that it was', async () => {
    const { grants } = cloud.emulator.gateway
    grants.refuseFor(['o-daughter'])
    await by('changeOrderedSet', change)
    expect((await order())?.isToTell).toBeUndefined() // her own phone got it

    await restock(aKitchensDay())
    grants.refuseFor(['o-daughter', 'o-wang'])
    await by('changeOrderedSet', change)
    expect(await order()).toMatchObject({ isToTell: true, kitchenChange: { rev: 2 } })
    const news = (await cloud.stored('messages')).filter(({ kind }) => kind === 'ordersToTell')
    expect(news.map(({ ref, to }) => [ref, to[0]?.said.what])).toEqual([
      ['st-one', '厨房改了菜，1 位没有收到消息'],
    ])
    const told = await by<MealOrder>('toldDishes', { orderId: `${LUNCH}_e-wang`, kitchenRev: 2 }, 'o-clerk')
    expect([told.isToTell, told.kitchenChange?.rev]).toEqual([undefined, 2])
    grants.refuseFor([])
  })

  it('is told to those at the counter where no phone tells it to her, once', async () => {
    const { mealOrders = [], ...rest } = aKitchensDay()
    const elders = aNeighbourhood().elders?.map((elder) => ({ ...elder, openid: null }))
    await restock({ ...rest, elders, mealOrders: mealOrders.map((one) => ({ ...one, notify: null })) })
    await by('changeOrderedSet', change)
    await by('changeOrderedSet', change)
    expect(await order()).toMatchObject({ isToTell: true, kitchenChange: { rev: 2 } })
    const messages = (await cloud.stored('messages')).filter(({ kind }) => kind === 'ordersToTell')
    expect(messages).toMatchObject([{ ref: 'st-one', id: `dishes_${LUNCH}_2_1` }])
    expect(messages[0]?.to.map(({ openid }) => openid)).toContain('o-clerk')
    expect(messages[0]?.to[0]?.said).toMatchObject({ what: '厨房改了菜，1 位没有收到消息' })
  })
})
