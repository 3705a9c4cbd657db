import type { CollectionName, Documents } from '../../../cloudfunctions/_domain/documents'
import { judges } from '../../../cloudfunctions/_domain/integrity/rules'
import { setsOn } from '../../../cloudfunctions/_domain/meals/planning/menus'
import { personOf } from '../../../cloudfunctions/_shell/secrets'
import { demoDistrict } from '../../../emulator/demo/district'
import { functionVariables } from '../../../emulator/function-variables'
import { relationId } from '../../../types/ids'
import { integrityRules, MOST_LISTED } from '../../../types/supervision/mismatches'
import {
  aLunchOn,
  aMessage,
  anApplication,
  anEntry,
  anOrder,
  aSitting,
  aVisit,
  DISTRICT,
  LUNCH,
  NOW,
} from '../../domain/builders'
import { aMenu } from '../../domain/meals/planning/a-plan'
import { aCloud, accepted, nightly, type Stock, type TestCloud } from '../a-cloud'
import { WEEK } from '../a-kitchen'
import { aClaim } from '../claimed'
import { mismatchesIn } from '../integrity'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

let cloud: TestCloud
let log: jest.SpyInstance
beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => {})
  log = jest.spyOn(console, 'log').mockImplementation(() => {})
  cloud = await aCloud({ triggers: nightly })
})
beforeEach(() => log.mockClear())
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const sweep = async () => {
  expect(await cloud.emulator.timers.fire('scheduler', 'sweep')).toEqual({ state: 'succeeded' })
  return JSON.parse(log.mock.calls.at(-1)?.[0])
}

const YESTERDAY = '2026-11-20'
const EATEN = `st-one_${YESTERDAY}_lunch`
const eatenId = `${EATEN}_e-wang`
const liveId = `${LUNCH}_e-wang`
const MONTH = 'e-wang_2026-11'
const use = { on: '2026-11-22', slot: 'lunch' as const, layer: 'basic', rule: 'five-a-day', amount: 500 }
const notice = {
  id: 'm-1',
  kind: 'orderConfirmed' as const,
  elderId: 'e-wang',
  ref: liveId,
  at: NOW.toISOString(),
}
const untold = aMessage({ to: aMessage().to.map((one) => ({ ...one, state: 'refused' as const })) })
const returned = anApplication({ state: 'returned' })
const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
const sentBack = { id: returned.id, category: returned.category, label: null, told: [], isHers: true }

/** A neighbourhood with some of everything, in which all of it agrees. */
const sound: Stock = (() => {
  const plain = aNeighbourhood()
  return {
    ...plain,
    elders: [{ ...wang, returned: [sentBack] }, chen],
    accounts:
      plain.accounts?.map((one) => (one.id === 'o-daughter' ? { ...one, notices: [notice] } : one)) ?? [],
    applications: [returned],
    identities: [],
    sittings: [aSitting({ seatsLeft: 19 }), aLunchOn(YESTERDAY)],
    mealOrders: [
      anOrder({ uses: [use], usedIn: MONTH }),
      anOrder({ id: eatenId, sittingId: EATEN, date: YESTERDAY, state: 'served', entries: 1 }),
    ],
    subsidyUses: [
      {
        id: MONTH,
        district: DISTRICT,
        elderId: 'e-wang',
        period: '2026-11',
        uses: [{ ...use, orderId: liveId }],
        denied: [],
        meals: [],
      },
    ],
    servedDays: [
      {
        id: `e-wang_${YESTERDAY}`,
        district: DISTRICT,
        elderId: 'e-wang',
        date: YESTERDAY,
        served: [
          {
            orderId: eatenId,
            stationId: 'st-one',
            stationName: '一号驿站',
            slot: 'lunch',
            operatorRules: [],
          },
        ],
      },
    ],
    settlementEntries: [anEntry({ id: `${eatenId}_1`, orderId: eatenId, date: YESTERDAY, elderPaid: 1800 })],
    visits: [aVisit({ state: 'claimed', helper, date: YESTERDAY })],
    awaitedVisits: [{ id: 'e-wang_now', district: DISTRICT, visitId: 'v-1', at: NOW.toISOString() }],
    messages: [untold],
  } satisfies Stock
})()

