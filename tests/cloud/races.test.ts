import type { Reply } from '../../types/contract'
import {
  aMember,
  anElder,
  aRelative,
  aSitting,
  aVisit,
  DISTRICT,
  extremelyPoor,
  LUNCH,
} from '../domain/builders'
import { aCloud, codeOf, type Stock, type TestCloud } from './a-cloud'
import { aNeighbourhood } from './neighbourhood'
import { seededGate } from './seeded-gate'
import { twin } from './twins'

/** Schedules of ten requesters, and of two hundred; `npm run soak` asks for more. */
const SCHEDULES = Number(process.env.SCHEDULES ?? 100)
const LARGE_SCHEDULES = Number(process.env.LARGE_SCHEDULES ?? 3)
const REQUESTERS = Number(process.env.REQUESTERS ?? 10)
const FIRST_SEED = Number(process.env.SEED ?? 1)
/** A phone that hears `BUSY` asks again; so often at most. */
const ASKS = 50

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ functions: { twin } })
})
afterAll(() => cloud.close())

const name = (i: number) => `o-family-${String(i).padStart(3, '0')}`
const families = (count: number) => Array.from({ length: count }, (_, i) => i)

function stock(count: number, seats: number): Stock {
  const elders = families(count).map((i) => anElder({ id: `e-${i}`, categories: extremelyPoor }))
  const relatives = elders.map((elder, i) => aRelative(name(i), elder))
  return aNeighbourhood({ elders, accounts: relatives, sittings: [aSitting({ seats, seatsLeft: seats })] })
}

/** Everybody asks at once; the seed decides whose request goes through when. */
async function race(
  seed: number,
  openids: string[],
  ask: (openid: string, i: number) => Promise<Reply<unknown>>,
): Promise<{ codes: string[]; trace: string[] }> {
  const { invocations } = cloud.emulator.runnerParts
  const schedule = seededGate(seed, openids.length, (token) => invocations.callerOf(token)?.openid ?? '')
  cloud.emulator.gateway.setGate(schedule.gate)
  const codes = await Promise.all(
    openids.map(async (openid, i) => {
      let code = 'BUSY'
      for (let asked = 0; code === 'BUSY' && asked < ASKS; asked++) code = codeOf(await ask(openid, i))
      schedule.finished()
      return code
    }),
  )
  cloud.emulator.gateway.setGate(undefined)
  return { codes, trace: schedule.trace() }
}

const meal = { sittingId: LUNCH, mode: 'dineIn', setId: 'fish' }
const book = (openid: string, i: number) =>
  cloud.as(openid).call('meals.book', { ...meal, elderId: `e-${i}` })
const twinBook = (openid: string) => cloud.as(openid).call('twin.book', { id: LUNCH })

const accepted = (codes: string[]) => codes.filter((code) => code === 'accepted').length

/** Sells in one schedule; counts what was sold and checks that the books agree. */
async function sell(seed: number, count: number, seats: number, ask = book): Promise<number> {
  await cloud.restock(stock(count, seats))
  const { codes } = await race(seed, families(count).map(name), ask)
  const others = codes.filter((code) => code !== 'accepted' && code !== 'SITTING_FULL')
  expect({ seed, others }).toEqual({ seed, others: [] })
  return accepted(codes)
}

/** Orders, seats, days and audit lines all tell the same number. */
async function expectBooksToAgree(seed: number, seats: number, sold: number): Promise<void> {
  const [orders, sitting, days, lines] = await Promise.all([
    cloud.stored('mealOrders'),
    cloud.one('sittings', LUNCH),
    cloud.stored('subsidyDays'),
    cloud.stored('auditLog'),
  ])
  const told = [orders.length, seats - (sitting?.seatsLeft ?? -1), days.length, lines.length]
  expect({ seed, told }).toEqual({ seed, told: [sold, sold, sold, sold] })
}

