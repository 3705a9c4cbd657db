import type { PlanRecord } from '../../../cloudfunctions/_domain/meals/planning/records'
import type { Misfits } from '../../../types/meals/misfits'
import type { MealOrder, OwnOrder } from '../../../types/meals/orders'
import type { Home } from '../../../types/people'
import { anElder, aRelation, aRelative, aStation, TOMORROW } from '../../domain/builders'
import { aMenu, aPlan } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'
import { writing } from '../plan-wish'
import { watchQuestions } from '../questions'

const unserved = watchQuestions()
let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

/** A Monday; it is Saturday. */
const MONDAY = '2026-11-23'
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const ORDER = `st-one_${MONDAY}_lunch_e-wang`
const allergic = anElder({ ...wang, allergies: ['鱼'] })
const manager = () => cloud.as('o-manager')
const daughter = () => cloud.as('o-daughter')

/** Greens on every day, too; her daughter has booked them for her on Monday. */
async function scene(elder = wang): Promise<void> {
  const menu = aMenu(MONDAY)
  const days = menu.days.map((day) => ({ ...day, sets: ['greens-set', 'fish-set'] }))
  const plain = aNeighbourhood()
  const nearer = aRelative('o-nearer', elder, ['view', 'order', 'health'])
  await cloud.restock({
    ...plain,
    elders: [elder, chen],
    accounts: [...(plain.accounts ?? []), nearer],
    relations: [
      ...(plain.relations ?? []),
      aRelation(elder, 'o-nearer', { scopes: ['view', 'order', 'health'] }),
    ],
    stations: [aStation({ kitchenId: 'k-one' }), aStation({ id: 'st-two' })],
    plans: [aPlan({ weekdays: everyDay })],
    menus: [aMenu('2026-11-16'), { ...menu, days }],
    sittings: [],
  })
  await book(MONDAY)
}
const book = async (date: string) => {
  const meal = { sittingId: `st-one_${date}_lunch`, elderId: 'e-wang', mode: 'takeAway', setId: 'greens-set' }
  accepted(await daughter().call('meals.book', meal))
}
const close = (from = MONDAY, to = from) =>
  manager().call('meals.close', { stationId: 'st-one', from, to, reason: '水管漏水' }).then(accepted)
const plan = (own: Partial<PlanRecord>) =>
  manager()
    .call('meals.changePlan', {
      ...{ stationId: 'st-one', seen: null },
      change: writing({ from: MONDAY, weekdays: everyDay, ...own }),
    })
    .then(accepted)
/** The kitchen makes fish of the greens. */
const cook = ({ rev = 1, sides = ['rice'] }: { rev?: number; sides?: string[] } = {}) =>
  cloud
    .as('o-kitchen')
    .call('meals.changeOrderedSet', {
      ...{ kitchenId: 'k-one', date: MONDAY, slot: 'lunch', rev, setId: 'greens-set', count: 1 },
      becomes: {
        name: '素什锦套餐',
        main: 'fish',
        sides,
        tags: [],
        price: 1200,
        picture: 'greens',
      },
      reason: '没有面筋',
    })
    .then(accepted)

const mine = async (openid: string) =>
  accepted<OwnOrder[]>(await cloud.as(openid).call('meals.mine')).map(({ misfit }) => misfit)
const next = async (openid: string) =>
  accepted<Home>(await cloud.as(openid).call('people.home', {})).nextMeal?.misfit
const misfits = async () =>
  accepted<Misfits>(await manager().call('meals.misfits', { stationId: 'st-one' })).misfits
const cancel = (openid: string) => cloud.as(openid).call('meals.cancel', { orderId: ORDER })
/** After the time to cancel, before the meal. */
const late = () => cloud.emulator.clock.set(new Date(`${MONDAY}T02:30:00Z`))

/** What became of the station or its kitchen, and how she and her family read it. */
const changes: [string, () => Promise<unknown>, object][] = [
  [
    'the station stays closed',
    () => close(),
    { why: 'closed', closure: { until: MONDAY, reason: '水管漏水' }, lateToo: true },
  ],
  ['nothing is served that day', () => plan({ weekdays: [2] }), { why: 'day', lateToo: true }],
  ['it is not served in that way', () => plan({ modes: ['dineIn'] }), { why: 'mode', lateToo: true }],
  [
    'it begins at another time',
    () => plan({ startsAt: '10:45' }),
    { why: 'time', startsAt: `${MONDAY}T02:45:00.000Z`, lateToo: true },
  ],
  ['portions are short', () => plan({ portions: 0 }), { why: 'portions', lateToo: true }],
]

