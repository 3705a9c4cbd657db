import texts from '../../../cloudfunctions/_policies/consents.json'
import unseenTerms from '../../../cloudfunctions/_policies/unseen.json'
import type { MealOrder, QueuedOrder, Quote } from '../../../types/meals/orders'
import type { Me } from '../../../types/people'
import type { Registered } from '../../../types/people/elders'
import { anElder, anElderAccount, anOrder, aSitting, aVisit, LUNCH, NOW, TODAY } from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, wang } from '../neighbourhood'
import { race } from '../racing'
import { twin } from '../twins'

const SEATS = 40
const HALF = 20
const AT_TWO = 'st-two_2026-11-22_lunch'
const agreed = texts.texts
  .filter(({ purpose }) => purpose === 'service')
  .map(({ purpose, version }) => ({ purpose, version }))

const fresh = (count: number) => Array.from({ length: count }, (_, nth) => `o-fresh-${nth}`)
const unseenElder = (openid: string) => anElder({ id: `e-${openid}`, openid, seen: null })
/** So many accounts of elders whom nobody has seen, and one lunch. */
const crowd = (count: number, own: Stock = {}) => {
  const elders = fresh(count).map(unseenElder)
  const accounts = elders.map((elder) => anElderAccount(elder.openid ?? '', elder))
  const plain = aNeighbourhood()
  return aNeighbourhood({
    elders: [...(plain.elders ?? []), ...elders],
    accounts: [...(plain.accounts ?? []), ...accounts],
    sittings: [
      aSitting({ seats: SEATS, seatsLeft: SEATS, portions: 10, portionsLeft: 10 }),
      aSitting({ id: AT_TWO, stationId: 'st-two', stationName: '二号驿站' }),
      ...['2026-11-28', '2026-11-29'].map((date) => aSitting({ id: `st-one_${date}_lunch`, date })),
    ],
    ...own,
  })
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ functions: { twin } })
})
afterAll(() => cloud.close())

const call = (openid: string, name: `${string}.${string}`, input: object) =>
  cloud.as(openid).call(name, input)
const wish = (openid: string, own: object = {}) => ({
  ...{ sittingId: LUNCH, elderId: `e-${openid}`, mode: 'dineIn', setId: 'fish' },
  ...own,
})
const book = (openid: string, own: object = {}) => call(openid, 'meals.book', wish(openid, own))
const bookFor = (openid: string, own: object = {}) =>
  call('o-clerk', 'meals.bookFor', { ...wish(openid, own), channel: 'phone' })
const ringFirst = async (openid: string, own: object = {}) =>
  accepted<Quote>(await call(openid, 'meals.quote', wish(openid, own))).ringFirst
/** What is left of it, and what elders whom nobody has seen hold. */
const lunch = async () => {
  const { capacity = {}, left = {} } = (await cloud.one('sittings', LUNCH)) ?? {}
  const unseenIn = (pool: string) => (capacity[pool] ?? 0) - (left[pool] ?? 0)
  return {
    ...{ seatsLeft: left.seats, portionsLeft: left.portions },
    unseen: { seats: unseenIn('u-seats'), portions: unseenIn('u-portions') },
  }
}
const seenOf = async (openid: string) => (await cloud.one('elders', `e-${openid}`))?.seen
const littleUntil = async (openid: string) =>
  accepted<Me>(await call(openid, 'people.me', {})).elders[0]?.littleUntil

/** What those are answered who may hold no more. */
const refused = (why: string, more: object = {}) => ({
  ok: false,
  code: 'NOT_SEEN_YET',
  detail: { why, stationName: '一号驿站', stationPhone: '000-0001', ...more },
})

