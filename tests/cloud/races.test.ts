import bounds from '../../cloudfunctions/_policies/bounds.json'
import visitTerms from '../../cloudfunctions/_policies/visits.json'
import type { Reply } from '../../types/contract'
import {
  aMealPolicy,
  aMember,
  anElder,
  anOrder,
  aRelative,
  aSitting,
  aVisit,
  DISTRICT,
  extremelyPoor,
  LUNCH,
  NOW,
  TODAY,
} from '../domain/builders'
import { aCloud, codeOf, type Stock, type TestCloud } from './a-cloud'
import { expectIntegrity } from './integrity'
import { aNeighbourhood } from './neighbourhood'
import { race as raceIn } from './racing'
import { twin } from './twins'

/** Schedules of ten requesters, and of two hundred; `npm run soak` asks for more. */
const SCHEDULES = Number(process.env.SCHEDULES ?? 100)
const LARGE_SCHEDULES = Number(process.env.LARGE_SCHEDULES ?? 3)
const REQUESTERS = Number(process.env.REQUESTERS ?? 10)
const FIRST_SEED = Number(process.env.SEED ?? 1)
/** A phone that hears `BUSY` asks again; so often at most. */
const ASKS = 50
/** The twin, which shows that the races are real, runs in every so many-th of their schedules. */
const TWIN_EVERY = 5
const hasTwin = (seed: number) => (seed - FIRST_SEED) % TWIN_EVERY === 0

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ functions: { twin } })
})
afterAll(() => cloud.close())

const name = (i: number) => `o-family-${String(i).padStart(3, '0')}`
const families = (count: number) => Array.from({ length: count }, (_, i) => i)

const stocks = new Map<string, Stock>()
/** The same numbers give the very same stock. */
function stock(count: number, seats: number): Stock {
  const name = `${count} ${seats}`
  const known = stocks.get(name) ?? newStock(count, seats)
  stocks.set(name, known)
  return known
}

function newStock(count: number, seats: number): Stock {
  const elders = families(count).map((i) => anElder({ id: `e-${i}`, categories: extremelyPoor }))
  const relatives = elders.map((elder, i) => aRelative(name(i), elder))
  return aNeighbourhood({ elders, accounts: relatives, sittings: [aSitting({ seats, seatsLeft: seats })] })
}

/** Everybody asks at once, and again while it is busy; the seed decides whose request goes through when. */
async function race(
  seed: number,
  openids: string[],
  ask: (openid: string, i: number) => Promise<Reply<unknown>>,
): Promise<{ codes: string[]; trace: string[] }> {
  let isOfTwin = false
  const onCall = (functionName: string | undefined) => {
    isOfTwin ||= functionName === 'twin'
  }
  const { came, trace } = await raceIn(cloud, { seed, openids, onCall }, async (openid, i) => {
    let code = 'BUSY'
    for (let asked = 0; code === 'BUSY' && asked < ASKS; asked++) code = codeOf(await ask(openid, i))
    return code
  })
  if (!isOfTwin) expectIntegrity(cloud)
  return { codes: came, trace }
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
    cloud.stored('subsidyUses'),
    cloud.stored('auditLog'),
  ])
  const told = [orders.length, seats - (sitting?.left.seats ?? -1), days.length, lines.length]
  expect({ seed, told }).toEqual({ seed, told: [sold, sold, sold, sold] })
}