describe('an order that does not fit any more', () => {
  it.each(changes)('says why to her and her family: %s', async (_, change, told) => {
    await scene()
    expect([await mine('o-daughter'), await next('o-wang')]).toEqual([[undefined], undefined])
    await change()
    expect(await mine('o-daughter')).toEqual([told])
    expect(await mine('o-wang')).toEqual([told])
    expect(await next('o-wang')).toEqual(told)
    expect(await misfits()).toMatchObject([{ orderId: ORDER, why: (told as { why: string }).why }])
  })

  it.each(changes)('is cancelled by everybody whom it concerns, however late: %s', async (_, change) => {
    for (const openid of ['o-daughter', 'o-wang', 'o-clerk', 'o-manager']) {
      await scene()
      await change()
      late()
      expect(accepted<MealOrder>(await cancel(openid))).toMatchObject({ state: 'cancelled' })
      expect(await mine('o-daughter')).toEqual([undefined])
      expect(await cloud.stored('subsidyUses')).toMatchObject([{ uses: [] }])
    }
  })

  it('says nothing where everything is as it was, and it is too late to cancel', async () => {
    await scene()
    await plan({ startsAt: '11:30', portions: 7 })
    late()
    expect(await mine('o-daughter')).toEqual([undefined])
    for (const openid of ['o-daughter', 'o-clerk']) expect(codeOf(await cancel(openid))).toBe('CANCEL_CLOSED')
  })

  it('says so of each of several, at whatever station, and nothing of what is over', async () => {
    await scene()
    await book('2026-11-24')
    await close(TOMORROW, MONDAY)
    expect((await mine('o-daughter')).map((one) => one?.why)).toEqual(['closed', undefined])
    accepted(await cancel('o-daughter'))
    expect((await mine('o-daughter')).map((one) => one?.why)).toEqual([undefined, undefined])
  })
})

describe('meals.confirm', () => {
  const confirm = () => cloud.as('o-clerk').call('meals.confirm', { orderId: ORDER })

  it.each(changes)('promises nothing that does not fit, and says why: %s', async (_, change, told) => {
    await scene()
    await change()
    const { why } = told as { why: string }
    expect(await confirm()).toMatchObject({ code: 'ORDER_MISFIT', detail: { why } })
    expect(await cloud.one('mealOrders', ORDER)).toMatchObject({ state: 'placed' })
  })

  it('promises no set that was made into what she is allergic to', async () => {
    await scene(allergic)
    await cook()
    expect(await confirm()).toMatchObject({ code: 'ORDER_MISFIT', detail: { why: 'clash' } })
  })

  it('does so as before where it fits, of several leaving out what does not', async () => {
    await scene()
    await book('2026-11-24')
    await close()
    const fits = 'st-one_2026-11-24_lunch_e-wang'
    const reply = await cloud.as('o-clerk').call('meals.confirmMany', { orderIds: [ORDER, fits] })
    expect(accepted(reply)).toMatchObject([
      { orderId: ORDER, code: 'ORDER_MISFIT' },
      { orderId: fits, order: { state: 'confirmed' }, isMine: true },
    ])
  })
})

describe('meals.agreeTime', () => {
  const EARLIER = `${MONDAY}T02:45:00.000Z`
  const agree = (startsAt = EARLIER) =>
    cloud.as('o-clerk').call('meals.agreeTime', { orderId: ORDER, startsAt })

  it('lets the meal begin when it begins now, says by whom, and tells whoever booked it', async () => {
    await scene()
    await plan({ startsAt: '10:45', cancelUntil: { daysBefore: 0, time: '08:15' } })
    expect(await misfits()).toMatchObject([
      {
        startsAt: `${MONDAY}T03:30:00.000Z`,
        startsNow: EARLIER,
        ways: ['ring', 'agreeTime', 'refuse', 'cancel'],
      },
    ])
    const agreed = accepted<MealOrder>(await agree())
    expect(agreed).toMatchObject({
      ...{ startsAt: EARLIER, state: 'placed', elderPays: 700 },
      laterChanges: [{ by: { role: 'clerk' }, startsAt: EARLIER }],
    })
    expect([await misfits(), await mine('o-daughter')]).toEqual([[], [undefined]])
    expect(accepted(await agree())).toEqual(agreed)
    const told = (await cloud.stored('messages')).filter(({ kind }) => kind === 'orderChanged')
    expect(told.map(({ to }) => to.map(({ openid }) => openid))).toEqual([['o-daughter', 'o-wang']])
    accepted(await cloud.as('o-clerk').call('meals.confirm', { orderId: ORDER }))
  })

  it.each([
    ['as she was told before, where that is later', '08:15', `${MONDAY}T02:00:00.000Z`],
    ['as the plan says now, where that is later', '10:30', `${MONDAY}T02:30:00.000Z`],
  ])('leaves the time to cancel %s', async (_, time, until) => {
    await scene()
    await plan({ startsAt: '10:45', cancelUntil: { daysBefore: 0, time } })
    expect(accepted<MealOrder>(await agree()).cancelUntil).toBe(until)
  })

  it('leaves no time to cancel once the meal begins', async () => {
    await scene()
    await plan({
      startsAt: '08:30',
      bookUntil: { daysBefore: 1, time: '18:00' },
      cancelUntil: { daysBefore: 1, time: '18:00' },
    })
    const early = `${MONDAY}T00:30:00.000Z`
    expect(accepted<MealOrder>(await agree(early)).cancelUntil).toBe(early)
  })

  it('takes no time at which it does not begin, and nothing that is cancelled', async () => {
    await scene()
    await plan({ startsAt: '10:45' })
    expect(codeOf(await agree(`${MONDAY}T02:30:00.000Z`))).toBe('WRONG_STATE')
    accepted(await cancel('o-daughter'))
    expect(codeOf(await agree())).toBe('WRONG_STATE')
    expect(await cloud.one('mealOrders', ORDER)).toMatchObject({ startsAt: `${MONDAY}T03:30:00.000Z` })
  })
})