describe('elders whom nobody has seen', () => {
  it('register on fresh accounts, and take half of a table and no more; whoever is known books still', async () => {
    const plain = aNeighbourhood()
    await cloud.restock({ ...plain, sittings: [aSitting({ seats: SEATS, seatsLeft: SEATS })] })
    const codes: string[] = []
    for (const openid of fresh(25)) {
      const { elderId } = accepted<Registered>(
        await call(openid, 'people.registerSelf', {
          elder: { name: '周甲乙', birthDate: '1950-01-01', sex: 'male', building: '1 号', living: 'alone' },
          stationId: 'st-one',
          agreed,
        }),
      )
      codes.push(codeOf(await call(openid, 'meals.book', { ...wish(openid), elderId })))
    }
    expect(codes).toEqual([...Array(HALF).fill('accepted'), ...Array(5).fill('NOT_SEEN_YET')])
    expect(await lunch()).toMatchObject({ seatsLeft: HALF, unseen: { seats: HALF, portions: 0 } })
    accepted(await call('o-daughter', 'meals.book', { ...wish(''), elderId: 'e-wang' }))
    expect(await lunch()).toMatchObject({ seatsLeft: HALF - 1, unseen: { seats: HALF } })
  })

  it('hold half when all ask at once, in every schedule; the twin overruns', async () => {
    const scene = crowd(8, { sittings: [aSitting({ seats: 6, seatsLeft: 6 })] })
    const asking = fresh(8)
    /** How many got a place. */
    const raced = async (seed: number, ask: (openid: string) => Promise<boolean>) => {
      await cloud.restock(scene)
      const { came } = await race(cloud, { seed, openids: asking }, ask)
      return came.filter(Boolean).length
    }
    let overrun = 0
    for (let seed = 1; seed <= 8; seed++) {
      const held = await raced(seed, async (openid) => {
        let code = 'BUSY'
        for (let asked = 0; code === 'BUSY' && asked < 50; asked++) code = codeOf(await book(openid))
        expect(['accepted', 'NOT_SEEN_YET']).toContain(code)
        return code === 'accepted'
      })
      expect({ seed, held, lunch: await lunch() }).toMatchObject({
        ...{ seed, held: 3, lunch: { seatsLeft: 3, unseen: { seats: 3 } } },
      })
      const given = await raced(seed, async (openid) => {
        const reply = await call(openid, 'twin.hold', { id: LUNCH, orderId: openid, most: 3 })
        return reply.ok && (reply.data as { isGiven: boolean }).isGiven
      })
      if (given > 3) overrun++
    }
    expect(overrun).toBeGreaterThan(2)
  })

  it('are told whom to ring, and never that it is full; a table that is full says so', async () => {
    await cloud.restock(crowd(2, { sittings: [aSitting({ seats: 2, seatsLeft: 2 })] }))
    accepted(await book('o-fresh-0'))
    expect(await book('o-fresh-1')).toMatchObject(refused('share'))
    expect(await ringFirst('o-fresh-1')).toEqual({ stationName: '一号驿站', stationPhone: '000-0001' })
    expect(await ringFirst('o-fresh-1', { mode: 'takeAway' })).toBeUndefined()
    expect(await ringFirst('o-fresh-0')).toBeUndefined() // it is hers
    expect(await ringFirst('o-daughter', { elderId: 'e-wang' })).toBeUndefined()
    expect(await ringFirst('o-clerk', { elderId: 'e-o-fresh-1' })).toBeUndefined()
    accepted(await call('o-daughter', 'meals.book', { ...wish(''), elderId: 'e-wang' }))
    expect(codeOf(await book('o-fresh-1'))).toBe('SITTING_FULL')
  })

  it('hold half of the portions, too, whatever they hold of the seats', async () => {
    await cloud.restock(crowd(12))
    for (const openid of fresh(5)) accepted(await book(openid, { mode: 'takeAway' }))
    expect(await book('o-fresh-5', { mode: 'takeAway' })).toMatchObject(refused('share'))
    accepted(await book('o-fresh-5'))
    const orderId = `${LUNCH}_e-o-fresh-5`
    const switched = { orderId, mode: 'takeAway' }
    expect(await call('o-fresh-5', 'meals.switchMode', switched)).toMatchObject(refused('share'))
    const away = `${LUNCH}_e-o-fresh-0`
    accepted(await call('o-fresh-0', 'meals.switchMode', { orderId: away, mode: 'dineIn' }))
    expect(await lunch()).toMatchObject({ portionsLeft: 6, unseen: { seats: 2, portions: 4 } })
    accepted(await call('o-fresh-5', 'meals.switchMode', switched))
    expect(await lunch()).toMatchObject({ unseen: { seats: 1, portions: 5 } })
  })

  it('give back what they held of it, whether they cancel or the station refuses', async () => {
    await cloud.restock(crowd(2))
    accepted(await book('o-fresh-0'))
    accepted(await book('o-fresh-1'))
    accepted(await call('o-fresh-0', 'meals.cancel', { orderId: `${LUNCH}_e-o-fresh-0` }))
    expect(await lunch()).toMatchObject({ seatsLeft: SEATS - 1, unseen: { seats: 1 } })
    accepted(await call('o-clerk', 'meals.refuse', { orderId: `${LUNCH}_e-o-fresh-1` }))
    expect(await lunch()).toMatchObject({ seatsLeft: SEATS, unseen: { seats: 0 } })
  })

  it('book the coming seven days, and the same meal of a day once, whatever they mean', async () => {
    await cloud.restock(crowd(1))
    expect(await littleUntil('o-fresh-0')).toBe('2026-11-28')
    accepted(await book('o-fresh-0', { sittingId: 'st-one_2026-11-28_lunch' }))
    expect(await book('o-fresh-0', { sittingId: 'st-one_2026-11-29_lunch' })).toMatchObject(
      refused('days', { until: '2026-11-28' }),
    )
    accepted(await book('o-fresh-0'))
    for (const own of [{}, { isMeant: true }])
      expect(await book('o-fresh-0', { sittingId: AT_TWO, ...own })).toMatchObject({
        ...{ code: 'NOT_SEEN_YET', detail: { why: 'second', slot: 'lunch', stationName: '二号驿站' } },
      })
  })

  it('are marked on the counter’s list until they are known', async () => {
    await cloud.restock(crowd(1))
    accepted(await book('o-fresh-0'))
    accepted(await call('o-daughter', 'meals.book', { ...wish(''), elderId: 'e-wang' }))
    const queue = async () => {
      const rows = await call('o-clerk', 'meals.queue', { stationId: 'st-one', date: '2026-11-22' })
      return accepted<QueuedOrder[]>(rows).map(({ elderId, isFirst }) => [elderId, isFirst])
    }
    expect(await queue()).toEqual([
      ['e-o-fresh-0', true],
      ['e-wang', undefined],
    ])
    accepted(await call('o-clerk', 'people.find', { stationId: 'st-one', text: '王秀英' }))
    expect((await queue())[0]).toEqual(['e-o-fresh-0', true])
  })
})

