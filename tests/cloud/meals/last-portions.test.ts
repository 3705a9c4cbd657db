import type { Fault } from '../../../emulator/parts'
import { NOW, TOMORROW } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { expectIntegrity } from '../integrity'
import { race } from '../racing'
import { seededRandom } from '../seeded-gate'
import { fetchingTwin } from './fetching-twin'
import {
  bookAt,
  fishLeft,
  lunchAt,
  openTables,
  TABLES,
  type TableId,
  threeTables,
  wrong,
} from './three-tables'

const SCHEDULES = Number(process.env.SCHEDULES ?? 12)
const FIRST_SEED = Number(process.env.SEED ?? 1)
const FAMILIES = 6

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ functions: { fetchingTwin }, variables: { LOOK_FOR: '0' } })
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const families = Array.from({ length: FAMILIES }, (_, nth) => `o-${nth}`)
const sold = (codes: readonly string[]) => codes.filter((one) => one === 'accepted').length
const soldOut = async (stationId: TableId) => {
  const wish = { stationId, date: TOMORROW }
  const [lunch] = accepted<{ soldOut: string[] }[]>(await cloud.as(null).call('meals.sittings', wish))
  return lunch?.soldOut ?? []
}
const marks = async () =>
  (await cloud.stored('sittings')).flatMap(({ onTheWay = {} }) => Object.keys(onTheWay))

describe('the last portions of a dish that three tables share', () => {
  it('are all sold at one table, also those of tables that nobody has opened', async () => {
    await cloud.restock(threeTables(5))
    for (const nth of [0, 1, 2, 3, 4]) {
      expect(await soldOut('st-one')).toEqual([])
      expect(await bookAt(cloud, nth, 'st-one')).toBe('accepted')
      expect(await wrong(cloud)).toEqual([])
    }
    for (const stationId of TABLES) expect(await soldOut(stationId)).toEqual(['fish-set'])
    for (const [nth, stationId] of TABLES.entries())
      expect(await bookAt(cloud, 5 + nth, stationId)).toBe('SET_NOT_OFFERED')
    expect(await marks()).toEqual([])
    expectIntegrity(cloud)
  })

  it('come from the table that has most', async () => {
    await cloud.restock(
      openTables(6, { 'st-one': { has: 1, sold: 1 }, 'st-two': { has: 2 }, 'st-three': { has: 3 } }),
    )
    expect(await bookAt(cloud, 0, 'st-one')).toBe('accepted')
    expect(await fishLeft(cloud)).toEqual({ 'st-one': 0, 'st-two': 2, 'st-three': 2 })
    expect(await wrong(cloud)).toEqual([])
  })

  it('stay at the table that has sold them when its kitchen shares out again, and are sold there again', async () => {
    await cloud.restock(openTables(3, { 'st-one': { has: 1 }, 'st-two': { has: 1 }, 'st-three': { has: 1 } }))
    for (const nth of [0, 1]) expect(await bookAt(cloud, nth, 'st-one')).toBe('accepted')
    const off = { kitchenId: 'k-one', date: TOMORROW, slot: 'lunch', setId: 'greens-set', isSoldOut: true }
    accepted(await cloud.as('o-kitchen').call('meals.setSoldOut', off))
    expect((await cloud.one('sittings', lunchAt('st-one')))?.capacity['d-fish']).toBe(2)
    accepted(
      await cloud.as('o-0').call('meals.cancel', { orderId: `${lunchAt('st-one')}_e-0`, reason: '有事' }),
    )
    for (const nth of [2, 3]) expect(await bookAt(cloud, nth, 'st-two')).toBe('accepted')
    expect(await bookAt(cloud, 4, 'st-three')).toBe('SET_NOT_OFFERED')
    expect(await wrong(cloud)).toEqual([])
  })

  it('are fetched for a meal that is changed to them', async () => {
    await cloud.restock(openTables(1, { 'st-one': { has: 0 }, 'st-two': { has: 1 }, 'st-three': { has: 0 } }))
    for (const nth of [0, 1]) expect(await bookAt(cloud, nth, 'st-one', 'greens-set')).toBe('accepted')
    const change = async (nth: number) =>
      codeOf(
        await cloud.as(`o-${nth}`).call('meals.changeSet', {
          ...{ orderId: `${lunchAt('st-one')}_e-${nth}`, setId: 'fish-set' },
        }),
      )
    expect([await change(0), await change(1)]).toEqual(['accepted', 'SET_NOT_OFFERED'])
    expect([await wrong(cloud), await marks()]).toEqual([[], []])
    expectIntegrity(cloud)
  })

  it('are nobody’s where somebody was about to fetch them for two minutes, and are then sold', async () => {
    const stock = openTables(3, {
      'st-one': { has: 1, sold: 1 },
      'st-two': { has: 1, sold: 1 },
      'st-three': { has: 0 },
    })
    const way = { pool: 'd-fish', to: lunchAt('st-one'), attempt: 'broken-off', since: NOW.toISOString() }
    const sittings = stock.sittings?.map((one) =>
      one.stationId === 'st-three' ? { ...one, onTheWay: { mark: way } } : one,
    )
    await cloud.restock({ ...stock, ...(sittings && { sittings }) })
    expect(await soldOut('st-two')).toEqual(['fish-set'])
    expect(await bookAt(cloud, 0, 'st-two')).toBe('SET_NOT_OFFERED')
    cloud.emulator.clock.set(new Date(NOW.getTime() + 121_000))
    expect(await soldOut('st-two')).toEqual([])
    expect(await bookAt(cloud, 0, 'st-two')).toBe('accepted')
    expect(await wrong(cloud)).toEqual([])
  })

  it('are not said to be gone where it is the places that are', async () => {
    const stock = openTables(1, { 'st-one': { has: 0 }, 'st-two': { has: 1 }, 'st-three': { has: 0 } })
    const full = stock.sittings?.map((one) => {
      const capacity = { ...one.capacity, seats: 0 }
      return one.stationId === 'st-one' ? { ...one, capacity, left: capacity } : one
    })
    await cloud.restock({ ...stock, ...(full && { sittings: full }) })
    expect(await bookAt(cloud, 0, 'st-one')).toBe('SITTING_FULL')
    expect([await fishLeft(cloud), await marks()]).toMatchObject([{ 'st-two': 1 }, []])
  })

  it('go back where a table is closed meanwhile', async () => {
    await cloud.restock(openTables(2, { 'st-one': { has: 0 }, 'st-two': { has: 2 }, 'st-three': { has: 0 } }))
    let isShut = false
    cloud.emulator.gateway.setGate(async () => {
      if (isShut || (await marks()).length === 0) return
      isShut = true
      const data = JSON.stringify({ $set: { state: 'closed' } })
      const query = JSON.stringify({ _id: lunchAt('st-one') })
      await cloud.emulator.engine.modify({ collection: 'sittings' }, { query, data, merge: true })
    })
    expect(await bookAt(cloud, 0, 'st-one')).toBe('BOOKING_CLOSED')
    cloud.emulator.gateway.setGate(undefined)
    expect([isShut, await fishLeft(cloud), await marks()]).toEqual([
      ...[true, { 'st-one': 0, 'st-two': 2, 'st-three': 0 }, []],
    ])
  })
})