/** The same with one record changed. */
function withOne<N extends CollectionName>(name: N, id: string, own: Partial<Documents[N]>): Stock {
  const list = (sound[name] ?? []) as Documents[N][]
  return { ...sound, [name]: list.map((one) => (one.id === id ? { ...one, ...own } : one)) }
}
const withMore = <N extends CollectionName>(name: N, ...more: Documents[N][]): Stock => ({
  ...sound,
  [name]: [...((sound[name] ?? []) as Documents[N][]), ...more],
})
const without = (name: CollectionName, id: string): Stock => ({
  ...sound,
  [name]: ((sound[name] ?? []) as { id: string }[]).filter((one) => one.id !== id),
})
const lost = { sealed: 'v1.gone.AAAA', masked: '139****0000' }
const daughterOf = relationId('e-wang', personOf('o-daughter'))
const elsewhere = anOrder({
  id: 'st-two_2026-11-22_lunch_e-wang',
  sittingId: 'st-two_2026-11-22_lunch',
  stationId: 'st-two',
})

/** A fault planted for each rule, and all that it is found by. */
const planted: Record<(typeof integrityRules)[number], [fault: Stock, found: readonly string[]]> = {
  placesDiffer: [
    withOne('sittings', LUNCH, { claims: { 'e-wang': aClaim({ takes: { seats: 2 } }) } }),
    [LUNCH],
  ],
  dishesDiffer: [
    {
      ...withOne('sittings', LUNCH, {
        sets: setsOn(aMenu(WEEK), '2026-11-22'),
        ...{ capacity: { ...aSitting().capacity, 'd-fish': 30 }, left: { ...aSitting().left, 'd-fish': 30 } },
        onTheWay: { mark: { pool: 'd-fish', to: 'st-two', attempt: 'gone', since: NOW.toISOString() } },
      }),
      menus: [aMenu(WEEK)],
    },
    [LUNCH],
  ],
  sittingMissing: [withOne('mealOrders', eatenId, { slot: 'dinner' }), [eatenId]],
  bookedTwice: [
    {
      ...withMore('mealOrders', elsewhere),
      sittings: [
        ...(sound.sittings ?? []),
        aSitting({ id: elsewhere.sittingId, stationId: 'st-two', seatsLeft: 19 }),
      ],
    },
    [liveId, elsewhere.id],
  ],
  bookedForNobody: [withOne('mealOrders', liveId, { elderId: 'e-nobody' }), [liveId]],
  ledgerDiffers: [withOne('settlementEntries', `${eatenId}_1`, { elderPaid: 1 }), [eatenId]],
  entryWithoutOrder: [
    withMore('settlementEntries', anEntry({ id: 'gone_1', orderId: 'gone', date: YESTERDAY })),
    ['gone_1'],
  ],
  useNotCounted: [withOne('subsidyUses', MONTH, { uses: [] }), [liveId]],
  useWithoutOrder: [
    withOne('subsidyUses', MONTH, {
      uses: [
        { ...use, orderId: liveId },
        { ...use, orderId: `${LUNCH}_e-gone` },
      ],
    }),
    [MONTH],
  ],
  servedDayDiffers: [
    withOne('servedDays', `e-wang_${YESTERDAY}`, {
      served: [
        { orderId: liveId, stationId: 'st-one', stationName: '一号驿站', slot: 'lunch', operatorRules: [] },
      ],
    }),
    [`e-wang_${YESTERDAY}`],
  ],
  alarmDiffers: [withOne('visits', 'v-1', { alarm: null }), ['v-1']],
  visitForNobody: [withOne('visits', 'v-1', { asker: 'o-gone' }), ['v-1']],
  helperDiffers: [withOne('visits', 'v-1', { helper: null }), ['v-1']],
  awaitedNowhere: [withOne('awaitedVisits', 'e-wang_now', { visitId: 'v-gone' }), ['e-wang_now']],
  relationDiffers: [withOne('relations', daughterOf, { scopes: ['view'] }), [daughterOf]],
  accountDiffers: [without('relations', daughterOf), [personOf('o-daughter')]],
  membershipDiffers: [
    without('accounts', 'o-second'),
    [...(sound.memberships ?? []).flatMap(({ id, openid }) => (openid === 'o-second' ? [id] : []))],
  ],
  summaryDiffers: [
    withOne('elders', 'e-chen', { stationId: 'st-one' }),
    ['o-stranger', 'o-guardian'].map(personOf),
  ],
  ownPhoneDiffers: [withOne('elders', 'e-chen', { openid: 'o-clerk' }), ['e-chen']],
  selfDiffers: [withOne('elders', 'e-wang', { openid: null }), [personOf('o-wang')]],
  elderNotFound: [without('cards', chen.code), ['e-chen']],
  cardDiffers: [withMore('cards', { id: '99999999', district: DISTRICT, elderId: 'e-chen' }), ['99999999']],
  identityDiffers: [
    withMore('identities', { id: 'a-digest', district: DISTRICT, elderId: 'e-chen' }),
    ['a-digest'],
  ],
  joinedDiffers: [withOne('elders', 'e-chen', { joinedTo: 'e-wang' }), ['e-chen']],
  consentDiffers: [
    withOne('elders', 'e-chen', { consents: { ...chen.consents, health: null }, allergies: ['花生'] }),
    ['e-chen'],
  ],
  sealedUnreadable: [withOne('elders', 'e-chen', { phone: lost }), ['e-chen']],
  returnedDiffers: [withOne('applications', returned.id, { state: 'inReview' }), ['e-wang']],
  noticeDiffers: [withOne('messages', 'm-1', { to: aMessage().to }), [personOf('o-daughter')]],
}

