import { states } from '../../../cloudfunctions/_policies/notices.json'
import { personOf } from '../../../cloudfunctions/_shell/secrets'
import { relationId } from '../../../types/ids'
import type { Home } from '../../../types/people'
import { applicationStates, mealOrderStates, relationStates, visitStates } from '../../../types/states'
import { aMember, anApplication, anOrder, aSitting, aVisit, LUNCH, NOW, TODAY } from '../../domain/builders'
import { aCloud, accepted, nightly, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, wang } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ triggers: nightly })
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})

type Row = { tells: readonly string[]; homes: Readonly<Record<string, string>> }
type Table = Readonly<Record<string, Readonly<Record<string, Row>>>>

/** Who looks at a home page, as the table names them. */
const viewers: Record<string, string> = {
  elder: 'o-wang',
  family: 'o-daughter',
  asker: 'o-asker',
  clerk: 'o-clerk',
  coordinator: 'o-coordinator',
  helpers: 'o-volunteer',
}

/** What may stand on a home page of a record. */
const stands: Record<string, (home: Home) => boolean> = {
  nextMeal: ({ nextMeal }) => nextMeal !== null,
  visit: ({ visit }) => visit !== null,
  alarm: ({ alarms, atWork }) => alarms.length + Object.values(atWork ?? {}).reduce((a, b) => a + b, 0) > 0,
  returned: ({ returned }) => returned.length > 0,
  ask: ({ me }) => me.asks.length > 0,
  asked: ({ me }) => me.asked.length > 0,
  elder: ({ me }) => me.elders.length > 0,
}

const call = async (openid: string, name: `${string}.${string}`, input: object) =>
  accepted<{ id: string }>(await cloud.as(openid).call(name, input))
const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
const calm = { urgency: 'hard' as const }
const claimed = (own: object = {}): Stock => ({
  visits: [aVisit({ ...calm, state: 'claimed', helper, ...own })],
})
const visitId = 'v-1'
const seen = NOW.toISOString()
const asking = { elderId: 'e-wang', reason: '买药', when: 'now' }
const orderId = anOrder().id
const todays = anOrder({ id: `st-one_${TODAY}_lunch_e-wang`, date: TODAY, state: 'confirmed' })
const reviewed = { state: 'inReview', reviewer: '某人', reviewerPerson: personOf('o-coordinator') } as const
const decided = (verdict: string, own: object = {}): Play => ({
  stock: { applications: [anApplication(reviewed)] },
  act: () =>
    call('o-coordinator', 'eligibility.decide', { applicationId: anApplication().id, verdict, ...own }),
})
const memberId = relationId('e-wang', personOf('o-asker'))
const ask = () =>
  call('o-asker', 'people.ask', {
    by: { code: wang.code },
    relation: 'relative',
    scopes: ['view'],
    name: '某人',
  })

/** How a record comes into a state. */
interface Play {
  stock?: Stock
  /** What leads there, and is not looked at. */
  first?(): Promise<unknown>
  act(): Promise<unknown>
  at?: Date
}

