import { minutesAfter } from '../../../cloudfunctions/_domain/base/calendar'
import terms from '../../../cloudfunctions/_policies/visits.json'
import type { QueuedVisit, Visit } from '../../../types/visits'
import { anElder, aVisit, NOW, TODAY } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

const wish = { elderId: 'e-wang', urgency: 'urgent', reason: '电话没人接', when: 'now' }

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const by = async (openid: string, action: string, input: object = {}) =>
  accepted<Visit>(await cloud.as(openid).call(`visits.${action}`, input))
const codeBy = async (openid: string, action: string, input: object = {}) =>
  codeOf(await cloud.as(openid).call(`visits.${action}`, input))
const request = (own: object = {}) => by('o-daughter', 'request', { ...wish, ...own })
const queueOf = async (openid: string, input: object = {}) =>
  accepted<QueuedVisit[]>(await cloud.as(openid).call('visits.queue', input))
const messages = () => cloud.emulator.gateway.outbox.messages()

describe('a visit from request to close', () => {
  it('is asked for, claimed, arrived at, reported, read and closed, and tells the family twice', async () => {
    const visit = await request()
    expect(visit).toMatchObject({ state: 'open', when: 'now', helper: null })
    expect(visit.askedAt >= NOW.toISOString()).toBe(true)
    expect(visit.dueAt).toBe(minutesAfter(new Date(visit.askedAt), terms.dueWithin.urgent))
    const visitId = visit.id

    const claimed = await by('o-volunteer', 'claim', { visitId })
    expect(claimed).toMatchObject({ state: 'claimed', isMine: true, helper: { kind: 'partyMember' } })
    expect(await by('o-volunteer', 'arrive', { visitId })).toMatchObject({ state: 'onSite' })
    const found = { visitId, outcome: 'needsFound', note: '助听器没电了' }
    expect(await by('o-volunteer', 'report', found)).toMatchObject({ state: 'reported' })

    const [read] = accepted<Visit[]>(await cloud.as('o-daughter').call('visits.mine'))
    expect(read).toMatchObject({ state: 'reported', report: { outcome: 'needsFound', note: '助听器没电了' } })
    expect(await by('o-daughter', 'close', { visitId })).toMatchObject({ state: 'closed' })

    expect((await cloud.one('visits', visitId))?.history.map((step) => step.state)).toEqual([
      'open',
      'claimed',
      'onSite',
      'reported',
      'closed',
    ])
    expect(messages().map((one) => one.touser)).toEqual(['o-daughter', 'o-daughter'])
    expect((await cloud.stored('auditLog')).map((line) => line.action).sort()).toEqual([
      'visits.arrive',
      'visits.claim',
      'visits.close',
      'visits.report',
      'visits.request',
    ])
  })
})

describe('visits.request', () => {
  it('returns the visit that is awaited already, whoever asks again', async () => {
    const first = await request()
    expect(await request({ urgency: 'worry', reason: '想有人陪她说说话' })).toEqual(first)
    expect((await by('o-wang', 'request', wish)).id).toBe(first.id)
    expect(await cloud.stored('visits')).toHaveLength(1)
  })

  it('takes today and today’s date for one day, and now for another', async () => {
    const today = await request({ when: 'today' })
    expect(today.when).toBe(TODAY)
    expect((await request({ when: TODAY })).id).toBe(today.id)
    expect((await request()).id).not.toBe(today.id)
  })

  it('makes a new visit once the last one is reported', async () => {
    const { id: visitId } = await request()
    await by('o-volunteer', 'claim', { visitId })
    await by('o-volunteer', 'report', { visitId, outcome: 'well' })
    expect((await request()).id).not.toBe(visitId)
  })

  it.each([
    ['a past date', { when: '2026-11-20' }, 'DATE_PAST'],
    ['a date too far ahead', { when: '2027-02-01' }, 'DATE_TOO_FAR'],
    ['an empty reason', { reason: ' ' }, 'BAD_INPUT'],
    ['an urgency that does not exist', { urgency: 'whenever' }, 'BAD_INPUT'],
    ['another family’s elder', { elderId: 'e-chen' }, 'FORBIDDEN'],
    ['an elder that does not exist', { elderId: 'e-none' }, 'FORBIDDEN'],
  ])('refuses %s and stores nothing', async (_case, own, code) => {
    expect(await codeBy('o-daughter', 'request', { ...wish, ...own })).toBe(code)
    expect(await cloud.stored('visits')).toEqual([])
    expect(await cloud.stored('awaitedVisits')).toEqual([])
    expect(await cloud.stored('auditLog')).toEqual([])
  })

  it('is due at the end of its day, and of the next when that day is over', async () => {
    expect((await request({ when: '2026-11-25', urgency: 'worry' })).dueAt).toBe('2026-11-25T10:00:00.000Z')
    cloud.emulator.clock.set(new Date('2026-11-21T11:00:00Z'))
    expect((await request({ when: 'today', urgency: 'hard' })).dueAt).toBe('2026-11-22T10:00:00.000Z')
  })
})