describe('meals.book, in schedules that a seed decides', () => {
  it(`sells every seat and none twice in ${SCHEDULES} schedules of ${REQUESTERS} families; the twin oversells`, async () => {
    let oversold = 0
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed++) {
      const seats = 1 + (seed % Math.max(1, REQUESTERS - 1))
      const expected = Math.min(seats, REQUESTERS)
      expect({ seed, sold: await sell(seed, REQUESTERS, seats) }).toEqual({ seed, sold: expected })
      await expectBooksToAgree(seed, seats, expected)
      if ((await sell(seed, REQUESTERS, seats, twinBook)) > seats) oversold++
    }
    if (REQUESTERS > 1) expect(oversold).toBeGreaterThan(SCHEDULES / 2)
  }, 1_800_000)

  it(`does so when two hundred families ask, ${LARGE_SCHEDULES} times`, async () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + LARGE_SCHEDULES; seed++) {
      const seats = 3 + (seed % 5)
      expect({ seed, sold: await sell(seed, 200, seats) }).toEqual({ seed, sold: seats })
      await expectBooksToAgree(seed, seats, seats)
    }
  }, 600_000)

  it('replays a schedule from its seed', async () => {
    const runs: string[][] = []
    for (let run = 0; run < 2; run++) {
      await cloud.restock(stock(6, 2))
      await cloud.as(name(0)).call('meals.quote', { ...meal, elderId: 'e-0' }) // so that no run reads the policies
      runs.push((await race(7, families(6).map(name), book)).trace)
    }
    expect(runs[1]).toEqual(runs[0])
    expect(runs[0]?.length).toBeGreaterThan(50)
  })

  it('sells a seat again that was cancelled or refused', async () => {
    await cloud.restock(stock(4, 1))
    expect(codeOf(await book(name(0), 0))).toBe('accepted')
    expect(codeOf(await book(name(1), 1))).toBe('SITTING_FULL')
    await cloud.as(name(0)).call('meals.cancel', { orderId: `${LUNCH}_e-0` })
    const { codes } = await race(3, [1, 2, 3].map(name), (openid, i) => book(openid, i + 1))
    expect(accepted(codes)).toBe(1)
  })
})

describe('visits.claim, in schedules that a seed decides', () => {
  const helpers = ['o-helper-1', 'o-helper-2']
  const scene = () =>
    aNeighbourhood({
      visits: [aVisit()],
      accounts: helpers.map((id) => aMember(id, 'volunteer', DISTRICT, { helperKind: 'neighbour' })),
    })
  const claim = (openid: string) => cloud.as(openid).call('visits.claim', { visitId: 'v-1' })
  const twinClaim = (openid: string) => cloud.as(openid).call('twin.claim', { id: 'v-1' })

  it(`has one helper in each of ${SCHEDULES} schedules of two volunteers; the twin sends both`, async () => {
    let bothSent = 0
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed++) {
      await cloud.restock(scene())
      const { codes } = await race(seed, helpers, claim)
      expect({ seed, codes: [...codes].sort() }).toEqual({ seed, codes: ['VISIT_TAKEN', 'accepted'] })
      const winner = helpers[codes.indexOf('accepted')]
      expect((await cloud.one('visits', 'v-1'))?.helper?.openid).toBe(winner)

      await cloud.restock(scene())
      if (accepted((await race(seed, helpers, twinClaim)).codes) === 2) bothSent++
    }
    expect(bothSent).toBeGreaterThan(SCHEDULES / 10)
  }, 600_000)
})

describe('one order for one elder', () => {
  it('is made once when five relatives ask at once', async () => {
    const elder = anElder({ id: 'e-0', categories: extremelyPoor })
    const relatives = families(5).map((i) => aRelative(name(i), elder))
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 10; seed++) {
      await cloud.restock(aNeighbourhood({ elders: [elder], accounts: relatives }))
      const { codes } = await race(seed, families(5).map(name), (openid) => book(openid, 0))
      expect({ seed, codes }).toEqual({ seed, codes: families(5).map(() => 'accepted') })
      await expectBooksToAgree(seed, 20, 1)
    }
  })

  it('has the day’s subsidy once when lunch and dinner are booked at the same moment', async () => {
    const dinner = aSitting({ id: 'st-two_2026-11-22_dinner', stationId: 'st-two', slot: 'dinner' })
    const elder = anElder({ id: 'e-0', categories: extremelyPoor })
    const relatives = families(2).map((i) => aRelative(name(i), elder))
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 20; seed++) {
      await cloud.restock(
        aNeighbourhood({ elders: [elder], accounts: relatives, sittings: [aSitting(), dinner] }),
      )
      await race(seed, families(2).map(name), (openid, i) =>
        cloud.as(openid).call('meals.book', {
          sittingId: i === 0 ? LUNCH : dinner.id,
          elderId: 'e-0',
          mode: 'dineIn',
          setId: 'fish',
        }),
      )
      const paid = (await cloud.stored('mealOrders')).map((order) => order.elderPays).sort()
      expect({ seed, paid }).toEqual({ seed, paid: [1300, 1800] })
    }
  })
})
