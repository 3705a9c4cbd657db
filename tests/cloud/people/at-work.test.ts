import type { Home } from '../../../types/people'
import { aVisit, NOW } from '../../domain/builders'
import { aCloud, accepted, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const hence = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString()
const atWork = async (openid: string) => accepted<Home>(await cloud.as(openid).call('people.home', {})).atWork
const seen = (own: Stock) => cloud.restock(aNeighbourhood(own))
const none = { emergency: 0, late: 0, noAnswer: 0, urgent: 0, unanswered: 0, needsFound: 0 }

const helper = { openid: 'o-second', name: '某人', kind: 'neighbour' as const }
const visits = [
  aVisit({ id: 'v-late', dueAt: hence(-1) }),
  aVisit({ id: 'v-urgent', dueAt: hence(20), called: ['o-volunteer'] }),
  aVisit({ id: 'v-calm', urgency: 'worry' }),
  aVisit({ id: 'v-fallen', state: 'reported', helper, report: { outcome: 'emergency' } }),
  aVisit({ id: 'v-silent', urgency: 'hard', state: 'reported', helper, report: { outcome: 'noAnswer' } }),
  aVisit({ id: 'v-needs', urgency: 'hard', state: 'reported', helper, report: { outcome: 'needsFound' } }),
  aVisit({ id: 'v-passed-on', urgency: 'hard', state: 'escalated' }),
  aVisit({ id: 'v-elsewhere', stationId: 'st-two', townId: 't-west', dueAt: hence(20) }),
]

describe('people.home of whoever works', () => {
  it.each(['o-clerk', 'o-manager', 'o-coordinator'])(
    'counts for %s all that calls at their place',
    async (openid) => {
      await seen({ visits })
      expect(await atWork(openid)).toEqual({
        ...{ emergency: 1, late: 1, noAnswer: 1, urgent: 1, unanswered: 1 },
        needsFound: 1,
      })
    },
  )

  it('counts nothing of another place', async () => {
    await seen({ visits })
    expect(await atWork('o-other-clerk')).toEqual({ ...none, urgent: 1 })
  })

  it('counts for a volunteer the doors to which they were asked to go, until somebody does', async () => {
    await seen({ visits })
    expect(await atWork('o-volunteer')).toEqual({ ...none, urgent: 1 })
    expect(await atWork('o-second')).toEqual(none)
    accepted(await cloud.as('o-second').call('visits.claim', { visitId: 'v-urgent' }))
    expect(await atWork('o-volunteer')).toEqual(none)
  })

  it('counts for a supervisor what they were told of, until it is over', async () => {
    await seen({ visits })
    expect(await atWork('o-supervisor')).toEqual(none)
    const told = aVisit({ id: 'v-late', dueAt: hence(-60), lateTold: 'supervisor' })
    await seen({ visits: [told] })
    expect(await atWork('o-supervisor')).toEqual({ ...none, late: 1 })
    await seen({ visits: [{ ...told, state: 'closed', alarm: null }] })
    expect(await atWork('o-supervisor')).toEqual(none)
  })

  it('counts truly beyond any page', async () => {
    const many = Array.from({ length: 250 }, (_, at) =>
      aVisit({ id: `v-${at}`, elderId: `e-${at}`, dueAt: hence(-1) }),
    )
    await seen({ visits: many })
    expect(await atWork('o-clerk')).toEqual({ ...none, late: 250 })
  })

  it.each(['o-daughter', 'o-wang'])('has nothing to count for %s, who works nowhere', async (openid) => {
    await seen({ visits })
    expect(await atWork(openid)).toBeNull()
  })

  it('costs five calls at most, for a clerk with an elder of her own too', async () => {
    const all = aNeighbourhood().accounts ?? []
    const { memberships = [] } = all.find(({ id }) => id === 'o-clerk') ?? {}
    const accounts = all.map((one) => (one.id === 'o-daughter' ? { ...one, memberships } : one))
    await seen({ visits, accounts })
    for (const one of ['o-daughter', 'o-clerk', 'o-wang']) {
      await cloud.as(one).call('people.home', {})
      cloud.emulator.gateway.counts.reset()
      expect((await atWork(one))?.emergency).toBe(one === 'o-wang' ? undefined : 1)
      expect(cloud.emulator.gateway.counts.total('database.')).toBeLessThanOrEqual(5)
    }
  })
})