describe('visits.queue', () => {
  const near = anElder({ id: 'e-near', name: '周大爷', sex: 'male', place: { lng: 120.6, lat: 31.301 } })

  it('puts own tasks first, then the nearest door', async () => {
    await cloud.restock(aNeighbourhood({ elders: [wang, chen, near] }))
    const ask = (elderId: string) => by('o-coordinator', 'request', { ...wish, elderId })
    const [far, nearer] = [await ask('e-wang'), await ask('e-near')]
    const mine = await by('o-stranger', 'request', { ...wish, elderId: 'e-chen' })
    await by('o-volunteer', 'claim', { visitId: mine.id })

    const queue = await queueOf('o-volunteer', { place: { lng: 120.6, lat: 31.302 } })
    expect(queue.map((visit) => visit.id)).toEqual([mine.id, nearer.id, far.id])
    expect(queue[1]).toMatchObject({ metres: 150, walkMinutes: 3 })
    expect((await queueOf('o-second')).map((visit) => visit.id)).not.toContain(mine.id)
  })

  it('shows a volunteer the building, and the room only while the task is theirs', async () => {
    const { id: visitId } = await request()
    const seen = async () => (await queueOf('o-volunteer'))[0]
    expect(await seen()).toMatchObject({ elderName: '王奶奶', address: '长江路 18 弄 2 号' })
    await by('o-volunteer', 'claim', { visitId })
    expect(await seen()).toMatchObject({ elderName: '王奶奶', address: '长江路 18 弄 2 号 301 室' })
    const reported = await by('o-volunteer', 'report', { visitId, outcome: 'well' })
    expect(reported.address).toBe('长江路 18 弄 2 号')
    expect(await seen()).toBeUndefined()
  })

  it('shows whoever answers for the place the full name, and nothing to those of other places', async () => {
    await request()
    expect(await queueOf('o-clerk')).toMatchObject([
      { elderName: '王秀英', address: '长江路 18 弄 2 号 301 室' },
    ])
    expect(await queueOf('o-coordinator')).toMatchObject([{ elderName: '王秀英' }])
    expect(await queueOf('o-other-clerk')).toEqual([])
    expect(await queueOf('o-other-coordinator')).toEqual([])
  })

  it('never tells a volunteer her full name, also when she asked herself', async () => {
    await by('o-wang', 'request', wish)
    const [seen] = await queueOf('o-volunteer')
    expect(seen?.askedBy.name).toBe('王奶奶')
    expect(JSON.stringify(seen)).not.toContain('王秀英')
  })

  it('keeps a fresh urgent visit and own tasks in sight behind 250 reports that nobody has read', async () => {
    const report = { outcome: 'well' as const, note: null, at: NOW.toISOString() }
    const old = Array.from({ length: 250 }, (_, i) =>
      aVisit({ id: `v-old-${i}`, state: 'reported', report, dueAt: '2026-10-01T00:00:00.000Z' }),
    )
    await cloud.restock(aNeighbourhood({ visits: old }))
    const fresh = await request()
    expect((await queueOf('o-clerk'))[0]?.id).toBe(fresh.id)
    await by('o-clerk', 'claim', { visitId: fresh.id })
    expect((await queueOf('o-clerk'))[0]).toMatchObject({ id: fresh.id, isMine: true })
  })

  it('puts an emergency report before doors, however many', async () => {
    const doors = Array.from({ length: 30 }, (_, i) => aVisit({ id: `v-door-${i}`, stationId: 'st-one' }))
    const report = { outcome: 'emergency' as const, note: null, at: NOW.toISOString() }
    await cloud.restock(
      aNeighbourhood({ visits: [...doors, aVisit({ id: 'v-emergency', state: 'reported', report })] }),
    )
    for (const openid of ['o-clerk', 'o-coordinator'])
      expect((await queueOf(openid))[0]?.id).toBe('v-emergency')
  })

  it('is closed to families and to a suspended volunteer', async () => {
    for (const openid of ['o-daughter', 'o-wang', 'o-suspended', 'o-nobody']) {
      expect(await codeBy(openid, 'queue')).toBe('FORBIDDEN')
    }
  })
})

