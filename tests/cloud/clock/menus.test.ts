import type { Notice } from '../../../types/notices'
import { aKitchen, aMember, aStation, DISTRICT } from '../../domain/builders'
import { aMenu, aPlan } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, type Stock, type TestCloud } from '../a-cloud'
import { aKitchensDay, day, steamed } from '../a-kitchen'
import { aNeighbourhood } from '../neighbourhood'
import { watchQuestions } from '../questions'

const unserved = watchQuestions()
let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {})
})

/** Thursday at three in the afternoon, in Shanghai; the next week's Monday is 2026-11-30. */
const THURSDAY = '2026-11-26T07:00:00.000Z'
const MONDAY = '2026-11-30'
const sent = () => cloud.emulator.gateway.outbox.messages()
const told = () => sent().map(({ touser }) => touser)
const tickAt = (instant: string) => {
  cloud.emulator.clock.set(new Date(instant))
  return cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
}
const feeding = (own: Stock = {}) =>
  cloud.restock(
    aNeighbourhood({
      stations: [
        aStation({ kitchenId: 'k-one' }),
        aStation({ id: 'st-two', name: '二号驿站', townId: 't-west', kitchenId: 'k-own' }),
      ],
      plans: [aPlan()],
      ...own,
    }),
  )

describe('a menu of next week that nobody has published on Thursday afternoon', () => {
  it('is said to the kitchen and to the managers of the stations that wait for it, and not before', async () => {
    await feeding()
    await tickAt('2026-11-26T06:00:00.000Z')
    expect(told()).toEqual([])
    await tickAt(THURSDAY)
    expect(told()).toEqual(['o-kitchen', 'o-manager'])
    expect(JSON.stringify(sent()[0]?.data)).toContain('下周的午餐菜单还没有发')
  })

  it('is said once, however often the clock looks, and by Sunday at the latest', async () => {
    await feeding()
    for (const at of [THURSDAY, '2026-11-26T08:00:00.000Z', '2026-11-29T15:00:00.000Z']) await tickAt(at)
    expect(told()).toEqual(['o-kitchen', 'o-manager'])
    await feeding()
    await tickAt('2026-11-29T15:00:00.000Z')
    expect(told()).toEqual(['o-kitchen', 'o-manager'])
  })

  it('is also missed as a draft', async () => {
    await feeding({ menus: [aMenu(MONDAY, { state: 'draft' })] })
    await tickAt(THURSDAY)
    expect(told()).toEqual(['o-kitchen', 'o-manager'])
  })

  it.each<[string, Stock]>([
    ['is published', { menus: [aMenu(MONDAY)] }],
    ['no station plans to serve from', { plans: [] }],
    ['the only station that it feeds has stopped to serve', { plans: [aPlan({ weekdays: [] })] }],
    [
      'is for days on which its station is closed',
      {
        stations: [
          aStation({ kitchenId: 'k-one', closures: [{ from: MONDAY, to: '2026-12-06', reason: '装修' }] }),
        ],
      },
    ],
    ['is of a kitchen that feeds nobody', { stations: [aStation()] }],
  ])('is missed by nobody where it %s', async (_, own) => {
    await feeding(own)
    await tickAt(THURSDAY)
    expect(told()).toEqual([])
  })

  it('is said of a station’s own kitchen to its manager', async () => {
    await feeding({ stations: [aStation({ kitchenId: 'k-own' })] })
    await tickAt(THURSDAY)
    expect(told().sort()).toEqual(['o-manager', 'o-own-cook'])
  })

  it('is said of each of 120 kitchens', async () => {
    const ids = Array.from({ length: 120 }, (_, nth) => String(nth).padStart(3, '0'))
    await feeding({
      kitchens: ids.map((id) => aKitchen({ id: `k-${id}` })),
      stations: ids.map((id) => aStation({ id: `st-${id}`, kitchenId: `k-${id}` })),
      plans: ids.map((id) => aPlan({ stationId: `st-${id}` })),
      accounts: ids.map((id) => aMember(`o-${id}`, 'kitchen', `k-${id}`)),
    })
    await tickAt(THURSDAY)
    expect(told().sort()).toEqual(ids.map((id) => `o-${id}`))
  })

  it('stands on the home page of whoever could not be told, until it is published', async () => {
    const unable = await aCloud({ needsYes: true })
    const news = async (openid: string) =>
      accepted<{ notices: Notice[] }>(await unable.as(openid).call('people.me')).notices.map(
        ({ kind }) => kind,
      )
    const cooks = aNeighbourhood()
    await unable.restock({ ...cooks, stations: [aStation({ kitchenId: 'k-one' })], plans: [aPlan()] })
    unable.emulator.clock.set(new Date(THURSDAY))
    await unable.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
    expect([await news('o-kitchen'), await news('o-manager'), await news('o-clerk')]).toEqual([
      ...[['menuMissing'], ['menuMissing'], []],
    ])
    await unable.emulator.engine.seed('menus', [{ ...asDocument(aMenu(MONDAY, { state: 'draft' })) }])
    expect(await news('o-kitchen')).toEqual(['menuMissing'])
    accepted(
      await unable.as('o-kitchen').call('meals.publishMenu', {
        ...{ kitchenId: 'k-one', week: MONDAY, slot: 'lunch', rev: 1 },
      }),
    )
    expect([await news('o-kitchen'), await news('o-manager')]).toEqual([[], []])
    await unable.close()
  })
})

const asDocument = ({ id, ...rest }: { id: string }) => ({ ...rest, _id: id })

describe('a changed set that is ordered by more than one call has time for', () => {
  const many = 230
  const scene = () => {
    const { mealOrders = [], ...rest } = aKitchensDay()
    const [order] = mealOrders
    if (!order) throw new Error('there is no order')
    const orders = Array.from({ length: many }, (_, nth) => {
      const elderId = `e-${String(nth).padStart(3, '0')}`
      return { ...order, id: `${order.sittingId}_${elderId}`, elderId, notify: null }
    })
    return aNeighbourhood({ ...rest, mealOrders: orders })
  }
  const change = { ...day, rev: 1, setId: 'fish-set', becomes: steamed, count: many, reason: '鱼没到' }
  const changed = async () =>
    (await cloud.stored('mealOrders')).filter(({ kitchenChange }) => kitchenChange).length

  it('is told to the rest by the clock', async () => {
    await cloud.restock(scene())
    accepted(await cloud.as('o-kitchen').call('meals.changeOrderedSet', change))
    expect(await changed()).toBe(200)
    await tickAt('2026-11-21T00:05:00.000Z')
    expect(await changed()).toBe(many)
    expect(await cloud.stored('menus')).toMatchObject([{ isAligned: true, untold: [] }])
  })
})

describe('a menu that tables do not follow yet', () => {
  it('is followed when the clock comes', async () => {
    const { menus = [], mealOrders: _, ...laid } = aKitchensDay()
    await cloud.restock(
      aNeighbourhood({
        ...laid,
        menus: menus.map((menu) => ({ ...menu, isAligned: false, off: { '2026-11-22': ['fish-set'] } })),
      }),
    )
    await tickAt('2026-11-21T00:05:00.000Z')
    expect(await cloud.stored('sittings')).toMatchObject([{ off: { 'fish-set': true } }])
    expect(await cloud.stored('menus')).toMatchObject([{ isAligned: true, district: DISTRICT }])
  })
})

describe('whatever the database was asked until here', () => {
  it('was served by indexes', () => {
    expect(unserved()).toEqual([])
  })
})
