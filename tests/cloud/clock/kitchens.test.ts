import type { Misfits } from '../../../types/meals/misfits'
import type { Sitting } from '../../../types/meals/sittings'
import { aKitchen, aStation } from '../../domain/builders'
import { aMenu, aPlan } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aCanteen, bookFish, MONDAY, TUESDAY, uncounted } from '../meals/a-canteen'
import { watchQuestions } from '../questions'
import { race } from '../racing'

const unserved = watchQuestions()
let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})
afterAll(() => cloud.close())

const FULL_HOUR = new Date('2026-11-21T02:00:00Z')
/** Nobody in particular calls it. */
const CLOCK = ''
const ids = ['st-one', 'st-two', 'st-three']
const stations = (kitchens: (string | null)[]) =>
  kitchens.map((kitchenId, nth) => aStation({ id: ids[nth] ?? '', kitchenId }))
const fish = (limit: number) =>
  aMenu(MONDAY).dishes.map((dish) => (dish.id === 'fish' ? { ...dish, limit } : dish))
const menu = (limit = 6, own: object = {}) => aMenu(MONDAY, { dishes: fish(limit), ...own })
const canteen = (kitchens: (string | null)[], own: Stock = {}) =>
  aCanteen({
    stations: stations(kitchens),
    kitchens: ['k-one', 'k-two'].map((id) =>
      aKitchen({ id, fed: ids.filter((_, nth) => kitchens[nth] === id) }),
    ),
    plans: ids.map((stationId) => aPlan({ stationId })),
    menus: [menu()],
    ...own,
  })

const tick = () => cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
const at = (stationId: string) => ({ sittingId: `${stationId}_${TUESDAY}_lunch` })
const book = (nth: number, stationId: string) => bookFish(cloud, nth, TUESDAY, at(stationId))
const sitting = (stationId: string) => cloud.one('sittings', at(stationId).sittingId)
const fishLeft = async () => Promise.all(ids.map(async (id) => (await sitting(id))?.left['d-fish'] ?? null))
/** As it is changed in the console, where nobody says so to the sittings. */
const serves = (stationId: string, kitchenId: string | null) =>
  cloud.emulator.engine.modify(
    { collection: 'stations' },
    { query: JSON.stringify({ _id: stationId }), data: JSON.stringify({ $set: { kitchenId } }), merge: true },
  )
const soldOut = async (stationId: string) => {
  const told = await cloud.as(null).call('meals.sittings', { stationId, date: TUESDAY })
  return accepted<Sitting[]>(told)[0]?.soldOut
}
const misfits = async () => {
  const { misfits: found } = accepted<Misfits>(
    await cloud.as('o-manager').call('meals.misfits', { stationId: 'st-one' }),
  )
  return found.map(({ elderId, why }) => `${elderId} ${why}`)
}
const ordered = async () =>
  (await cloud.stored('mealOrders')).map(({ elderId, state }) => `${elderId} ${state}`).sort()

describe('a station that serves the menus of another kitchen', () => {
  it('has its sittings follow that, and drops nobody', async () => {
    const greens = { kitchenId: 'k-two', days: [{ weekday: 2, sets: ['greens-set'] }] }
    await cloud.restock(canteen(['k-one', 'k-one', null], { menus: [menu(), menu(6, greens)] }), FULL_HOUR)
    for (const nth of [0, 1]) accepted(await book(nth, 'st-one'))
    await serves('st-one', 'k-two')
    await tick()
    expect(await sitting('st-one')).toMatchObject({
      ...{ state: 'open', kitchenId: 'k-two', sets: [{ id: 'greens-set' }], left: { seats: 10 } },
    })
    expect(codeOf(await book(2, 'st-one'))).toBe('SET_NOT_OFFERED')
    accepted(await bookFish(cloud, 2, TUESDAY, { setId: 'greens-set' }))
    expect(await misfits()).toEqual(['e-eater-0 set', 'e-eater-1 set'])
    expect(await ordered()).toEqual([0, 1, 2].map((nth) => `e-eater-${nth} placed`))
    expect(await uncounted(cloud)).toEqual([])
  })

  it.each([
    ['that has no menu yet', 'k-two'],
    ['and of none any more', null],
  ])('is closed on its days, %s, and its people are the list of its manager', async (_, kitchenId) => {
    await cloud.restock(canteen(['k-one', 'k-one', null]), FULL_HOUR)
    for (const nth of [0, 1]) accepted(await book(nth, 'st-one'))
    await serves('st-one', kitchenId)
    await tick()
    expect(await sitting('st-one')).toMatchObject({ state: 'closed', left: { seats: 10 } })
    expect(codeOf(await book(2, 'st-one'))).toBe('BOOKING_CLOSED')
    expect(await misfits()).toEqual(['e-eater-0 set', 'e-eater-1 set'])
    expect(await ordered()).toEqual([0, 1].map((nth) => `e-eater-${nth} placed`))
    await serves('st-one', 'k-one')
    await tick()
    expect(await sitting('st-one')).toMatchObject({ state: 'open', left: { seats: 10 } })
    expect(await misfits()).toEqual([])
  })
})

