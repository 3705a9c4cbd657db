import type { Misfits, Trial } from '../../../types/meals/misfits'
import type { MealOrder, Quote } from '../../../types/meals/orders'
import { aMember } from '../../domain/builders'
import { aMenu, aPlan } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { writing } from '../plan-wish'
import { aCanteen, bookFish, MONDAY, TUESDAY, uncounted } from './a-canteen'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
  jest.spyOn(console, 'log').mockImplementation(() => {})
})
afterAll(() => cloud.close())

const at = { stationId: 'st-one' }
const time = (at: string) => new Date(`${MONDAY}T${at}:00+08:00`)
const noon = {
  ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], startsAt: '12:00' },
  bookUntil: { daysBefore: 0, time: '11:00' },
  cancelUntil: { daysBefore: 0, time: '11:00' },
}
const begin = (now: string, own: Stock = {}) =>
  cloud.restock(aCanteen({ plans: [aPlan(noon)], ...own }), time(now))
const manage = (name: string, input: object, openid = 'o-manager') =>
  cloud.as(openid).call(`meals.${name}`, { ...at, ...input })
const plan = (own: object, seen: number | null = null) =>
  manage('changePlan', { change: writing({ ...noon, ...own }), seen })
const sitting = (date: string = MONDAY) => cloud.one('sittings', `st-one_${date}_lunch`)
const misfits = async () => {
  const { misfits: found } = accepted<Misfits>(await manage('misfits', {}))
  return found.map(({ elderId, why }) => `${elderId} ${why}`)
}
const seats = (n: number) => (n > 0 ? [{ id: 'a', name: '窗边的桌子', seats: n, wheelchairs: 0 }] : [])

describe('a plan that is changed on the day itself', () => {
  it('counts from that day on while its lunch can still be booked, and from the next day on afterwards', async () => {
    await begin('10:59')
    accepted(await bookFish(cloud, 0, MONDAY))
    accepted(await plan({ from: MONDAY, startsAt: '12:30', tables: seats(2) }))
    expect(await sitting()).toMatchObject({ startsAt: time('12:30').toISOString(), left: { seats: 1 } })
    accepted(await bookFish(cloud, 1, MONDAY))
    expect(codeOf(await bookFish(cloud, 2, MONDAY))).toBe('SITTING_FULL')
    expect(await misfits()).toEqual(['e-eater-0 time'])
    cloud.emulator.clock.set(time('11:00'))
    const late = await plan({ from: MONDAY, tables: seats(9) }, 1)
    expect(late).toMatchObject({ code: 'PLAN_TOO_LATE', detail: { earliest: TUESDAY } })
    expect(codeOf(await bookFish(cloud, 3, MONDAY))).toBe('BOOKING_CLOSED')
  })

  it('ends no earlier than it was, so that nobody is late without having known', async () => {
    await begin('10:59')
    const earlier = { daysBefore: 0, time: '10:30' }
    expect(await plan({ from: MONDAY, bookUntil: earlier })).toMatchObject({ code: 'PLAN_TOO_LATE' })
    accepted(await plan({ from: TUESDAY, bookUntil: earlier }))
  })

  it('is written by one of two who do so at once', async () => {
    await begin('08:00')
    const both = await Promise.all([2, 3].map((many) => plan({ from: TUESDAY, tables: seats(many) })))
    expect(both.map(codeOf).sort()).toEqual(['PLAN_CHANGED', 'accepted'])
    expect(await cloud.stored('plans')).toHaveLength(2)
  })

  it('may leave no place at all: those who have one keep it, and it grows again', async () => {
    await begin('08:00')
    accepted(await bookFish(cloud, 0, TUESDAY))
    accepted(await bookFish(cloud, 1, TUESDAY, { mode: 'takeAway' }))
    accepted(await plan({ from: TUESDAY, tables: [], portions: 0 }))
    expect(await sitting(TUESDAY)).toMatchObject({ state: 'open', left: { seats: -1, portions: -1 } })
    expect((await misfits()).sort()).toEqual(['e-eater-0 seats', 'e-eater-1 portions'])
    for (const mode of ['dineIn', 'takeAway'])
      expect(codeOf(await bookFish(cloud, 2, TUESDAY, { mode }))).toBe('SITTING_FULL')
    accepted(await plan({ from: TUESDAY, tables: seats(2), portions: 1 }, 1))
    expect(await misfits()).toEqual([])
    accepted(await bookFish(cloud, 2, TUESDAY))
    expect(await uncounted(cloud)).toEqual([])
  })
})

