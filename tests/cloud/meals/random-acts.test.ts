import { heldBy, holdsPlace } from '../../../cloudfunctions/_domain/meals/claims/claiming'
import {
  capacityOf,
  isSameAs,
  lacking,
  minus,
  plus,
  takesOf,
} from '../../../cloudfunctions/_domain/meals/claims/pools'
import unseenTerms from '../../../cloudfunctions/_policies/unseen.json'
import { anElder, aRelative, aSitting, extremelyPoor, LUNCH, NOW, TOMORROW } from '../../domain/builders'
import { aCloud, codeOf, type TestCloud } from '../a-cloud'
import { expectIntegrity } from '../integrity'
import { aNeighbourhood } from '../neighbourhood'
import { seededRandom } from '../seeded-gate'

const SEED = Number(process.env.SEED ?? 14)
const ACTS = Number(process.env.ACTS ?? 1_000)
/** So many act at the same time. */
const TOGETHER = 4
const FAMILIES = 5
/** Milliseconds between them and the next. */
const MOST_BETWEEN = 50_000

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ variables: { LOOK_FOR: '0' } })
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const elders = Array.from({ length: FAMILIES }, (_, nth) =>
  anElder({ id: `e-${nth}`, categories: extremelyPoor }),
)
const accounts = [
  ...(aNeighbourhood().accounts ?? []),
  ...elders.map((elder, nth) => aRelative(`o-${nth}`, elder)),
]
/** Two seats, two portions, and fish for three: somebody always goes without. */
const capacity = capacityOf({ seats: 2, reserve: 0, portions: 2, dishes: { fish: 3 } }, unseenTerms)
const sets = aSitting().sets.map((set) => (set.id === 'fish' ? { ...set, limited: ['fish'] } : set))
const scene = aNeighbourhood({ elders, accounts, sittings: [aSitting({ sets, capacity, left: capacity })] })

/** What is left is what can be held without what is claimed; nothing is sold twice, and what stands has a claim of all that it takes. */
async function expectSound(about: object): Promise<number> {
  const [sitting, orders] = [await cloud.one('sittings', LUNCH), await cloud.stored('mealOrders')]
  if (!sitting) throw new Error('there is no sitting')
  const { claims, left } = sitting
  const standing = orders.filter(holdsPlace)
  const held = Object.values(claims).map(heldBy).reduce(plus, {})
  const sold = standing.map((order) => takesOf(sitting, order, false)).reduce(plus, {})
  const unclaimed = standing.filter((order) => {
    const claim = claims[order.elderId]
    return !claim || lacking(heldBy(claim), takesOf(sitting, order, false)).length > 0
  })
  expect({
    ...{ about, isCounted: isSameAs(left, minus(capacity, held)), oversold: lacking(capacity, sold) },
    ...{ negative: Object.keys(left).filter((pool) => (left[pool] ?? 0) < 0) },
    unclaimed: unclaimed.map(({ id }) => id),
  }).toEqual({ about, isCounted: true, oversold: [], negative: [], unclaimed: [] })
  return standing.length
}

describe('a lunch at which everybody does anything', () => {
  it(`is counted right at every moment of ${ACTS} acts, and every claim has its order in the end (seed ${SEED})`, async () => {
    const random = seededRandom(SEED)
    const pick = <T>(of: readonly [T, ...T[]]): T => of[Math.floor(random() * of.length)] ?? of[0]
    const came = new Map<string, number>()
    let most = 0
    let now = NOW.getTime()
    await cloud.restock(scene)

    /** One act of somebody, decided by the seed. */
    const anAct = (): (() => Promise<void>) => {
      const nth = Math.floor(random() * FAMILIES)
      const orderId = `${LUNCH}_e-${nth}`
      const meal = { setId: pick(['fish', 'greens']), mode: pick(['dineIn', 'takeAway', 'delivery']) }
      const key = random() < 0.3 ? { key: `key-of-${nth}-${pick(['a', 'b'])}` } : {}
      const family = `o-${nth}`
      const [openid, name, input] = pick<[string, `meals.${string}`, object]>([
        [family, 'meals.book', { sittingId: LUNCH, elderId: `e-${nth}`, ...meal, ...key }],
        [family, 'meals.book', { sittingId: LUNCH, elderId: `e-${nth}`, ...meal }],
        [family, 'meals.cancel', { orderId, reason: '不舒服', ...key }],
        [family, 'meals.cancel', { orderId, reason: '不舒服' }],
        [family, 'meals.changeSet', { orderId, setId: meal.setId }],
        [family, 'meals.switchMode', { orderId, mode: meal.mode }],
        [family, 'meals.switchMode', { orderId, mode: meal.mode }],
        ['o-clerk', 'meals.confirm', { orderId }],
        ['o-clerk', 'meals.refuse', { orderId, reason: '停电' }],
        ['o-clerk', 'meals.queue', { stationId: 'st-one', date: TOMORROW }],
      ])
      return async () => {
        const code = codeOf(await cloud.as(openid).call(name, input))
        const what = `${name} ${code === 'accepted' ? code : 'refused'}`
        came.set(what, (came.get(what) ?? 0) + 1)
        expect({ what: name, code }).not.toMatchObject({ code: 'INTERNAL' })
      }
    }

    for (let done = 0; done < ACTS; done += TOGETHER) {
      const [first, second] = [anAct(), anAct()]
      const acts = [first, second, ...(random() < 0.3 ? [first, second] : [anAct(), anAct()])] // many tap twice
      const nth = 1 + Math.floor(random() * 45)
      const when = pick(['before', 'after'] as const)
      const isKilled = random() < 0.4
      if (random() < 0.7)
        cloud.emulator.gateway.faults.set([
          { kind: pick(['http500', 'http500', 'conflict']), nth, times: pick([1, 1, 6, 12]), when },
          ...(isKilled ? [{ kind: 'http500' as const, nth: nth + 1, times: 1_000 }] : []),
        ])
      await Promise.all(acts.map((act) => act()))
      cloud.emulator.gateway.faults.set([])
      most = Math.max(most, await expectSound({ seed: SEED, done }))
      now += random() * MOST_BETWEEN
      cloud.emulator.clock.set(new Date(now))
    }

    cloud.emulator.clock.set(new Date(now + 200_000)) // nothing is under way any more
    await cloud.as('o-clerk').call('meals.queue', { stationId: 'st-one', date: TOMORROW })
    await expectSound({ seed: SEED, at: 'the end' })
    expectIntegrity(cloud)
    const [sitting, orders] = [await cloud.one('sittings', LUNCH), await cloud.stored('mealOrders')]
    const standing = orders.filter(holdsPlace).map(({ elderId }) => elderId)
    expect(Object.keys(sitting?.claims ?? {}).sort()).toEqual(standing.sort())
    expect(most).toBe(4) // all seats and all portions were sold at some moment
    for (const name of ['book', 'cancel', 'changeSet', 'switchMode', 'confirm', 'refuse'])
      expect({ name, times: came.get(`meals.${name} accepted`) ?? 0 }).not.toMatchObject({ times: 0 })
  }, 600_000)
})