describe('visits.claim', () => {
  it('belongs to the first; asking again changes nothing, anybody else hears that it is taken', async () => {
    const { id: visitId } = await request()
    const first = await by('o-volunteer', 'claim', { visitId })
    expect(await by('o-volunteer', 'claim', { visitId })).toEqual(first)
    expect(await codeBy('o-second', 'claim', { visitId })).toBe('VISIT_TAKEN')
    expect(messages()).toHaveLength(1)
  })

  it('is refused to whoever has enough doors to go to already', async () => {
    const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
    const tasks = Array.from({ length: terms.mostTasks }, (_, i) =>
      aVisit({ id: `v-task-${i}`, state: 'claimed', helper }),
    )
    await cloud.restock(aNeighbourhood({ visits: [aVisit(), ...tasks] }))
    expect(await codeBy('o-volunteer', 'claim', { visitId: 'v-1' })).toBe('TOO_MANY_TASKS')
    expect(await codeBy('o-volunteer', 'claim', { visitId: 'v-task-1' })).toBe('accepted')
    await by('o-volunteer', 'report', { visitId: 'v-task-1', outcome: 'well' })
    expect(await codeBy('o-volunteer', 'claim', { visitId: 'v-1' })).toBe('accepted')
  })

  it('is refused to a suspended volunteer', async () => {
    const { id: visitId } = await request()
    expect(await codeBy('o-suspended', 'claim', { visitId })).toBe('FORBIDDEN')
  })
})

describe('visits.release', () => {
  it('opens the visit for somebody else, and twice is once', async () => {
    const { id: visitId } = await request()
    await by('o-volunteer', 'claim', { visitId })
    const released = await by('o-volunteer', 'release', { visitId })
    expect(released).toMatchObject({ state: 'open', helper: null })
    expect(await by('o-volunteer', 'release', { visitId })).toEqual(released)
    expect(await by('o-second', 'claim', { visitId })).toMatchObject({ state: 'claimed', isMine: true })
    expect(await codeBy('o-volunteer', 'report', { visitId, outcome: 'well' })).toBe('FORBIDDEN')
  })

  it('gives the same answer to a late copy with its key, even after somebody else has claimed it', async () => {
    const { id: visitId } = await request()
    await by('o-volunteer', 'claim', { visitId })
    const late = { visitId, key: 'release-key-1' }
    await by('o-volunteer', 'release', late)
    await by('o-second', 'claim', { visitId })
    expect(await codeBy('o-volunteer', 'release', late)).toBe('accepted')
    expect(await cloud.one('visits', visitId)).toMatchObject({
      state: 'claimed',
      helper: { openid: 'o-second' },
    })
  })
})