describe('an elder becomes known', () => {
  const openid = 'o-fresh-0'
  const elderId = `e-${openid}`
  const code = '87654321'
  const orderId = `${LUNCH}_${elderId}`
  const yes = agreed[0]
  const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
  const visit = aVisit({ id: 'v-1', elderId, state: 'claimed', helper })
  const ways: [string, string, Stock, () => Promise<unknown>][] = [
    ['when a clerk books for her', 'booked', {}, () => bookFor(openid)],
    [
      'when her card is shown at a counter',
      'card',
      {},
      () => call('o-other-clerk', 'people.find', { stationId: 'st-two', text: code }),
    ],
    [
      'when she is served',
      'served',
      {
        mealOrders: [
          anOrder({ id: orderId, elderId, state: 'confirmed', date: TODAY, startsAt: NOW.toISOString() }),
        ],
      },
      () => call('o-clerk', 'meals.serve', { orderId, reason: '来吃了' }),
    ],
    [
      'when a helper has met her at her door',
      'visited',
      { visits: [visit] },
      () => call('o-volunteer', 'visits.report', { visitId: 'v-1', outcome: 'well', note: '' }),
    ],
    [
      'when a clerk has seen her papers',
      'papers',
      {},
      () => call('o-clerk', 'people.verify', { elderId, identity: { name: '周甲乙' }, reason: '看了身份证' }),
    ],
    [
      'when a clerk writes down on paper what she agrees to',
      'papers',
      {
        elders: [{ ...unseenElder(openid), state: 'pending', consents: { ...wang.consents, service: null } }],
      },
      () =>
        call('o-clerk', 'people.consent', {
          ...{ elderId, agreed: yes, isGiven: true },
          paper: { how: 'paper', form: '2026-1', witness: '李站长' },
        }),
    ],
  ]

  it.each(ways)('%s, and stays so', async (_way, how, own, act) => {
    const scene = crowd(1, own)
    const cards = [...(scene.cards ?? []), { id: code, district: wang.district, elderId }]
    const elders = (scene.elders ?? []).map((one) => (one.id === elderId ? { ...one, code } : one))
    await cloud.restock({ ...scene, elders, cards })
    expect(await seenOf(openid)).toBeNull()
    const reply = (await act()) as Parameters<typeof accepted>[0]
    accepted(reply)
    const seen = await seenOf(openid)
    expect(seen).toEqual({ at: expect.stringMatching(/^2026-11-21T00:0/), how })
    expect((await cloud.one('accounts', openid))?.self?.isUnseen).toBe(false)
    await act()
    expect(await seenOf(openid)).toEqual(seen)
    expect(await littleUntil(openid)).toBeUndefined()
  })

  it('not by a clerk who confirms her meal, nor by one who finds her name', async () => {
    await cloud.restock(crowd(1))
    accepted(await book(openid))
    accepted(await call('o-clerk', 'meals.confirm', { orderId }))
    accepted(await call('o-clerk', 'people.find', { stationId: 'st-one', text: '王秀英' }))
    expect(await seenOf(openid)).toBeNull()
  })

  it('not by a helper to whom nobody opened', async () => {
    await cloud.restock(crowd(1, { visits: [visit] }))
    accepted(await call('o-volunteer', 'visits.report', { visitId: 'v-1', outcome: 'noAnswer', note: '' }))
    expect(await seenOf(openid)).toBeNull()
  })

  it('where a clerk registers her, from the beginning', async () => {
    await cloud.restock(aNeighbourhood())
    const paper = { how: 'paper', form: '2026-1', witness: '李站长' }
    const elder = { name: '周甲乙', birthDate: '1950-01-01', sex: 'male', building: '1 号', living: 'alone' }
    const at = { elder, stationId: 'st-one', agreed, paper, channel: 'phone' }
    const registered = accepted<Registered>(await call('o-clerk', 'people.registerAt', at))
    expect(await cloud.one('elders', registered.elderId)).toMatchObject({ seen: { how: 'registered' } })
  })

  it('books without a limit then, and takes none of the places of those who are not', async () => {
    await cloud.restock(crowd(2, { sittings: [aSitting({ seats: 2, seatsLeft: 2 })] }))
    accepted(await book('o-fresh-0'))
    const order = accepted<MealOrder>(await bookFor('o-fresh-1'))
    expect(order.state).toBe('confirmed')
    expect(await lunch()).toMatchObject({ seatsLeft: 0, unseen: { seats: 1 } })
  })
})