describe('a set that the kitchen makes of something she is allergic to', () => {
  it('is told to whoever may know it, and is on the manager’s list as what cannot wait', async () => {
    await scene(allergic)
    expect(await misfits()).toEqual([])
    await cook()
    expect(await misfits()).toMatchObject([
      { why: 'clash', isUrgent: true, kitchenRev: 2, ways: ['ring', 'agreeDishes', 'refuse', 'cancel'] },
    ])
    const told = { why: 'clash', lateToo: true }
    expect([await mine('o-wang'), await mine('o-nearer')]).toEqual([[told], [told]])
    expect(await next('o-wang')).toEqual(told)
    expect([await mine('o-daughter'), await next('o-daughter')]).toEqual([[undefined], undefined])
  })

  it('is no more hers where she is vegetarian, for whoever may know that', async () => {
    await scene(anElder({ ...wang, diet: ['vegetarian'] }))
    expect(await mine('o-wang')).toEqual([undefined])
    await cook()
    expect(await misfits()).toMatchObject([{ why: 'clash', isUrgent: true }])
    expect([await mine('o-nearer'), await mine('o-daughter')]).toEqual([
      [{ why: 'clash', lateToo: true }],
      [undefined],
    ])
  })

  it('is cancelled also when the kitchen has begun, by whoever may know it', async () => {
    await scene(allergic)
    await cook()
    late()
    expect(codeOf(await cancel('o-daughter'))).toBe('CANCEL_CLOSED')
    accepted(await manager().call('meals.ring', { orderId: ORDER }))
    accepted(await cancel('o-nearer'))
    expect(await misfits()).toEqual([])
  })

  it('is eaten all the same once she was told and wants it, until the kitchen makes something else of it', async () => {
    await scene(allergic)
    await cook()
    const told = (kitchenRev: number | null, more = {}) =>
      cloud.as('o-clerk').call('meals.toldDishes', { orderId: ORDER, kitchenRev, ...more })
    expect(codeOf(await told(1, { isAgreed: true }))).toBe('ORDER_CHANGED')
    expect(codeOf(await told(null))).toBe('ORDER_CHANGED')
    accepted(await told(2))
    expect(await misfits()).toHaveLength(1)
    const agreed = accepted<MealOrder>(await told(2, { isAgreed: true }))
    expect(agreed.kitchenChange?.agreed).toMatchObject({ by: { role: 'clerk' } })
    expect([await misfits(), await mine('o-nearer')]).toEqual([[], [undefined]])
    accepted(await cloud.as('o-clerk').call('meals.confirm', { orderId: ORDER }))

    await cook({ rev: 2, sides: [] })
    expect(await misfits()).toMatchObject([{ why: 'clash', kitchenRev: 3 }])
    accepted(await cancel('o-wang'))
    expect(codeOf(await told(3))).toBe('WRONG_STATE')
  })

  it.each([
    ['she is not allergic to it', { allergies: ['花生'] }],
    ['she does not agree that it is used', { consents: { ...wang.consents, health: null } }],
  ])('is a meal as any other where %s', async (_, own) => {
    await scene(anElder({ ...allergic, ...own }))
    await cook()
    expect([await misfits(), await mine('o-wang')]).toEqual([[], [undefined]])
  })
})

describe('whatever the database was asked until here', () => {
  it('was served by indexes', () => {
    expect(unserved()).toEqual([])
  })
})