describe('families at three tables who race for a dish, in schedules that a seed decides', () => {
  /** So many are there, laid out at the tables, and who goes where; answers of some writings get lost. */
  const lotOf = (seed: number) => {
    const random = seededRandom(seed)
    const fish = { 'st-one': { has: 0 }, 'st-two': { has: 0 }, 'st-three': { has: 0 } }
    const limit = 2 + (seed % 3)
    const one = () => TABLES[Math.floor(random() * TABLES.length)] ?? 'st-one'
    for (let n = 0; n < limit; n++) fish[one()].has++
    const lost: Fault[] = [5, 9, 13].map((nth) => ({
      ...{ kind: 'http500', action: 'database.modifyDocument', nth: nth + (seed % 4), when: 'after' },
    }))
    return { limit, stock: openTables(limit, fish), at: families.map(one), lost }
  }
  const raced = (seed: number, ask: (nth: number) => Promise<string>) =>
    race(cloud, { seed, openids: families }, (_, nth) => ask(nth))
  const insist = async (ask: () => Promise<string>) => {
    for (;;) {
      const came = await ask()
      if (came !== 'BUSY') return came
    }
  }
  const seeds = Array.from({ length: SCHEDULES }, (_, nth) => FIRST_SEED + nth)
  const soldByTwin = async () =>
    (await cloud.stored('sittings')).reduce((sum, one) => sum + Number(Reflect.get(one, 'sold') ?? 0), 0)
  const twin = async (how: string, nth: number, stationId: TableId) =>
    codeOf(await cloud.as(`o-${nth}`).call(`fetchingTwin.${how}`, { id: lunchAt(stationId), date: TOMORROW }))

  it('have all of it, and no more; the twin that adds before it takes oversells', async () => {
    let oversold = 0
    for (const seed of seeds) {
      const { limit, stock, at } = lotOf(seed)
      await cloud.restock(stock)
      const { came } = await raced(seed, (nth) => insist(() => bookAt(cloud, nth, at[nth] ?? 'st-one')))
      expect({ seed, came: [...came].sort() }).toEqual({
        ...{ seed, came: families.map((_, nth) => (nth < limit ? 'accepted' : 'SET_NOT_OFFERED')).sort() },
      })
      expect({ seed, wrong: await wrong(cloud), marks: await marks() }).toEqual({
        seed,
        wrong: [],
        marks: [],
      })
      expectIntegrity(cloud)

      await cloud.restock(stock)
      await raced(seed, (nth) => twin('addFirst', nth, at[nth] ?? 'st-one'))
      if ((await soldByTwin()) > limit) oversold++
    }
    expect(oversold).toBeGreaterThan(SCHEDULES / 3)
  }, 600_000)

  it('have no more where answers get lost, and all of it after two minutes; the twin that puts back then oversells', async () => {
    let oversold = 0
    for (const seed of seeds) {
      const { limit, stock, at, lost } = lotOf(seed)
      await cloud.restock(stock)
      cloud.emulator.gateway.faults.set(lost)
      const { came } = await raced(seed, (nth) => bookAt(cloud, nth, at[nth] ?? 'st-one'))
      cloud.emulator.gateway.faults.set([])
      expect({ seed, wrong: await wrong(cloud) }).toEqual({ seed, wrong: [] })
      cloud.emulator.clock.set(new Date(NOW.getTime() + 200_000))
      const again = []
      for (const nth of families.keys())
        again.push(await insist(() => bookAt(cloud, nth, at[nth] ?? 'st-one')))
      expect({ seed, came, sold: sold(again) }).toEqual({ seed, came, sold: limit })
      expect({ seed, wrong: await wrong(cloud) }).toEqual({ seed, wrong: [] })
      expectIntegrity(cloud)

      await cloud.restock(stock)
      cloud.emulator.gateway.faults.set(lost)
      await raced(seed, (nth) => twin('putsBack', nth, at[nth] ?? 'st-one'))
      cloud.emulator.gateway.faults.set([])
      if ((await soldByTwin()) > limit) oversold++
    }
    expect(oversold).toBeGreaterThan(0)
  }, 600_000)
})