describe('one account registers elders whom nobody has seen', () => {
  const kin = (nth: number) => ({
    elder: { name: '周甲乙', birthDate: `195${nth}-01-01`, sex: 'male', building: '1 号', living: 'alone' },
    stationId: 'st-one',
    relation: 'son',
    name: '周明',
  })
  const register = (nth: number) => call('o-new', 'people.registerKin', kin(nth))
  const most = unseenTerms.mostRegistered

  it('two of them, until a station knows one', async () => {
    await cloud.restock(aNeighbourhood())
    const first = accepted<Registered>(await register(0))
    accepted(await register(1))
    expect(await register(2)).toMatchObject(refused('registered', { most }))
    expect(await call('o-new', 'people.registerSelf', { ...kin(3), agreed })).toMatchObject({
      code: 'BAD_INPUT',
    })
    expect(accepted(await register(0))).toEqual(first) // a reply that got lost
    accepted(await call('o-clerk', 'people.find', { stationId: 'st-one', text: first.code }))
    accepted(await register(2))
    expect(codeOf(await register(3))).toBe('NOT_SEEN_YET')
  })

  it('two of them also where four are sent at once', async () => {
    await cloud.restock(aNeighbourhood())
    const codes = (await Promise.all([0, 1, 2, 3].map(register))).map(codeOf)
    expect(codes.sort()).toEqual(['NOT_SEEN_YET', 'NOT_SEEN_YET', 'accepted', 'accepted'])
    expect(await cloud.stored('elders')).toHaveLength(4)
  })

  it('herself among them', async () => {
    await cloud.restock(aNeighbourhood())
    const { relation: _, name: __, ...self } = kin(3)
    accepted(await call('o-new', 'people.registerSelf', { ...self, agreed }))
    accepted(await register(0))
    expect(codeOf(await register(1))).toBe('NOT_SEEN_YET')
  })
})