describe('a station that closes for the day once lunch is cooked', () => {
  it('lets what was ordered be written down as eaten, and sells no dinner', async () => {
    const dinner = { slot: 'dinner' as const }
    const later = { startsAt: '17:30', bookUntil: { daysBefore: 0, time: '16:00' } }
    await begin('08:00', {
      plans: [aPlan({ ...noon, confirmsItself: true }), aPlan({ ...noon, ...later, ...dinner })],
      menus: [aMenu(MONDAY), aMenu(MONDAY, dinner)],
    })
    const atDinner = { sittingId: `st-one_${MONDAY}_dinner` }
    const { id: orderId } = accepted<MealOrder>(await bookFish(cloud, 0, MONDAY))
    accepted(await bookFish(cloud, 1, MONDAY, atDinner))
    cloud.emulator.clock.set(time('13:00'))
    const days = { from: MONDAY, to: MONDAY }
    expect(accepted<Trial>(await manage('tryClosing', days)).count).toBe(2)
    accepted(await manage('close', { ...days, reason: '停电' }))
    expect(codeOf(await bookFish(cloud, 2, MONDAY, atDinner))).toBe('BOOKING_CLOSED')
    expect(await misfits()).toEqual(['e-eater-0 closed', 'e-eater-1 closed'])
    accepted(await cloud.as('o-clerk').call('meals.serve', { orderId }))
    expect(await misfits()).toEqual(['e-eater-1 closed'])
    expect(await uncounted(cloud)).toEqual([])
  })
})

describe('a price that is changed', () => {
  it('is paid by whoever books from then on, and by nobody who has ordered', async () => {
    await begin('08:00', { policies: [] })
    const order = accepted<MealOrder>(await bookFish(cloud, 0, TUESDAY))
    expect(order.elderPays).toBe(1800)
    const sets = aMenu(MONDAY).sets.map((set) => ({ ...set, price: 2500 }))
    const menu = { kitchenId: 'k-one', week: MONDAY, slot: 'lunch', rev: 1, sets }
    accepted(await cloud.as('o-kitchen').call('meals.saveMenu', menu))
    expect(accepted<MealOrder>(await bookFish(cloud, 0, TUESDAY)).elderPays).toBe(1800)
    expect(codeOf(await bookFish(cloud, 1, TUESDAY, { pays: 1800 }))).toBe('PRICE_CHANGED')
    const wish = {
      sittingId: `st-one_${TUESDAY}_lunch`,
      elderId: 'e-eater-1',
      mode: 'dineIn',
      setId: 'fish-set',
    }
    expect(accepted<Quote>(await cloud.as('o-eater-1').call('meals.quote', wish)).elderPays).toBe(2500)
    accepted(await bookFish(cloud, 1, TUESDAY, { pays: 2500 }))
    expect(await uncounted(cloud)).toEqual([])
  })
})

describe('whoever has no say', () => {
  const week = { week: MONDAY, slot: 'lunch' }
  const soldOut = { date: TUESDAY, slot: 'lunch', setId: 'fish-set', isSoldOut: true }
  const plain = aCanteen()
  const others = [
    aMember('o-two', 'manager', 'st-two'),
    aMember('o-put-off', 'kitchen', 'k-one', { state: 'suspended' }),
    aMember('o-put-off-too', 'manager', 'st-one', { state: 'suspended' }),
  ]

  it.each([
    ['a cook of another kitchen', 'o-own-cook', 'k-one'],
    ['the manager of a station that the kitchen feeds', 'o-manager', 'k-one'],
    ['the manager of another station', 'o-two', 'k-own'],
    ['a cook whose role is suspended', 'o-put-off', 'k-one'],
    ['a manager whose role is suspended', 'o-put-off-too', 'k-own'],
  ])('writes no menu: %s', async (_, openid, kitchenId) => {
    await begin('08:00', { accounts: [...(plain.accounts ?? []), ...others] })
    const before = cloud.state()
    const caller = cloud.as(openid)
    for (const [name, input] of [
      ['menu', week],
      ['setSoldOut', soldOut],
      ['publishMenu', { ...week, rev: 1 }],
      ['copyMenu', { ...week, from: '2026-11-30', rev: 1 }],
    ] as const)
      expect(codeOf(await caller.call(`meals.${name}`, { kitchenId, ...input }))).toBe('FORBIDDEN')
    expect(cloud.state()).toEqual(before)
  })

  it.each(['o-two', 'o-put-off-too', 'o-kitchen', 'o-clerk'])(
    'plans and closes nothing: %s',
    async (openid) => {
      await begin('08:00', { accounts: [...(plain.accounts ?? []), ...others] })
      const before = cloud.state()
      const change = writing({ ...noon, from: TUESDAY })
      expect(codeOf(await manage('changePlan', { change, seen: null }, openid))).toBe('FORBIDDEN')
      const days = { from: TUESDAY, to: TUESDAY, reason: '修水管' }
      expect(codeOf(await manage('close', days, openid))).toBe('FORBIDDEN')
      expect(codeOf(await manage('misfits', {}, openid))).toBe('FORBIDDEN')
      expect(cloud.state()).toEqual(before)
    },
  )
})