describe('meals.book, in schedules that a seed decides', () => {
  it(`sells every seat and none twice in ${SCHEDULES} schedules of ${REQUESTERS} families; the twin oversells`, async () => {
    let oversold = 0
    let twins = 0
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed++) {
      const seats = 1 + (seed % Math.max(1, REQUESTERS - 1))
      const expected = Math.min(seats, REQUESTERS)
      expect({ seed, sold: await sell(seed, REQUESTERS, seats) }).toEqual({ seed, sold: expected })
      await expectBooksToAgree(seed, seats, expected)
      if (!hasTwin(seed)) continue
      twins++
      if ((await sell(seed, REQUESTERS, seats, twinBook)) > seats) oversold++
    }
    if (REQUESTERS > 1) expect(oversold).toBeGreaterThan(twins / 2)
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
  const scene = aNeighbourhood({
    visits: [aVisit()],
    accounts: helpers.map((id) => aMember(id, 'volunteer', DISTRICT, { helperKind: 'neighbour' })),
  })
  const claim = (openid: string) => cloud.as(openid).call('visits.claim', { visitId: 'v-1' })
  const twinClaim = (openid: string) => cloud.as(openid).call('twin.claim', { id: 'v-1' })

  it(`has one helper in each of ${SCHEDULES} schedules of two volunteers; the twin sends both`, async () => {
    let bothSent = 0
    let twins = 0
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed++) {
      await cloud.restock(scene)
      const { codes } = await race(seed, helpers, claim)
      expect({ seed, codes: [...codes].sort() }).toEqual({ seed, codes: ['VISIT_TAKEN', 'accepted'] })
      const winner = helpers[codes.indexOf('accepted')]
      expect((await cloud.one('visits', 'v-1'))?.helper?.openid).toBe(winner)

      if (!hasTwin(seed)) continue
      twins++
      await cloud.restock(scene)
      if (accepted((await race(seed, helpers, twinClaim)).codes) === 2) bothSent++
    }
    expect(bothSent).toBeGreaterThan(twins / 10)
  }, 600_000)
})