const placed: Stock = { sittings: [aSitting({ seatsLeft: 19 })], mealOrders: [anOrder()] }
const plays: Record<string, Record<string, Play>> = {
  order: {
    placed: {
      act: () =>
        call('o-daughter', 'meals.book', {
          sittingId: LUNCH,
          elderId: 'e-wang',
          mode: 'dineIn',
          setId: 'fish',
        }),
    },
    confirmed: { stock: placed, act: () => call('o-clerk', 'meals.confirm', { orderId }) },
    refused: { stock: placed, act: () => call('o-clerk', 'meals.refuse', { orderId, reason: '停电' }) },
    cancelled: {
      stock: placed,
      act: () => call('o-clerk', 'meals.cancel', { orderId, reason: '她说不来', channel: 'phone' }),
    },
    served: {
      stock: { mealOrders: [{ ...todays, startsAt: `${TODAY}T00:30:00.000Z` }] },
      act: () => call('o-clerk', 'meals.serve', { orderId: todays.id }),
    },
  },
  visit: {
    open: { act: () => call('o-daughter', 'visits.request', { ...asking, ...calm }) },
    'open urgent': {
      stock: { ...nearby() },
      act: () => call('o-daughter', 'visits.request', { ...asking, urgency: 'urgent' }),
    },
    'open urgent again': {
      stock: {
        ...nearby(),
        accounts: [...(aNeighbourhood().accounts ?? []), aMember('o-other', 'clerk', 'st-one')],
        visits: [aVisit({ state: 'claimed', helper: { ...helper, openid: 'o-other', kind: 'staff' } })],
      },
      act: () => call('o-other', 'visits.release', { visitId }),
    },
    claimed: {
      stock: { visits: [aVisit(calm)] },
      act: () => call('o-volunteer', 'visits.claim', { visitId }),
    },
    'claimed urgent': {
      stock: { visits: [aVisit({ called: ['o-volunteer'] })] },
      act: () => call('o-volunteer', 'visits.claim', { visitId }),
    },
    onSite: { stock: claimed(), act: () => call('o-volunteer', 'visits.arrive', { visitId }) },
    reported: {
      stock: claimed(),
      act: () => call('o-volunteer', 'visits.report', { visitId, outcome: 'well' }),
    },
    'reported urgent': {
      stock: { visits: [aVisit({ state: 'claimed', helper })] },
      act: () => call('o-volunteer', 'visits.report', { visitId, outcome: 'well' }),
    },
    'reported eased': {
      stock: claimed({ state: 'reported', report: { outcome: 'emergency' } }),
      act: () => call('o-volunteer', 'visits.report', { visitId, outcome: 'well' }),
    },
    'reported emergency': {
      stock: claimed(),
      act: () => call('o-volunteer', 'visits.report', { visitId, outcome: 'emergency' }),
    },
    'reported needsFound': {
      stock: claimed(),
      act: () => call('o-volunteer', 'visits.report', { visitId, outcome: 'needsFound' }),
    },
    'reported needsFound urgent': {
      stock: { visits: [aVisit({ state: 'claimed', helper })] },
      act: () => call('o-volunteer', 'visits.report', { visitId, outcome: 'needsFound' }),
    },
    'reported noAnswer': {
      stock: claimed(),
      act: () => call('o-volunteer', 'visits.report', { visitId, outcome: 'noAnswer' }),
    },
    closed: {
      stock: claimed({ state: 'reported', report: { outcome: 'well' } }),
      act: () => call('o-daughter', 'visits.close', { visitId, seen }),
    },
    'closed eased': {
      stock: claimed({ state: 'reported', report: { outcome: 'emergency' } }),
      act: () => call('o-clerk', 'visits.close', { visitId, seen, done: '家人到了' }),
    },
    'closed arranged': {
      stock: claimed({ state: 'reported', report: { outcome: 'needsFound' } }),
      act: () => call('o-coordinator', 'visits.close', { visitId, seen, done: '家人说好会去办' }),
    },
    cancelled: { stock: claimed(), act: () => call('o-clerk', 'visits.cancel', { visitId }) },
    'cancelled urgent': {
      stock: { visits: [aVisit({ called: ['o-volunteer'] })] },
      act: () => call('o-daughter', 'visits.cancel', { visitId }),
    },
    escalated: {
      stock: { visits: [aVisit({ ...calm, lateTold: 'coordinator' })] },
      at: new Date(NOW.getTime() + 60 * 3_600_000),
      act: () => cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' }),
    },
  },
  application: {
    returned: decided('return', { missing: ['户口簿'] }),
    approved: decided('approve', { from: TODAY, to: '2027-11-20' }),
    refused: decided('refuse', { reason: '不符合' }),
    withdrawn: {
      stock: { applications: [anApplication()] },
      act: () => call('o-daughter', 'eligibility.withdraw', { applicationId: anApplication().id }),
    },
    inReview: {
      stock: { applications: [anApplication()] },
      act: () => call('o-coordinator', 'eligibility.take', { applicationId: anApplication().id }),
    },
  },
  relation: {
    asked: { act: ask },
    granted: { first: ask, act: () => call('o-wang', 'people.grant', { memberId, scopes: ['view'] }) },
    lapsed: {
      first: ask,
      act: async () => {
        cloud.emulator.clock.set(new Date(NOW.getTime() + 61 * 86_400_000))
        await cloud.emulator.timers.fire('scheduler', 'sweep')
      },
    },
    declined: { first: ask, act: () => call('o-wang', 'people.decline', { memberId }) },
    revoked: {
      first: async () => {
        await ask()
        await call('o-wang', 'people.grant', { memberId, scopes: ['view'] })
      },
      act: () => call('o-wang', 'people.revoke', { memberId }),
    },
  },
}

/** States that nothing leads to yet, or that begin with photos (the tests of applications begin there). */
const unplayed = ['order missed', 'order waiting', 'order offered', 'order lapsed', 'application submitted']

/** The volunteer has said that they start next door. */
function nearby(): Stock {
  const { memberships = [] } = aNeighbourhood()
  const location = { type: 'Point' as const, coordinates: [120.6, 31.301] as [number, number] }
  return {
    memberships: memberships.map((held) => (held.openid === 'o-volunteer' ? { ...held, location } : held)),
  }
}

const table = states as Table
const rows = Object.entries(table).flatMap(([record, of]) =>
  Object.entries(of).map(([state, row]) => ({ record, state, row, play: plays[record]?.[state] })),
)

describe('the table of who is told of what', () => {
  it.each([
    ['order', mealOrderStates],
    ['visit', visitStates],
    ['application', applicationStates],
    ['relation', relationStates],
  ] as const)('has a row for every state of an %s, and no other', (record, known) => {
    const named = Object.keys(table[record] ?? {}).map((state) => state.split(' ')[0])
    expect([...new Set(named)].sort()).toEqual([...known].sort())
  })

  it('is played through, but for states that nothing leads to', () => {
    const missing = rows.filter(({ play }) => !play).map(({ record, state }) => `${record} ${state}`)
    expect(missing.sort()).toEqual([...unplayed].sort())
  })

  it.each(rows.flatMap((one) => (one.play ? [{ ...one, play: one.play }] : [])))(
    'is right about a $record that is $state',
    async ({ row, play }) => {
      await cloud.restock(aNeighbourhood(play.stock), play.at)
      await play.first?.()
      const before = (await cloud.stored('messages')).map(({ id }) => id)
      await play.act()
      const told = (await cloud.stored('messages')).filter(({ id }) => !before.includes(id))
      expect(told.map(({ kind }) => kind).sort()).toEqual([...row.tells].sort())

      const seen: Record<string, string[]> = {}
      for (const [viewer, openid] of Object.entries(viewers)) {
        const home = accepted<Home>(await cloud.as(openid).call('people.home', {}))
        const found = Object.keys(stands).filter((what) => stands[what]?.(home))
        const isOwn = (what: string) => what !== 'elder' || viewer === 'asker'
        if (found.some(isOwn)) seen[viewer] = found.filter(isOwn)
      }
      expect(seen).toEqual(Object.fromEntries(Object.entries(row.homes).map(([who, what]) => [who, [what]])))
    },
  )
})
