import { capacityOf } from '../../../cloudfunctions/_domain/meals/claims/pools'
import unseenTerms from '../../../cloudfunctions/_policies/unseen.json'
import { anElder, aRelative, aSitting, extremelyPoor, LUNCH } from '../../domain/builders'
import { aCloud, codeOf, type TestCloud } from '../a-cloud'
import { expectIntegrity } from '../integrity'
import { aNeighbourhood } from '../neighbourhood'
import { race } from '../racing'
import { twin } from '../twins'

/** Schedules of each pool. */
const SCHEDULES = Number(process.env.SCHEDULES ?? 7)
const FIRST_SEED = Number(process.env.SEED ?? 1)
const FAMILIES = 8

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ functions: { twin } })
})
afterAll(() => cloud.close())

const families = Array.from({ length: FAMILIES }, (_, nth) => `o-family-${nth}`)
const elders = families.map((_, nth) => anElder({ id: `e-${nth}`, categories: extremelyPoor }))
const accounts = elders.map((elder, nth) => aRelative(families[nth] ?? '', elder))
const sets = aSitting().sets.map((set) => (set.id === 'fish' ? { ...set, limited: ['fish'] } : set))

/** A lunch with so many places and so much fish. */
function lunchOf(places: { seats: number; portions: number; fish: number }) {
  const capacity = capacityOf(
    { seats: places.seats, reserve: 0, portions: places.portions, dishes: { fish: places.fish } },
    unseenTerms,
  )
  return aNeighbourhood({ elders, accounts, sittings: [aSitting({ sets, capacity, left: capacity })] })
}

const seeds = Array.from({ length: SCHEDULES }, (_, nth) => FIRST_SEED + nth)
const scarce = [
  {
    pool: 'portions',
    of: (n: number) => lunchOf({ seats: 0, portions: n, fish: 30 }),
    mode: 'takeAway',
    code: 'SITTING_FULL',
  },
  {
    pool: 'd-fish',
    of: (n: number) => lunchOf({ seats: 30, portions: 30, fish: n }),
    mode: 'dineIn',
    code: 'SET_NOT_OFFERED',
  },
] as const

describe.each(scarce)('$pool, in schedules that a seed decides', ({ pool, of, mode, code }) => {
  const sold = (codes: string[]) => codes.filter((one) => one === 'accepted').length
  const raced = (seed: number, ask: (openid: string, nth: number) => Promise<string>) =>
    race(cloud, { seed, openids: families }, ask)
  const book = async (openid: string, nth: number) => {
    for (;;) {
      const wish = { sittingId: LUNCH, elderId: `e-${nth}`, mode, setId: 'fish' }
      const came = codeOf(await cloud.as(openid).call('meals.book', wish))
      if (came !== 'BUSY') return came
    }
  }
  const bookFromTwin = async (openid: string) =>
    codeOf(await cloud.as(openid).call('twin.book', { id: LUNCH, pool }))

  it('are sold to the last one, and none twice; the twin oversells', async () => {
    let oversold = 0
    for (const seed of seeds) {
      const most = 1 + (seed % (FAMILIES - 1))
      await cloud.restock(of(most))
      const { came } = await raced(seed, book)
      expect({ seed, came: [...came].sort() }).toEqual({
        ...{ seed, came: families.map((_, nth) => (nth < most ? 'accepted' : code)).sort() },
      })
      expect(await cloud.one('sittings', LUNCH)).toMatchObject({ left: { [pool]: 0 } })
      expectIntegrity(cloud)

      await cloud.restock(of(most))
      if (sold((await raced(seed, bookFromTwin)).came) > most) oversold++
    }
    expect(oversold).toBeGreaterThan(SCHEDULES / 2)
  }, 600_000)
})