describe('one order for one elder', () => {
  it('is made once when five relatives ask at once', async () => {
    const elder = anElder({ id: 'e-0', categories: extremelyPoor })
    const relatives = families(5).map((i) => aRelative(name(i), elder))
    const scene = aNeighbourhood({ elders: [elder], accounts: relatives })
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 10; seed++) {
      await cloud.restock(scene)
      const { codes } = await race(seed, families(5).map(name), (openid) => book(openid, 0))
      expect({ seed, codes }).toEqual({ seed, codes: families(5).map(() => 'accepted') })
      await expectBooksToAgree(seed, 20, 1)
    }
  })

  it('has the day’s subsidy once when lunch and dinner are booked at the same moment', async () => {
    const dinner = aSitting({ id: 'st-two_2026-11-22_dinner', stationId: 'st-two', slot: 'dinner' })
    const elder = anElder({ id: 'e-0', categories: extremelyPoor })
    const relatives = families(2).map((i) => aRelative(name(i), elder))
    const scene = aNeighbourhood({ elders: [elder], accounts: relatives, sittings: [aSitting(), dinner] })
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 20; seed++) {
      await cloud.restock(scene)
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

describe('an order that a clerk confirms while it is changed', () => {
  const orderId = `${LUNCH}_e-0`
  const elder = anElder({ id: 'e-0', categories: extremelyPoor })
  const family = name(0)
  const accounts = [...(aNeighbourhood().accounts ?? []), aRelative(family, elder)]
  const scene = aNeighbourhood({ elders: [elder], accounts })
  const seen = { setId: 'fish', mode: 'dineIn', deliverTo: null }
  /** Whether what she confirmed is what she saw, or says what it became since. */
  const isHonest = async () => {
    const order = await cloud.one('mealOrders', orderId)
    return order?.state !== 'confirmed' || order.setId === 'fish' || order.laterChanges !== undefined
  }
  type Act = [action: `${string}.${string}`, input: object]
  const raced = async (seed: number, changes: Act, confirms: Act) => {
    await cloud.restock(scene)
    await cloud.as(family).call('meals.book', { ...meal, elderId: 'e-0' })
    return race(seed, [family, 'o-clerk'], (openid) =>
      cloud.as(openid).call(...(openid === family ? changes : confirms)),
    )
  }

  it('is confirmed as what she saw, or not; the twin confirms what she has not seen', async () => {
    const ends = new Set<string>()
    let unseen = 0
    for (let seed = FIRST_SEED; seed < FIRST_SEED + 12; seed++) {
      const { codes } = await raced(
        seed,
        ['meals.changeSet', { orderId, setId: 'greens' }],
        ['meals.confirm', { orderId, seen }],
      )
      expect({ seed, first: codes[0], isHonest: await isHonest() }).toEqual({
        ...{ seed, first: 'accepted', isHonest: true },
      })
      ends.add(codes[1] ?? '')
      await raced(
        seed,
        ['twin.change', { id: orderId, setId: 'greens' }],
        ['twin.confirm', { id: orderId, setId: seen.setId }],
      )
      if (!(await isHonest())) unseen++
    }
    expect(['ORDER_CHANGED', 'accepted']).toEqual(expect.arrayContaining([...ends]))
    expect(unseen).toBeGreaterThan(0)
  })
})

describe('what is limited', () => {
  const DINNER = 'st-two_2026-11-22_dinner'
  const AT_TWO = 'st-two_2026-11-22_lunch'
  const dinner = aSitting({ id: DINNER, stationId: 'st-two', slot: 'dinner' })
  const atTwo = aSitting({ id: AT_TWO, stationId: 'st-two' })
  const elder = anElder({ id: 'e-0', categories: extremelyPoor })
  const two = families(2).map(name)
  const seeds = Array.from({ length: Math.min(SCHEDULES, 40) }, (_, i) => FIRST_SEED + i)
  /** Policies are trusted for a minute, so each scene with others begins at its own time. */
  const later = (nth: number) => new Date(NOW.getTime() + nth * 120_000)
  const ordered = (openid: string, sittingId: string) =>
    cloud.as(openid).call('meals.book', {
      ...{ sittingId, elderId: 'e-0', mode: 'dineIn', setId: 'fish' },
      isMeant: true, // a second lunch, where there are two
    })
  const twins = seeds.filter(hasTwin)
  const scene = (own: Stock = {}) =>
    aNeighbourhood({
      elders: [elder],
      accounts: two.map((id) => aRelative(id, elder)),
      sittings: [aSitting(), atTwo, dinner],
      ...own,
    })
  const [layer] = aMealPolicy().layers
  const [rule] = layer?.rules ?? []
  if (!layer || !rule) throw new Error('the policy has no rule')
  const limitedTo = (limits: typeof rule.limits, own: object = {}) =>
    aMealPolicy({ layers: [{ ...layer, rules: [{ ...rule, limits, ...own }] }] })
  const usedBefore = (period: string, times: number) => ({
    id: `e-0_${period}`,
    district: DISTRICT,
    elderId: 'e-0',
    period,
    uses: Array.from({ length: times }, (_, i) => ({
      orderId: `earlier-${i}`,
      on: '2026-11-01',
      slot: 'lunch' as const,
      layer: layer.layer,
      rule: rule.rule,
      amount: 500,
    })),
    denied: [],
    meals: [],
  })
  const paid = async () => (await cloud.stored('mealOrders')).map(({ elderPays }) => elderPays).sort()
  /** Both ask a function that checks first and writes then. */
  const givenByTwin = async (
    seed: number,
    action: 'subsidise' | 'serve' | 'elsewhere',
    id: string,
    most: number,
  ) => {
    let given = 0
    await race(seed, two, async (openid) => {
      const reply = await cloud.as(openid).call(`twin.${action}`, { id, orderId: openid, most })
      if (reply.ok && (reply.data as { isGiven: boolean }).isGiven) given++
      return reply
    })
    return given
  }

  it('once a day is given once when two stations are asked at the same moment; the twin gives it twice', async () => {
    const asked = scene()
    const counted = scene({ subsidyUses: [usedBefore('2026-11-22', 0)] })
    let twice = 0
    for (const seed of seeds) {
      await cloud.restock(asked)
      await race(seed, two, (openid, i) => ordered(openid, i === 0 ? LUNCH : AT_TWO))
      expect({ seed, paid: await paid() }).toEqual({ seed, paid: [1300, 1800] })
      expect((await cloud.stored('subsidyUses')).flatMap(({ uses }) => uses)).toHaveLength(1)

      if (!hasTwin(seed)) continue
      await cloud.restock(counted)
      if ((await givenByTwin(seed, 'subsidise', 'e-0_2026-11-22', 1)) === 2) twice++
    }
    expect(twice).toBeGreaterThan(twins.length / 4)
  })

  it('the last of a month is given once when two stations are asked at the same moment; the twin gives it twice', async () => {
    const month = usedBefore('2026-11', 9)
    const asked = scene({ policies: [limitedTo([{ per: 'month', times: 10 }])], subsidyUses: [month] })
    let twice = 0
    for (const seed of seeds) {
      await cloud.restock(asked, later(1))
      await race(seed, two, (openid, i) => ordered(openid, i === 0 ? LUNCH : DINNER))
      expect({ seed, paid: await paid() }).toEqual({ seed, paid: [1300, 1800] })
      expect((await cloud.one('subsidyUses', month.id))?.uses).toHaveLength(10)

      if (!hasTwin(seed)) continue
      await cloud.restock(asked, later(1))
      if ((await givenByTwin(seed, 'subsidise', month.id, 10)) === 2) twice++
    }
    expect(twice).toBeGreaterThan(twins.length / 4)
  })

  it('the last fen of a monthly sum are given once', async () => {
    const policies = [limitedTo([{ per: 'month', amount: 5200 }])]
    const asked = scene({ policies, subsidyUses: [usedBefore('2026-11', 10)] })
    for (const seed of seeds) {
      await cloud.restock(asked, later(2))
      await race(seed, two, (openid, i) => ordered(openid, i === 0 ? LUNCH : DINNER))
      expect({ seed, paid: await paid() }).toEqual({ seed, paid: [1600, 1800] })
    }
  })

  it('goes from a meal that is cancelled to one that is booked at the same moment', async () => {
    const asked = scene()
    for (const seed of seeds) {
      await cloud.restock(asked)
      expect(codeOf(await ordered(two[0] ?? '', LUNCH))).toBe('accepted')
      const { codes } = await race(seed, two, (openid, i) =>
        i === 0
          ? cloud.as(openid).call('meals.cancel', { orderId: `${LUNCH}_e-0` })
          : ordered(openid, DINNER),
      )
      expect({ seed, codes }).toEqual({ seed, codes: ['accepted', 'accepted'] })
      const [day] = await cloud.stored('subsidyUses')
      expect({ seed, uses: day?.uses.map(({ orderId }) => orderId), denied: day?.denied }).toEqual({
        seed,
        uses: [`${DINNER}_e-0`],
        denied: [],
      })
      expect({ seed, pays: (await cloud.one('mealOrders', `${DINNER}_e-0`))?.elderPays }).toEqual({
        seed,
        pays: 1300,
      })
      expect((await cloud.one('sittings', LUNCH))?.left.seats).toBe(20)
    }
  })

  it('agrees with seats and orders when one meal is cancelled and booked at the same moment', async () => {
    const asked = scene()
    for (const seed of seeds) {
      await cloud.restock(asked)
      await ordered(two[0] ?? '', LUNCH)
      await race(seed, two, (openid, i) =>
        i === 0
          ? cloud.as(openid).call('meals.cancel', { orderId: `${LUNCH}_e-0` })
          : cloud.as(openid).call('meals.book', { ...meal, elderId: 'e-0', setId: 'greens' }),
      )
      const order = await cloud.one('mealOrders', `${LUNCH}_e-0`)
      const live = order?.state === 'placed' ? 1 : 0
      const [day] = await cloud.stored('subsidyUses')
      const seats = (await cloud.one('sittings', LUNCH))?.left.seats
      expect({ seed, seats, uses: day?.uses.length }).toEqual({ seed, seats: 20 - live, uses: live })
    }
  })

  it.each([
    ['the same other way', ['delivery', 'delivery']],
    ['two other ways', ['delivery', 'takeAway']],
  ])('is given back once when a meal is changed to %s twice at once', async (_case, modes) => {
    const policies = [limitedTo([{ per: 'month', times: 10 }], { modes: ['dineIn'] })]
    const asked = scene({ policies, subsidyUses: [usedBefore('2026-11', 9)] })
    for (const seed of seeds) {
      await cloud.restock(asked, later(3))
      expect(codeOf(await ordered(two[0] ?? '', LUNCH))).toBe('accepted')
      expect((await cloud.one('subsidyUses', 'e-0_2026-11'))?.uses).toHaveLength(10)
      const { codes } = await race(seed, two, (openid, i) =>
        cloud.as(openid).call('meals.switchMode', { orderId: `${LUNCH}_e-0`, mode: modes[i] }),
      )
      expect({ seed, codes }).toEqual({ seed, codes: ['accepted', 'accepted'] })
      const month = await cloud.one('subsidyUses', 'e-0_2026-11')
      const sitting = await cloud.one('sittings', LUNCH)
      expect({ seed, uses: month?.uses.map(({ orderId }) => orderId) }).toEqual({
        seed,
        uses: usedBefore('2026-11', 9).uses.map(({ orderId }) => orderId),
      })
      expect(sitting).toMatchObject({ left: { seats: 20, portions: 9 } })
      expect(await paid()).toEqual([1800])
    }
  })

  it('is no second lunch when two stations are asked at the same moment; the twin books two', async () => {
    const unasked = (openid: string, sittingId: string) =>
      cloud.as(openid).call('meals.book', { sittingId, elderId: 'e-0', mode: 'dineIn', setId: 'fish' })
    const asked = scene({ policies: [limitedTo([])] }) // nothing is limited: the list alone is between them
    const listed = scene({ subsidyUses: [usedBefore('2026-11', 0)] })
    let twice = 0
    for (const [n, seed] of seeds.slice(0, 20).entries()) {
      await cloud.restock(asked, later(9))
      if (n % 2 === 0) {
        // Both were booked and cancelled before: each is in the list already.
        for (const sittingId of [LUNCH, AT_TWO]) {
          expect(codeOf(await unasked(two[0] ?? '', sittingId))).toBe('accepted')
          await cloud.as(two[0] ?? '').call('meals.cancel', { orderId: `${sittingId}_e-0` })
        }
      }
      const { codes } = await race(seed, two, (openid, i) => unasked(openid, i === 0 ? LUNCH : AT_TWO))
      expect({ seed, codes: codes.sort() }).toEqual({ seed, codes: ['ALREADY_ELSEWHERE', 'accepted'] })
      const live = (await cloud.stored('mealOrders')).filter(({ state }) => state === 'placed')
      expect({ seed, live: live.length }).toEqual({ seed, live: 1 })

      if (!hasTwin(seed)) continue
      await cloud.restock(listed, later(9))
      if ((await givenByTwin(seed, 'elsewhere', 'e-0_2026-11', 1)) === 2) twice++
    }
    expect(twice).toBeGreaterThan(0)
  })

  it('and the seat stay as they are when the set is changed while the way of eating is, or while it is cancelled', async () => {
    const orderId = `${LUNCH}_e-0`
    for (const [n, seed] of seeds.slice(0, 20).entries()) {
      const isCancelled = n % 2 === 0
      await cloud.restock(scene(), later(7))
      expect(codeOf(await ordered(two[0] ?? '', LUNCH))).toBe('accepted')
      await race(seed, two, (openid, i) => {
        const by = cloud.as(openid)
        if (i === 0) return by.call('meals.changeSet', { orderId, setId: 'greens' })
        if (isCancelled) return by.call('meals.cancel', { orderId })
        return by.call('meals.switchMode', { orderId, mode: 'takeAway' })
      })
      const order = await cloud.one('mealOrders', orderId)
      const [month] = await cloud.stored('subsidyUses')
      expect({ seed, order, uses: month?.uses }).toMatchObject({
        seed,
        order: isCancelled ? { state: 'cancelled' } : { setId: 'greens', mode: 'takeAway' },
        uses: isCancelled ? [] : [{ orderId }],
      })
      const left = { seats: 20, portions: isCancelled ? 10 : 9 }
      expect(await cloud.one('sittings', LUNCH)).toMatchObject({ left })
    }
  })

  it('to a person and day is owed to operators once when two stations serve at the same moment; the twin owes it twice', async () => {
    const line = {
      rule: 'operator-3-a-day',
      label: '助餐点运营补贴',
      payer: 'district' as const,
      amount: 300,
      per: 'personDay' as const,
    }
    const clerks = ['o-clerk', 'o-other-clerk']
    const at = (station: string) => `${station}_${TODAY}_lunch_e-wang`
    const stations = ['st-one', 'st-two']
    const orders = stations.map((stationId) =>
      anOrder({
        id: at(stationId),
        stationId,
        date: TODAY,
        startsAt: NOW.toISOString(),
        state: 'confirmed',
        operator: [line],
      }),
    )
    const day = { id: `e-wang_${TODAY}`, district: DISTRICT, elderId: 'e-wang', date: TODAY, served: [] }
    const asked = aNeighbourhood({ mealOrders: orders })
    const counted = scene({ servedDays: [day] })
    let twice = 0
    for (const seed of seeds) {
      await cloud.restock(asked)
      const { codes } = await race(seed, clerks, (openid, i) =>
        cloud.as(openid).call('meals.serve', { orderId: at(stations[i] ?? '') }),
      )
      expect({ seed, codes }).toEqual({ seed, codes: ['accepted', 'accepted'] })
      const entries = await cloud.stored('settlementEntries')
      expect({ seed, owed: entries.flatMap(({ owed }) => owed.map(({ amount }) => amount)) }).toEqual({
        seed,
        owed: [300],
      })
      expect(entries).toHaveLength(2)
      expect((await cloud.one('servedDays', day.id))?.served).toHaveLength(2)
      expect((await cloud.stored('flags')).map(({ kind }) => kind)).toEqual(['twoStations'])

      if (!hasTwin(seed)) continue
      await cloud.restock(counted)
      if ((await givenByTwin(seed, 'serve', day.id, 1)) === 2) twice++
    }
    expect(twice).toBeGreaterThan(twins.length / 4)
  })
})

describe('what one elder hears, and one helper takes on', () => {
  const seeds = Array.from({ length: Math.min(SCHEDULES, 20) }, (_, i) => FIRST_SEED + i)
  const wang = anElder({ openid: 'o-wang' })
  const strangers = families(4).map((i) => `o-new-${i}`)
  const asksOn = { date: TODAY, count: bounds.asksOfOneElderADay - 2 }
  const wish = { by: { code: wang.code }, relation: 'son', scopes: ['view'], name: '某人' }
  /** Asks a function that checks first and writes then for one of two places; whether it gave one. */
  const takesFromTwin = async (openid: string, action: 'ask' | 'take', id: string, nth: number) => {
    const reply = await cloud.as(openid).call(`twin.${action}`, { id, orderId: `${nth}`, most: 2 })
    return { reply, isGiven: reply.ok && (reply.data as { isGiven: boolean }).isGiven }
  }

  it('is so many asks and no more, when four ask for two places; the twin hears more', async () => {
    const scene = aNeighbourhood({ elders: [{ ...wang, asksOn }], relations: [] })
    let over = 0
    for (const seed of seeds) {
      await cloud.restock(scene)
      const { codes } = await race(seed, strangers, (openid) => cloud.as(openid).call('people.ask', wish))
      const asking = (await cloud.stored('relations')).filter(({ state }) => state === 'asked')
      expect({ seed, asking: asking.length, codes: [...codes].sort() }).toEqual({
        ...{ seed, asking: 2 },
        codes: ['TOO_MANY_TODAY', 'TOO_MANY_TODAY', 'accepted', 'accepted'],
      })
      if (!hasTwin(seed)) continue
      let given = 0
      await race(seed, strangers, async (openid, i) => {
        const { reply, isGiven } = await takesFromTwin(openid, 'ask', 'e-wang', i)
        if (isGiven) given++
        return reply
      })
      if (given > 2) over++
    }
    expect(over).toBeGreaterThan(0)
  }, 600_000)

  it('is so many doors and no more, when twelve are claimed at once; the twin takes on more', async () => {
    const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
    const doors = families(12)
    const visits = [
      ...doors.map((i) => aVisit({ id: `v-${i}` })),
      ...families(visitTerms.mostTasks - 2).map((i) => aVisit({ id: `mine-${i}`, state: 'claimed', helper })),
    ]
    await cloud.restock(aNeighbourhood({ visits }))
    const claim = async (i: number) => {
      let code = 'BUSY'
      for (let asked = 0; code === 'BUSY' && asked < ASKS; asked++)
        code = codeOf(await cloud.as('o-volunteer').call('visits.claim', { visitId: `v-${i}` }))
      return code
    }
    const codes = await Promise.all(doors.map(claim))
    expect(accepted(codes)).toBe(2)
    expect(codes.filter((code) => code === 'TOO_MANY_TASKS')).toHaveLength(10)
    const held = (await cloud.stored('visits')).filter((one) => one.helper?.openid === 'o-volunteer')
    expect(held).toHaveLength(visitTerms.mostTasks)

    const taken = await Promise.all(doors.map((i) => takesFromTwin('o-volunteer', 'take', 'o-volunteer', i)))
    expect(taken.filter(({ isGiven }) => isGiven).length).toBeGreaterThan(2)
  }, 60_000)
})