const nextNight = new Date(NOW.getTime() + 24 * 3_600_000)
/** Sittings are read before orders by what is too old, by yesterday and by the rest, which has the one of tomorrow. */
const LAST_TIME = 3
/** What the night has written down. */
const nights = () => cloud.stored('mismatches')

describe('the nightly check', () => {
  it('finds nothing where everything agrees, and changes nothing', async () => {
    await cloud.restock(sound)
    const before = await cloud.emulator.engine.dump()
    expect(await sweep()).toMatchObject({ mismatches: 0 })
    expect(await nights()).toEqual([])
    expect(await cloud.emulator.engine.dump()).toEqual(before)
  })

  it('finds nothing in the demo district', () => {
    Object.assign(process.env, functionVariables({}))
    const district = Object.fromEntries(
      Object.entries(demoDistrict(NOW)).map(([name, documents]) => [
        name,
        documents.map(({ _id, ...record }) => ({ ...record, id: _id })),
      ]),
    )
    expect(mismatchesIn(district, NOW)).toEqual([])
  })

  it.each(Object.entries(planted))('finds %s', async (rule, [fault, found]) => {
    await cloud.restock(fault)
    await sweep()
    const [night, ...others] = await nights()
    expect(others).toEqual([])
    expect(night).toMatchObject({ district: DISTRICT, date: '2026-11-21', state: 'open' })
    expect(
      night?.found
        .filter((one) => one.rule === rule)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...found].sort())
  })

  it('writes nothing down again that waits to be looked at, and again what is still so after that', async () => {
    const [fault] = planted.alarmDiffers
    await cloud.restock(fault)
    expect(await sweep()).toMatchObject({ mismatches: 1 })
    cloud.emulator.clock.set(nextNight)
    expect(await sweep()).toMatchObject({ mismatches: 0 })
    const [night] = await nights()
    await cloud.as('o-supervisor').call('supervision.closeMismatches', { nightId: night?.id })
    expect(await sweep()).toMatchObject({ mismatches: 1 })
    expect((await nights()).map(({ date, state, count }) => [date, state, count])).toEqual([
      ['2026-11-21', 'closed', 1],
      ['2026-11-22', 'open', 1],
    ])
  })

  it('writes down what is of another district apart, all that there is by its count, and so much of it by name', async () => {
    const many = Array.from({ length: MOST_LISTED + 30 }, (_, i) =>
      aVisit({ id: `v-${1000 + i}`, alarm: null, district: i === 0 ? 'other' : DISTRICT }),
    )
    await cloud.restock({ ...sound, visits: [...(sound.visits ?? []), ...many] })
    await sweep()
    const [other, here] = await nights()
    expect([here?.id, here?.count, here?.found.length]).toEqual(['quiet_2026-11-21', 229, MOST_LISTED])
    expect(other).toMatchObject({ id: 'other_2026-11-21', count: 1, found: [{ id: 'v-1000' }] })
  })

  it('passes over what was being written while it was read', async () => {
    await cloud.restock(sound)
    const { invocations } = cloud.emulator.runnerParts
    let last: string | undefined
    let between = 0
    cloud.emulator.gateway.setGate(async ({ collection, token = '' }) => {
      if (invocations.callerOf(token)?.functionName !== 'scheduler') return
      const isBetween = last === 'sittings' && collection === 'mealOrders'
      last = collection
      if (!isBetween || ++between !== LAST_TIME) return
      const meal = { sittingId: LUNCH, elderId: 'e-chen', mode: 'dineIn', setId: 'fish' }
      accepted(await cloud.as('o-stranger').call('meals.book', meal))
    })
    expect(await sweep()).toMatchObject({ mismatches: 0 })
    cloud.emulator.gateway.setGate(undefined)
    expect(between).toBeGreaterThan(LAST_TIME) // it was read once more
  })

  it('has a planted fault for every rule, and a rule for every code', () => {
    expect(judges.map(({ rule }) => rule).sort()).toEqual([...integrityRules].sort())
  })
})
