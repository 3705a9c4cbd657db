import { minutesAfter } from '../../../cloudfunctions/_domain/base/calendar'
import terms from '../../../cloudfunctions/_policies/visits.json'
import { aVisit, NOW, TODAY } from '../../domain/builders'
import { aCloud, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'
import { callsOf, wish } from './calls'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const { by, codeBy, request } = callsOf(() => cloud)
/** What somebody was sent a message of. */
const kindsTold = async (openid: string) =>
  (await cloud.stored('messages'))
    .filter(({ to }) => to.some((one) => one.openid === openid && one.state === 'sent'))
    .map(({ kind }) => kind)
    .sort()

describe('a visit from request to close', () => {
  it('is asked for, claimed, arrived at, reported, read and closed, and tells the family at each step', async () => {
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

    const read = await by('o-daughter', 'show', { visitId })
    expect(read).toMatchObject({ state: 'reported', report: { outcome: 'needsFound', note: '助听器没电了' } })
    expect(await codeBy('o-daughter', 'close', { visitId })).toBe('STILL_ALARMING')
    expect(await codeBy('o-clerk', 'close', { visitId })).toBe('DONE_MISSING')
    const done = '明天上午送新电池来'
    expect(await by('o-clerk', 'close', { visitId, done })).toMatchObject({ state: 'closed', alarm: null })
    expect(await by('o-daughter', 'show', { visitId })).toMatchObject({ settlings: [{ note: done }] })

    expect((await cloud.one('visits', visitId))?.history.map((step) => step.state)).toEqual([
      'open',
      'claimed',
      'onSite',
      'reported',
      'closed',
    ])
    expect(await kindsTold('o-daughter')).toEqual([
      'visitArrived',
      'visitClaimed',
      'visitEased',
      'visitSettled',
    ])
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
    expect(await request({ urgency: 'worry' })).toEqual(first)
    expect((await by('o-wang', 'request', wish)).id).toBe(first.id)
    expect(await cloud.stored('visits')).toHaveLength(1)
  })

  it('takes today and today’s date for one day, and now for another', async () => {
    const today = await request({ when: 'today' })
    expect(today.when).toBe(TODAY)
    expect((await request({ when: TODAY })).id).toBe(today.id)
    expect((await request()).id).not.toBe(today.id)
  })

  it.each(['2026-11-25', '2026-11-20', '2027-02-01'])(
    'takes what is urgent for now, also where %s was asked for',
    async (when) => {
      const visit = await request({ when })
      expect(visit).toMatchObject({ when: 'now', alarm: 'urgent' })
      expect(visit.dueAt).toBe(minutesAfter(new Date(visit.askedAt), terms.dueWithin.urgent))
      expect((await request()).id).toBe(visit.id)
    },
  )

  it('is due within minutes where it is urgent and for today', async () => {
    const visit = await request({ when: 'today' })
    expect(visit.dueAt).toBe(minutesAfter(new Date(visit.askedAt), terms.dueWithin.urgent))
  })

  it('makes a new visit once the last one is reported', async () => {
    const { id: visitId } = await request()
    await by('o-volunteer', 'claim', { visitId })
    await by('o-volunteer', 'report', { visitId, outcome: 'well' })
    expect((await request()).id).not.toBe(visitId)
  })

  it.each([
    ['a past date', { when: '2026-11-20', urgency: 'hard' }, 'DATE_PAST'],
    ['a date too far ahead', { when: '2027-02-01', urgency: 'hard' }, 'DATE_TOO_FAR'],
    ['a reason beyond its length', { reason: '啊'.repeat(201) }, 'BAD_INPUT'],
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

describe('visits.claim', () => {
  it('belongs to the first; asking again changes nothing, anybody else hears that it is taken', async () => {
    const { id: visitId } = await request()
    const first = await by('o-volunteer', 'claim', { visitId })
    expect(await by('o-volunteer', 'claim', { visitId })).toEqual(first)
    expect(await codeBy('o-second', 'claim', { visitId })).toBe('VISIT_TAKEN')
    expect(await kindsTold('o-daughter')).toEqual(['visitClaimed'])
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

describe('visits.close of a visit about which something new was written', () => {
  const done = '已请电工修灯'
  const emergency = { outcome: 'emergency', note: '摔倒不能动', ambulanceCalled: false }
  const needing = async () => {
    await cloud.restock(aNeighbourhood())
    const { id: visitId } = await request()
    await by('o-volunteer', 'claim', { visitId })
    const { report } = await by('o-volunteer', 'report', { visitId, outcome: 'needsFound', note: '灯坏了' })
    return { visitId, seen: report?.at ?? null }
  }

  it('is refused until that was seen, whatever was said of what stood there before', async () => {
    const { visitId, seen } = await needing()
    const { report } = await by('o-volunteer', 'report', { visitId, ...emergency })
    for (const before of [seen, null])
      expect(await codeBy('o-clerk', 'close', { visitId, seen: before, done })).toBe('REPORT_CHANGED')
    expect(await cloud.one('visits', visitId)).toMatchObject({
      state: 'reported',
      alarm: 'emergency',
      settlings: [],
    })
    expect(await codeBy('o-clerk', 'close', { visitId, seen: report?.at, done })).toBe('accepted')
  })

  it('is refused to whoever asked as well, who saw that all was well', async () => {
    const { id: visitId } = await request()
    await by('o-volunteer', 'claim', { visitId })
    const { report } = await by('o-volunteer', 'report', { visitId, outcome: 'well' })
    await by('o-volunteer', 'report', { visitId, outcome: 'well', note: '她咳得厉害' })
    expect(await codeBy('o-daughter', 'close', { visitId, seen: report?.at })).toBe('REPORT_CHANGED')
    expect(await codeBy('o-daughter', 'close', { visitId })).toBe('accepted')
  })

  it('never ends an emergency that comes at the same moment', async () => {
    for (const _ of [1, 2, 3, 4]) {
      const { visitId, seen } = await needing()
      await Promise.all([
        codeBy('o-clerk', 'close', { visitId, seen, done }),
        by('o-volunteer', 'report', { visitId, ...emergency }),
      ])
      expect(await cloud.one('visits', visitId)).toMatchObject({ state: 'reported', alarm: 'emergency' })
    }
  })

  it('is about what was written after it, though the clock goes back', async () => {
    const { visitId, seen } = await needing()
    cloud.emulator.clock.set(new Date(NOW.getTime() - 60_000))
    const { report } = await by('o-volunteer', 'report', { visitId, ...emergency })
    expect((report?.at ?? '') > (seen ?? '')).toBe(true)
    expect(await codeBy('o-clerk', 'close', { visitId, seen, done })).toBe('REPORT_CHANGED')
  })
})

describe('a visit that does not exist', () => {
  it.each(['claim', 'arrive', 'release', 'cancel', 'close'])('is not found by %s', async (action) => {
    expect(await codeBy('o-coordinator', action, { visitId: 'v-none' })).toBe('NOT_FOUND')
  })
})

describe('visits.request of what is asked for already', () => {
  const worry = { urgency: 'worry', when: TODAY }

  it('keeps what each of them said, and who said it, for whoever goes and whoever asked, and is no more urgent by it', async () => {
    const first = await request({ ...worry, reason: '灯坏了' })
    await by('o-wang', 'request', { ...wish, ...worry, reason: '我头晕' })
    await by('o-clerk', 'request', { ...wish, ...worry, reason: '摔了', channel: 'phone' })
    await by('o-volunteer', 'claim', { visitId: first.id })
    await request({ ...worry, reason: '头晕' })
    for (const openid of ['o-volunteer', 'o-daughter', 'o-wang', 'o-clerk']) {
      const seen = await by(openid, 'show', { visitId: first.id })
      expect(seen).toMatchObject({
        reason: '头晕；某人：摔了；本人：我头晕；灯坏了',
        urgency: 'worry',
        dueAt: first.dueAt,
      })
    }
    expect(await cloud.stored('visits')).toHaveLength(1)
  })

  it('loses nobody’s words where many ask at once', async () => {
    const words = ['一', '二', '三', '四', '五']
    await Promise.all(words.map((reason) => codeBy('o-daughter', 'request', { ...wish, ...worry, reason })))
    const [visit] = await cloud.stored('visits')
    expect(visit?.reason?.split('；').sort()).toEqual([...words].sort())
  })

  it('is refused where there is no room for its words, but never what is more urgent', async () => {
    for (const word of ['一', '二', '四']) await request({ ...worry, reason: word.repeat(200) })
    const before = await cloud.stored('visits')
    const more = { ...wish, ...worry, reason: '三'.repeat(200) }
    expect(await codeBy('o-wang', 'request', more)).toBe('REASON_FULL')
    expect(await cloud.stored('visits')).toEqual(before)
    const urgent = await request({ ...more, urgency: 'urgent', when: TODAY })
    expect(urgent).toMatchObject({ id: before[0]?.id, urgency: 'urgent' })
    for (const word of ['一', '二', '三', '四']) expect(urgent.reason).toContain(word.repeat(200))
  })
})

describe('visits.request of something more urgent', () => {
  it('makes the awaited visit urgent and due sooner, once', async () => {
    const worry = await request({ urgency: 'worry', reason: '想有人陪她说说话' })
    const urgent = await request()
    expect(urgent).toMatchObject({ id: worry.id, urgency: 'urgent', state: 'open' })
    expect(urgent.reason).toBe('电话没人接；想有人陪她说说话')
    expect(urgent.dueAt < worry.dueAt).toBe(true)
    expect(await request()).toEqual(urgent)
    expect(await request({ urgency: 'hard', reason: undefined })).toEqual(urgent)
    expect(await cloud.stored('visits')).toHaveLength(1)
  })

  it('promises anew where the time of the earlier one has passed, and leaves it to nobody as abandoned', async () => {
    const worry = await request({ urgency: 'worry', reason: '闷' })
    const later = new Date(Date.parse(worry.dueAt) + 7 * 3_600_000)
    cloud.emulator.clock.set(later)
    await cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
    const urgent = await request()
    expect(urgent.id).toBe(worry.id)
    expect(urgent.dueAt > later.toISOString()).toBe(true)
    await cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
    expect(await cloud.one('visits', urgent.id)).toMatchObject({ state: 'open', lateTold: 'nobody' })
  })

  it('writes down what else is said about what is urgent, and tells it who is on the way', async () => {
    const first = await request()
    await by('o-volunteer', 'claim', { visitId: first.id })
    const again = await request({ reason: '邻居听见她喊救命' })
    expect(again).toMatchObject({ id: first.id, reason: '邻居听见她喊救命；电话没人接', dueAt: first.dueAt })
    expect(await kindsTold('o-volunteer')).toEqual(['visitUrgent'])
    const sent = cloud.emulator.gateway.outbox.messages().filter(({ touser }) => touser === 'o-volunteer')
    expect(sent[0]?.data.thing2?.value).toBe('您要去的这一家是急事，请快去')

    const told = cloud.emulator.gateway.outbox.messages().length
    await request({ reason: '邻居听见她喊救命' })
    await by('o-wang', 'request', { elderId: 'e-wang', urgency: 'urgent', when: 'now' })
    expect(cloud.emulator.gateway.outbox.messages()).toHaveLength(told)
  })

  it('tells the helper who is under way, and adds no step that nobody took', async () => {
    const worry = await request({ urgency: 'worry', reason: '闷' })
    await by('o-volunteer', 'claim', { visitId: worry.id })
    const raised = await request()
    expect(raised.history.map((step) => step.state)).toEqual(['open', 'claimed'])
    expect(await kindsTold('o-volunteer')).toEqual(['visitUrgent'])
  })
})
