import { minutesAfter } from '../../../cloudfunctions/_domain/base/calendar'
import { pageSize } from '../../../types/paging'
import type { Home } from '../../../types/people'
import { aRelative, aVisit, NOW } from '../../domain/builders'
import { aCloud, accepted, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'
import { callsOf, idsOf } from './calls'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const { by, request } = callsOf(() => cloud)
const homeOf = async (openid: string) => accepted<Home>(await cloud.as(openid).call('people.home'))
const times = <T>(count: number, one: (nth: number) => T) =>
  Array.from({ length: count }, (_, nth) => one(nth))
const old = minutesAfter(NOW, -60 * 24 * 60)

describe('visits on people.home', () => {
  it('keep an unresolved alarm before whatever was asked for later, until staff have dealt with it', async () => {
    const { id: visitId } = await request()
    await by('o-volunteer', 'claim', { visitId })
    await by('o-volunteer', 'report', { visitId, outcome: 'emergency' })
    const later = await request({ urgency: 'hard', reason: '买药', when: 'today' })
    for (const openid of ['o-wang', 'o-daughter', 'o-viewer'])
      expect(await homeOf(openid)).toMatchObject({
        alarms: [{ id: visitId, alarm: 'emergency' }],
        alarmCount: 1,
        visit: { id: later.id },
      })
    await by('o-coordinator', 'close', { visitId, done: '家人到了' })
    expect(await homeOf('o-daughter')).toMatchObject({ alarms: [], alarmCount: 0, visit: { id: later.id } })
  })

  it('miss no alarm behind many visits, however old it is', async () => {
    const report = { outcome: 'noAnswer' as const, at: old }
    await cloud.restock(
      aNeighbourhood({
        visits: [
          aVisit({ id: 'v-alarm', state: 'reported', askedAt: old, dueAt: old, report }),
          ...times(120, (nth) => aVisit({ id: `v-${nth}`, state: 'reported', report: { outcome: 'well' } })),
        ],
      }),
    )
    expect(idsOf((await homeOf('o-daughter')).alarms)).toEqual(['v-alarm'])
  })

  it('are no alarms of one’s own where something is told of them alone', async () => {
    const told = {
      id: 'm-1',
      kind: 'visitUrgent' as const,
      elderId: 'e-chen',
      ref: 'v-chen',
      at: NOW.toISOString(),
    }
    const { accounts = [] } = aNeighbourhood()
    await cloud.restock(
      aNeighbourhood({
        accounts: accounts.map((one) => (one.id === 'o-daughter' ? { ...one, notices: [told] } : one)),
        visits: [aVisit({ id: 'v-chen', elderId: 'e-chen' })],
      }),
    )
    expect(await homeOf('o-daughter')).toMatchObject({ alarms: [], alarmCount: 0, visit: null })
  })

  it('show a page of alarms, the worst first, and how many there are', async () => {
    const urgent = times(20, (nth) => aVisit({ id: `v-${nth}`, dueAt: minutesAfter(NOW, nth + 1) }))
    const emergency = aVisit({ id: 'v-worst', state: 'reported', report: { outcome: 'emergency' } })
    await cloud.restock(aNeighbourhood({ visits: [...urgent, emergency] }))
    const { alarms, alarmCount } = await homeOf('o-daughter')
    expect(alarms).toHaveLength(pageSize.alarms)
    expect([alarms[0]?.id, alarmCount]).toEqual(['v-worst', 21])
  })

  it('are the alarms of every elder of one’s own, whoever of them the page is about', async () => {
    const both = aRelative('o-both', wang)
    const accounts = [
      ...(aNeighbourhood().accounts ?? []),
      { ...both, relations: [...both.relations, ...aRelative('o-both', chen).relations] },
    ]
    const found = { state: 'reported', report: { outcome: 'noAnswer' } } as const
    const hers = aVisit({ id: 'v-wang', ...found })
    const his = aVisit({
      id: 'v-chen',
      elderId: 'e-chen',
      dueAt: old,
      state: 'reported',
      report: { outcome: 'emergency' },
    })
    const calm = aVisit({ id: 'v-calm', elderId: 'e-chen', urgency: 'hard' })
    await cloud.restock(aNeighbourhood({ accounts, visits: [hers, his, calm] }))
    for (const elderId of ['e-wang', 'e-chen']) {
      const home = accepted<Home>(await cloud.as('o-both').call('people.home', { elderId }))
      expect([home.elder?.id, idsOf(home.alarms), home.alarmCount]).toEqual([
        elderId,
        ['v-chen', 'v-wang'],
        2,
      ])
      expect(home.visit?.id).toBe(elderId === 'e-chen' ? 'v-calm' : undefined)
    }
    expect(idsOf((await homeOf('o-daughter')).alarms)).toEqual(['v-wang'])
  })

  it('are none of what is over or was cancelled', async () => {
    const { id: visitId } = await request()
    await by('o-daughter', 'cancel', { visitId })
    expect(await homeOf('o-daughter')).toMatchObject({ alarms: [], visit: null })
  })
})
