import notices from '../../../cloudfunctions/_policies/notices.json'
import visitTerms from '../../../cloudfunctions/_policies/visits.json'
import type { Home } from '../../../types/people'
import { aMember, anElderAccount, aRelative, aVisit, DISTRICT, membershipsOf } from '../../domain/builders'
import { aCloud, accepted, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'
import { callsOf, idsOf } from './calls'

/** Seven minutes to seven in the morning, in Shanghai. */
const DAWN = new Date('2026-11-20T22:53:00Z')
const later = (minutes: number) => new Date(DAWN.getTime() + minutes * 60_000)

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})
afterAll(() => cloud.close())

const { by, queueOf, wholeQueueOf } = callsOf(() => cloud)
const homeOf = async (openid: string) => accepted<Home>(await cloud.as(openid).call('people.home', {}))
const tickAt = async (minutes: number) => {
  cloud.emulator.clock.set(later(minutes))
  await cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
}
const toldSince = async (count: number) =>
  cloud.emulator.gateway.outbox
    .messages()
    .slice(count)
    .map(({ touser }) => touser)
const count = () => cloud.emulator.gateway.outbox.messages().length

/** A town with more than any page of it: reports that nobody opened, and requests that nobody took for days. */
function aBusyTown() {
  const around = { elderId: 'e-chen', elderName: '陈建国', askedBy: wang2(), notify: null }
  const reports = Array.from({ length: 20 }, (_, at) =>
    aVisit({
      ...around,
      id: `v-silent-${at}`,
      urgency: 'hard',
      state: 'reported',
      dueAt: later(-30 - at).toISOString(),
      place: { lng: 120.6001, lat: 31.3001 },
      helper: { openid: 'o-second', name: '某人', kind: 'neighbour' },
      report: { outcome: 'noAnswer' },
      lateTold: 'supervisor',
    }),
  )
  const stale = Array.from({ length: 200 }, (_, at) =>
    aVisit({
      ...around,
      id: `v-stale-${at}`,
      urgency: 'worry',
      dueAt: later(-60 - at).toISOString(),
      place: { lng: 120.6002, lat: 31.3002 },
      lateTold: 'supervisor',
    }),
  )
  return [...reports, ...stale]
}
const wang2 = () => ({ name: '某人', role: 'clerk' as const, relation: null, channel: 'phone' as const })

it('a dizzy elder is heard, missed, rung and reached, whatever else there is', async () => {
  const helper = { ...aMember('o-volunteer', 'volunteer', DISTRICT), place: { lng: 120.6, lat: 31.301 } }
  const alone = { ...wang, circle: ['o-daughter'] }
  const accounts = [
    anElderAccount('o-wang', alone),
    aRelative('o-daughter', alone, ['view', 'order']),
    aMember('o-clerk', 'clerk', 'st-one'),
    aMember('o-coordinator', 'coordinator', 't-east'),
    aMember('o-supervisor', 'supervisor', DISTRICT),
    aMember('o-second', 'volunteer', DISTRICT),
    helper,
  ]
  await cloud.restock(
    aNeighbourhood({
      elders: [alone, chen],
      accounts,
      memberships: membershipsOf(accounts),
      visits: aBusyTown(),
    }),
    DAWN,
  )

  // She asks, and everybody who could do something knows.
  const visit = await by('o-wang', 'request', {
    ...{ elderId: 'e-wang', urgency: 'urgent', reason: '头晕', when: 'now' },
  })
  expect((await toldSince(0)).sort()).toEqual(['o-clerk', 'o-coordinator', 'o-daughter', 'o-volunteer'])
  for (const openid of ['o-clerk', 'o-coordinator']) {
    const pages = await wholeQueueOf(openid)
    expect(idsOf(pages.flatMap(({ visits }) => visits)).indexOf(visit.id)).toBe(20) // after the doors that nobody opened
    expect((await homeOf(openid)).atWork).toMatchObject({ urgent: 1, noAnswer: 20 })
  }
  expect((await homeOf('o-volunteer')).atWork).toMatchObject({ urgent: 1 })
  expect((await homeOf('o-daughter')).alarms).toMatchObject([{ id: visit.id, alarm: 'urgent' }])
  expect(idsOf((await queueOf('o-volunteer')).visits)[0]).toBe(visit.id)

  // Nobody comes; a wish for medicine does not hide it.
  await by('o-daughter', 'request', { elderId: 'e-wang', urgency: 'hard', reason: '买药', when: 'today' })
  let before = count()
  await tickAt(visitTerms.dueWithin.urgent + 1)
  expect(await toldSince(before)).toEqual(
    expect.arrayContaining(['o-coordinator', 'o-daughter', 'o-wang', 'o-clerk']),
  )
  for (const openid of ['o-wang', 'o-daughter'])
    expect((await homeOf(openid)).alarms.map(({ id }) => id)).toEqual([visit.id])
  const { visits: late } = await queueOf('o-coordinator')
  expect(idsOf(late)[0]).toBe(visit.id)
  expect((await homeOf('o-coordinator')).atWork).toMatchObject({ late: 1 })
  before = count()
  await tickAt(visitTerms.dueWithin.urgent + notices.supervisorAfter + 1)
  expect(await toldSince(before)).toEqual(['o-supervisor'])
  expect((await homeOf('o-supervisor')).atWork).toMatchObject({ late: 1 })
  expect(idsOf((await queueOf('o-supervisor')).visits)).toEqual([visit.id])

  // The coordinator finds whom to ring; a helper goes, and reports an emergency.
  expect(await by('o-coordinator', 'callable', { visitId: visit.id })).toMatchObject([{ whom: 'station' }])
  await by('o-volunteer', 'claim', { visitId: visit.id })
  expect((await homeOf('o-volunteer')).atWork).toMatchObject({ urgent: 0 })
  before = count()
  const note = '倒在厨房，叫得醒'
  await by('o-volunteer', 'report', { visitId: visit.id, outcome: 'emergency', note, ambulanceCalled: true })
  expect((await toldSince(before)).sort()).toEqual(['o-clerk', 'o-coordinator', 'o-daughter', 'o-wang'])

  // It stands first everywhere, before the twenty doors and the two hundred requests.
  for (const openid of ['o-clerk', 'o-coordinator']) {
    expect(idsOf((await queueOf(openid)).visits)[0]).toBe(visit.id)
    expect((await homeOf(openid)).atWork).toMatchObject({ emergency: 1, noAnswer: 20 })
  }
  const { alarms } = await homeOf('o-daughter')
  expect(alarms).toMatchObject([
    { id: visit.id, alarm: 'emergency', report: { outcome: 'emergency', note, ambulanceCalled: true } },
  ])

  // Only who answers for the place closes it; then it is gone from every home.
  expect(await callsOf(() => cloud).codeBy('o-wang', 'close', { visitId: visit.id })).toBe('STILL_ALARMING')
  await by('o-coordinator', 'close', { visitId: visit.id, done: '家人到了' })
  for (const openid of ['o-wang', 'o-daughter']) expect((await homeOf(openid)).alarms).toEqual([])
  expect((await homeOf('o-clerk')).atWork).toMatchObject({ emergency: 0 })
})
