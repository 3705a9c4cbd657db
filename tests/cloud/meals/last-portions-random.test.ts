import { isLive } from '../../../cloudfunctions/_domain/meals/orders'
import { NOW } from '../../domain/builders'
import { aCloud, codeOf, type TestCloud } from '../a-cloud'
import { expectIntegrity } from '../integrity'
import { seededRandom } from '../seeded-gate'
import { bookAt, lunchAt, TABLES, threeTables, wrong } from './three-tables'

const SEED = Number(process.env.SEED ?? 5)
const ACTS = Number(process.env.ACTS ?? 240)
const TOGETHER = 4
const LIMIT = 4
const FAMILIES = 6

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ variables: { LOOK_FOR: '0' } })
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

describe('a dish at three tables, of which everybody does anything', () => {
  it(`is never sold more often than there is of it in ${ACTS} acts, and wholly in the end (seed ${SEED})`, async () => {
    const random = seededRandom(SEED)
    const pick = <T>(of: readonly [T, ...T[]]): T => of[Math.floor(random() * of.length)] ?? of[0]
    const came = new Map<string, number>()
    let now = NOW.getTime()
    await cloud.restock(threeTables(LIMIT))

    /** One act of somebody, decided by the seed. */
    const anAct = (): (() => Promise<void>) => {
      const nth = Math.floor(random() * FAMILIES)
      const [stationId, setId] = [pick(TABLES), pick(['fish-set', 'fish-set', 'greens-set'])]
      const orderId = `${lunchAt(stationId)}_e-${nth}`
      const as =
        (name: `meals.${string}`, input: object, who = `o-${nth}`) =>
        async () =>
          codeOf(await cloud.as(who).call(name, input))
      const rooms = { kitchenId: 'k-one', date: '2026-11-22', slot: 'lunch', setId: 'greens-set' }
      const [name, act] = pick<[string, () => Promise<string>]>([
        ['book', () => bookAt(cloud, nth, stationId, setId)],
        ['book', () => bookAt(cloud, nth, stationId, setId)],
        ['changeSet', as('meals.changeSet', { orderId, setId })],
        ['cancel', as('meals.cancel', { orderId, reason: '有事' })],
        ['share', as('meals.setSoldOut', { ...rooms, isSoldOut: random() < 0.2 }, 'o-kitchen')],
      ])
      return async () => {
        const code = await act()
        if (code === 'accepted') came.set(name, (came.get(name) ?? 0) + 1)
        expect({ name, code }).not.toMatchObject({ code: 'INTERNAL' })
      }
    }

    for (let done = 0; done < ACTS; done += TOGETHER) {
      const nth = 1 + Math.floor(random() * 60)
      const isKilled = random() < 0.3
      if (random() < 0.5)
        cloud.emulator.gateway.faults.set([
          { kind: 'http500', nth, times: pick([1, 1, 4]), when: 'after' },
          ...(isKilled ? [{ kind: 'http500' as const, nth: nth + 1, times: 1_000 }] : []),
        ])
      await Promise.all(Array.from({ length: TOGETHER }, anAct).map((act) => act()))
      cloud.emulator.gateway.faults.set([])
      expect({ seed: SEED, done, wrong: await wrong(cloud) }).toEqual({ seed: SEED, done, wrong: [] })
      now += random() * 50_000
      cloud.emulator.clock.set(new Date(now))
    }

    cloud.emulator.clock.set(new Date(now + 200_000)) // nothing is under way any more
    for (const order of (await cloud.stored('mealOrders')).filter(isLive))
      await cloud
        .as(order.elderId.replace('e-', 'o-'))
        .call('meals.cancel', { orderId: order.id, reason: '有事' })
    expect((await cloud.stored('mealOrders')).filter(isLive)).toEqual([])
    const codes: string[] = []
    for (let nth = 0; nth < FAMILIES; nth++) codes.push(await bookAt(cloud, nth, pick(TABLES)))
    expect({ seed: SEED, sold: codes.filter((code) => code === 'accepted').length }).toEqual({
      ...{ seed: SEED, sold: LIMIT },
    })
    expect(await wrong(cloud)).toEqual([])
    expectIntegrity(cloud)
    for (const name of ['book', 'changeSet', 'cancel', 'share'])
      expect([name, came.has(name)]).toEqual([name, true])
  }, 600_000)
})