describe('visits.report', () => {
  it('may come without a recorded arrival, once; a different one is refused', async () => {
    const { id: visitId } = await request()
    await by('o-volunteer', 'claim', { visitId })
    const reported = await by('o-volunteer', 'report', { visitId, outcome: 'noAnswer' })
    expect(reported.report).toMatchObject({ outcome: 'noAnswer', note: null })
    expect(await by('o-volunteer', 'report', { visitId, outcome: 'noAnswer' })).toEqual(reported)
    expect(await codeBy('o-volunteer', 'report', { visitId, outcome: 'well' })).toBe('WRONG_STATE')
    expect(messages()).toHaveLength(2)
  })

  it('is for whoever has the visit', async () => {
    const { id: visitId } = await request()
    await by('o-volunteer', 'claim', { visitId })
    for (const openid of ['o-second', 'o-clerk', 'o-daughter', 'o-coordinator']) {
      expect(await codeBy(openid, 'report', { visitId, outcome: 'well' })).toBe('FORBIDDEN')
    }
  })
})

describe('visits.cancel', () => {
  it('takes an open or claimed visit back, once, and not one at the door', async () => {
    const { id: visitId } = await request()
    await by('o-volunteer', 'claim', { visitId })
    const cancelled = await by('o-wang', 'cancel', { visitId })
    expect(cancelled.state).toBe('cancelled')
    expect(await by('o-daughter', 'cancel', { visitId })).toMatchObject({ state: 'cancelled' })

    const next = await request()
    await by('o-volunteer', 'claim', { visitId: next.id })
    await by('o-volunteer', 'arrive', { visitId: next.id })
    expect(await codeBy('o-daughter', 'cancel', { visitId: next.id })).toBe('WRONG_STATE')
  })
})

describe('visits.close', () => {
  it('is not for a relative who did not ask, nor before there is a report', async () => {
    const { id: visitId } = await request()
    expect(await codeBy('o-daughter', 'close', { visitId })).toBe('WRONG_STATE')
    await by('o-volunteer', 'claim', { visitId })
    await by('o-volunteer', 'report', { visitId, outcome: 'well' })
    expect(await codeBy('o-viewer', 'close', { visitId })).toBe('FORBIDDEN')
    expect(await codeBy('o-volunteer', 'close', { visitId })).toBe('FORBIDDEN')
    expect(await codeBy('o-clerk', 'close', { visitId })).toBe('accepted')
  })
})

describe('a visit that does not exist', () => {
  it.each(['claim', 'arrive', 'release', 'cancel', 'close'])('is not found by %s', async (action) => {
    expect(await codeBy('o-coordinator', action, { visitId: 'v-none' })).toBe('NOT_FOUND')
  })
})

describe('visits.queue of those who answer for a place', () => {
  it('keeps a report until somebody has read and closed it, for its station and town only', async () => {
    const { id: visitId } = await request()
    await by('o-volunteer', 'claim', { visitId })
    await by('o-volunteer', 'report', { visitId, outcome: 'noAnswer' })
    for (const openid of ['o-clerk', 'o-manager', 'o-coordinator']) {
      expect(await queueOf(openid)).toMatchObject([
        { id: visitId, state: 'reported', report: { outcome: 'noAnswer' } },
      ])
    }
    for (const openid of ['o-other-clerk', 'o-other-coordinator', 'o-second', 'o-volunteer']) {
      expect(await queueOf(openid)).toEqual([])
    }
    await by('o-coordinator', 'close', { visitId })
    expect(await queueOf('o-clerk')).toEqual([])
  })
})

describe('visits.request of something more urgent', () => {
  it('makes the awaited visit urgent and due sooner, once', async () => {
    const worry = await request({ urgency: 'worry', reason: '想有人陪她说说话' })
    const urgent = await request()
    expect(urgent).toMatchObject({ id: worry.id, urgency: 'urgent', reason: '电话没人接', state: 'open' })
    expect(urgent.dueAt < worry.dueAt).toBe(true)
    expect(await request()).toEqual(urgent)
    expect(await request({ urgency: 'hard', reason: '买药' })).toEqual(urgent)
    expect(await cloud.stored('visits')).toHaveLength(1)
  })

  it('tells the helper who is under way, and adds no step that nobody took', async () => {
    const worry = await request({ urgency: 'worry', reason: '闷' })
    await by('o-volunteer', 'claim', { visitId: worry.id })
    const raised = await request()
    expect(raised.history.map((step) => step.state)).toEqual(['open', 'claimed'])
    expect(messages().map((one) => one.touser)).toEqual(['o-daughter', 'o-volunteer'])
  })
})