describe('a dish of which there are only so many', () => {
  it('is never sold more often where one more station is fed, and shared out anew', async () => {
    await cloud.restock(canteen(['k-one', 'k-one', null]), FULL_HOUR)
    for (const nth of [0, 1, 2]) accepted(await book(nth, 'st-one'))
    accepted(await book(3, 'st-two'))
    expect(await fishLeft()).toEqual([0, 2, null])
    await serves('st-three', 'k-one')
    expect(await soldOut('st-three')).toEqual([])
    accepted(await book(4, 'st-three')) // fetched from the second
    expect(await fishLeft()).toEqual([0, 1, 0])
    await tick()
    expect((await fishLeft()).reduce<number>((sum, left) => sum + (left ?? 0), 0)).toBe(1)
    accepted(await book(5, 'st-three'))
    for (const [nth, id] of [0, 1, 2].map((one) => [one + 6, ids[one] ?? ''] as const))
      expect(codeOf(await book(nth, id))).toBe('SET_NOT_OFFERED')
    expect(await cloud.stored('mealOrders')).toHaveLength(6)
    expect(await uncounted(cloud)).toEqual([])
  })

  it.each([1, 2, 3, 4, 5, 6])(
    'is never sold more often while its tables become more and all book at once: seed %i',
    async (seed) => {
      await cloud.restock(canteen(['k-one', 'k-one', null]), FULL_HOUR)
      for (const nth of [0, 1]) accepted(await book(nth, 'st-one'))
      await serves('st-three', 'k-one')
      const openids = [...[2, 3, 4, 5, 6, 7, 8].map((nth) => `o-eater-${nth}`), CLOCK]
      const { came } = await race(cloud, { seed, openids }, async (openid, place) => {
        if (openid === CLOCK) return void (await tick())
        for (;;) {
          const code = codeOf(await book(place + 2, ids[place % ids.length] ?? ''))
          if (code !== 'BUSY') return code
        }
      })
      await tick()
      for (const nth of [2, 3, 4, 5, 6, 7, 8]) for (const id of ids) await book(nth, id)
      const sold = (await cloud.stored('mealOrders')).length
      expect({ seed, sold, came: new Set(came) }).toEqual({
        ...{ seed, sold: 6, came: new Set(['accepted', 'SET_NOT_OFFERED', undefined]) },
      })
      expect(await uncounted(cloud)).toEqual([])
    },
  )

  it('is shared by fewer where one is fed no more, less what that one has sold', async () => {
    await cloud.restock(canteen(['k-one', 'k-one', 'k-one'], { menus: [menu(9)] }), FULL_HOUR)
    for (const [nth, id] of [
      [0, 'st-one'],
      [1, 'st-two'],
      [2, 'st-three'],
    ] as const)
      accepted(await book(nth, id))
    expect(await fishLeft()).toEqual([2, 2, 2])
    await serves('st-one', null)
    await tick()
    expect(await sitting('st-one')).toMatchObject({ state: 'closed' })
    expect((await fishLeft()).slice(1)).toEqual([3, 3])
    expect(await misfits()).toEqual(['e-eater-0 set'])
    expect(await uncounted(cloud)).toEqual([])
  })

  it('is shared out by the clock where it was broken off, and not looked at when nothing has changed', async () => {
    await cloud.restock(canteen(['k-one', 'k-one', null]), FULL_HOUR)
    for (const [nth, id] of [
      [0, 'st-one'],
      [1, 'st-two'],
    ] as const)
      accepted(await book(nth, id))
    await serves('st-three', 'k-one')
    let written = 0
    cloud.emulator.gateway.setGate(async ({ collection, action }) => {
      if (collection === 'sittings' && action === 'database.modifyDocument' && ++written === 1)
        cloud.emulator.gateway.faults.set([{ kind: 'http500', nth: 2, times: 1000 }])
    })
    await tick()
    cloud.emulator.gateway.setGate(undefined)
    cloud.emulator.gateway.faults.set([])
    expect(await fishLeft()).toEqual([1, 2, null])
    expect(await cloud.one('kitchens', 'k-one')).toMatchObject({ fed: ['st-one', 'st-two'] })
    await tick()
    expect(await fishLeft()).toEqual([1, 1, null])
    expect(await cloud.one('kitchens', 'k-one')).toMatchObject({ fed: [...ids].sort() })
    const after = await cloud.stored('sittings')
    await tick()
    expect(await cloud.stored('sittings')).toEqual(after)
  })
})

describe('whatever the database was asked until here', () => {
  it('was served by indexes', () => {
    expect(unserved()).toEqual([])
  })
})
