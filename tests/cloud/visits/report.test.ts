import { minutesAfter } from '../../../cloudfunctions/_domain/base/calendar'
import terms from '../../../cloudfunctions/_policies/visits.json'
import type { VisitReport } from '../../../types/visits'
import { aVisit, aVisitReport, NOW } from '../../domain/builders'
import { aCloud, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'
import { callsOf } from './calls'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const { by, codeBy, request, queueOf } = callsOf(() => cloud)
const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
const claimed = async () => {
  const { id } = await request()
  await by('o-volunteer', 'claim', { visitId: id })
  return id
}
const said = ({ outcome, note }: VisitReport) => [outcome, note]
const hoursLater = (hours: number) => cloud.emulator.clock.set(new Date(minutesAfter(NOW, hours * 60)))

const done = '家人到了'

describe('visits.report', () => {
  it('may come without a recorded arrival, and the same again is one act', async () => {
    const visitId = await claimed()
    const reported = await by('o-volunteer', 'report', { visitId, outcome: 'noAnswer' })
    expect(reported).toMatchObject({ alarm: 'noAnswer', report: { outcome: 'noAnswer', note: null } })
    expect(await by('o-volunteer', 'report', { visitId, outcome: 'noAnswer' })).toEqual(reported)
    expect((await cloud.stored('messages')).filter(({ kind }) => kind === 'visitAlarm')).toHaveLength(1)
  })

  it('is for whoever has the visit', async () => {
    const visitId = await claimed()
    for (const openid of ['o-second', 'o-clerk', 'o-daughter', 'o-coordinator'])
      expect(await codeBy(openid, 'report', { visitId, outcome: 'well' })).toBe('FORBIDDEN')
  })

  it('is followed by what was seen afterwards, and the first is kept for family and staff', async () => {
    const visitId = await claimed()
    await by('o-volunteer', 'report', { visitId, outcome: 'noAnswer', note: '敲了三遍' })
    await by('o-volunteer', 'report', { visitId, outcome: 'well', note: '刚才在洗澡' })
    for (const openid of ['o-daughter', 'o-clerk', 'o-coordinator', 'o-volunteer']) {
      const seen = await by(openid, 'show', { visitId })
      expect(seen).toMatchObject({ state: 'reported', alarm: null, report: { outcome: 'well' } })
      expect(seen.earlierReports.map(said)).toEqual([['noAnswer', '敲了三遍']])
    }
    expect((await queueOf('o-clerk')).visits).toMatchObject([{ earlierReports: [{ outcome: 'noAnswer' }] }])
  })

  it('raises the alarm again when what was seen afterwards is worse, also after it was read', async () => {
    const visitId = await claimed()
    await by('o-volunteer', 'report', { visitId, outcome: 'well' })
    await by('o-daughter', 'close', { visitId })
    const worse = { visitId, outcome: 'emergency', ambulanceCalled: true }
    expect(await by('o-volunteer', 'report', worse)).toMatchObject({ state: 'reported', alarm: 'emergency' })
    expect((await queueOf('o-coordinator')).visits[0]).toMatchObject({ id: visitId, alarm: 'emergency' })
  })

  it('keeps each need, however often it is followed', async () => {
    const visitId = await claimed()
    for (const note of ['一', '二', '三', '四', '五', '六', '七', '八'])
      await by('o-volunteer', 'report', { visitId, outcome: 'needsFound', note })
    const { earlierReports } = await by('o-clerk', 'show', { visitId })
    expect(earlierReports.map(({ note }) => note).join('')).toBe('一二三四五六七')
  })

  it.each(['well', 'refused'])(
    'leaves a need open that was found before, also where it is %s',
    async (outcome) => {
      const visitId = await claimed()
      await by('o-volunteer', 'report', { visitId, outcome: 'needsFound', note: '煤气漏，要人来修' })
      await by('o-volunteer', 'report', { visitId, outcome, note: '人挺好' })
      expect(await by('o-clerk', 'show', { visitId })).toMatchObject({
        state: 'reported',
        alarm: 'needsFound',
      })
      expect(await codeBy('o-daughter', 'close', { visitId })).toBe('STILL_ALARMING')
      expect(await codeBy('o-clerk', 'close', { visitId })).toBe('DONE_MISSING')
      expect(await codeBy('o-clerk', 'close', { visitId, done })).toBe('accepted')
    },
  )

  it('eases an emergency where she is seen to be well, and wants a word of it all the same', async () => {
    const visitId = await claimed()
    await by('o-volunteer', 'report', { visitId, outcome: 'emergency' })
    expect(await by('o-volunteer', 'report', { visitId, outcome: 'refused' })).toMatchObject({
      alarm: 'emergency',
    })
    expect(await by('o-volunteer', 'report', { visitId, outcome: 'well' })).toMatchObject({ alarm: null })
    expect(await codeBy('o-daughter', 'close', { visitId })).toBe('STILL_ALARMING')
    expect(await codeBy('o-clerk', 'close', { visitId })).toBe('DONE_MISSING')
    expect(await codeBy('o-clerk', 'close', { visitId, done })).toBe('accepted')
  })

  it('is not taken back by the family while somebody else goes and a need is open', async () => {
    const earlierReports = [aVisitReport({ outcome: 'needsFound' })]
    await cloud.restock(aNeighbourhood({ visits: [aVisit({ state: 'claimed', helper, earlierReports })] }))
    expect(await codeBy('o-daughter', 'cancel', { visitId: 'v-1' })).toBe('STILL_ALARMING')
  })

  it.each([{}, { key: 'second-time' }])(
    'alarms and tells again in the same words once it was dealt with: %j',
    async (own) => {
      const told = async () =>
        (await cloud.stored('messages')).filter(({ kind }) => kind === 'visitAlarm').length
      const visitId = await claimed()
      await by('o-volunteer', 'report', { visitId, outcome: 'emergency', key: 'first-time' })
      await by('o-volunteer', 'report', { visitId, outcome: 'emergency', key: 'first-time' })
      expect(await told()).toBe(1)
      await by('o-clerk', 'close', { visitId, done: '120 送医，已回家' })
      await by('o-volunteer', 'report', { visitId, outcome: 'emergency', key: 'first-time' })
      expect(await cloud.one('visits', visitId)).toMatchObject({ state: 'closed' })
      const again = await by('o-volunteer', 'report', { visitId, outcome: 'emergency', ...own })
      expect(again).toMatchObject({ state: 'reported', alarm: 'emergency' })
      expect(await told()).toBe(2)
      expect((await queueOf('o-clerk')).visits[0]).toMatchObject({ id: visitId, alarm: 'emergency' })
    },
  )

  it('is over for a visit that was closed long ago', async () => {
    const report = { outcome: 'well' as const, at: NOW.toISOString() }
    await cloud.restock(aNeighbourhood({ visits: [aVisit({ state: 'closed', helper, report })] }))
    const later = { visitId: 'v-1', outcome: 'needsFound', note: '想起来了' }
    hoursLater(terms.correctWithinHours)
    expect(await codeBy('o-volunteer', 'report', later)).toBe('WRONG_STATE')
    hoursLater(terms.correctWithinHours - 1)
    expect(await codeBy('o-volunteer', 'report', later)).toBe('accepted')
  })

  it('is taken late, after the visit was passed on to the station', async () => {
    await cloud.restock(aNeighbourhood({ visits: [aVisit({ state: 'escalated', helper })] }))
    expect((await queueOf('o-volunteer')).written).toMatchObject([{ id: 'v-1', report: null }])
    expect(await by('o-volunteer', 'report', { visitId: 'v-1', outcome: 'well' })).toMatchObject({
      state: 'reported',
      alarm: null,
    })
  })

  it('says whether 120 was rung only where somebody said it, of an emergency', async () => {
    const visitId = await claimed()
    const emergency = { visitId, outcome: 'emergency' }
    expect((await by('o-volunteer', 'report', emergency)).report?.ambulanceCalled).toBeNull()
    const no = await by('o-volunteer', 'report', { ...emergency, ambulanceCalled: false })
    expect(no.report?.ambulanceCalled).toBe(false)
    const yes = await by('o-volunteer', 'report', { ...emergency, ambulanceCalled: true })
    expect(yes.report?.ambulanceCalled).toBe(true)
    const well = await by('o-volunteer', 'report', { visitId, outcome: 'well', ambulanceCalled: true })
    expect(well.report?.ambulanceCalled).toBeNull()
  })
})

describe('an emergency found by whoever was to go until a while ago', () => {
  const emergency = (visitId: string) => ({
    visitId,
    outcome: 'emergency',
    note: '倒在地上',
    ambulanceCalled: true,
  })
  const told = () =>
    cloud.emulator.gateway.outbox.messages().filter(({ data }) => data.phrase4?.value === '紧急')
  const toldOf = (openid: string) => told().filter(({ touser }) => touser === openid).length

  it.each([
    ['gave it back', (visitId: string) => by('o-volunteer', 'release', { visitId })],
    ['was relieved by the coordinator', (visitId: string) => by('o-coordinator', 'release', { visitId })],
    [
      'was relieved, and somebody else has taken it on',
      async (visitId: string) => {
        await by('o-coordinator', 'release', { visitId })
        await by('o-clerk', 'claim', { visitId })
      },
    ],
  ] as const)('is taken though they %s, told, and leaves it to whoever goes now', async (_, leave) => {
    const visitId = await claimed()
    await leave(visitId)
    const { state } = (await cloud.one('visits', visitId)) ?? {}
    await by('o-volunteer', 'report', emergency(visitId))
    await by('o-volunteer', 'report', emergency(visitId))
    expect(await cloud.one('visits', visitId)).toMatchObject({
      ...{ state, alarm: 'emergency', report: null },
      earlierReports: [{ outcome: 'emergency', note: '倒在地上', ambulanceCalled: true }],
    })
    expect((await queueOf('o-coordinator')).visits[0]).toMatchObject({ id: visitId, alarm: 'emergency' })
    for (const openid of ['o-coordinator', 'o-viewer', 'o-wang']) expect(toldOf(openid)).toBe(1)
  })

  it('is taken though the family has cancelled it, for a day', async () => {
    const visitId = await claimed()
    await by('o-daughter', 'cancel', { visitId })
    for (const outcome of ['well', 'noAnswer', 'needsFound'])
      expect(await codeBy('o-volunteer', 'report', { visitId, outcome })).toBe('WRONG_STATE')
    hoursLater(terms.correctWithinHours + 1)
    expect(await codeBy('o-volunteer', 'report', emergency(visitId))).toBe('WRONG_STATE')
    hoursLater(terms.correctWithinHours - 1)
    const raised = await by('o-volunteer', 'report', emergency(visitId))
    expect(raised).toMatchObject({ state: 'reported', alarm: 'emergency', report: { note: '倒在地上' } })
    expect(toldOf('o-coordinator')).toBe(1)
  })

  it('is told to those who answer for the place alone where she is written down as dead', async () => {
    const visitId = await claimed()
    const record = { elderId: 'e-wang', on: '2026-11-21', reason: '家人来说的' }
    expect((await cloud.as('o-clerk').call('people.recordDeath', record)).ok).toBe(true)
    expect(await codeBy('o-volunteer', 'report', { visitId, outcome: 'well' })).toBe('ELDER_DIED')
    await by('o-volunteer', 'report', emergency(visitId))
    expect(
      told()
        .map(({ touser }) => touser)
        .sort(),
    ).toEqual(['o-clerk', 'o-coordinator', 'o-manager'])
    expect((await queueOf('o-clerk')).visits[0]).toMatchObject({ id: visitId, alarm: 'emergency' })

    const sent = cloud.emulator.gateway.outbox.messages().length
    expect(
      (await cloud.as('o-clerk').call('people.undoDeath', { elderId: 'e-wang', reason: '记错了' })).ok,
    ).toBe(true)
    expect(await cloud.one('visits', visitId)).toMatchObject({ state: 'reported', alarm: 'emergency' })
    expect(cloud.emulator.gateway.outbox.messages()).toHaveLength(sent)
  })

  it('says to a family that it is dealt with, and nothing to one whose elder is written down as dead', async () => {
    const settled = () =>
      cloud.emulator.gateway.outbox.messages().filter(({ data }) => data.phrase4?.value === '办妥了')
    for (const isDead of [false, true]) {
      await cloud.restock(aNeighbourhood())
      const visitId = await claimed()
      await by('o-volunteer', 'report', emergency(visitId))
      const record = { elderId: 'e-wang', on: '2026-11-21', reason: '家人来说的' }
      if (isDead) expect((await cloud.as('o-clerk').call('people.recordDeath', record)).ok).toBe(true)
      await by('o-coordinator', 'close', { visitId, done })
      const near = settled().map(({ touser }) => touser)
      expect(near.includes('o-viewer')).toBe(!isDead)
      if (isDead) expect(near).toEqual([])
    }
  })

  it('is nobody else’s, and nothing but an emergency is', async () => {
    const visitId = await claimed()
    await by('o-volunteer', 'release', { visitId })
    expect(await codeBy('o-second', 'report', emergency(visitId))).toBe('FORBIDDEN')
    for (const outcome of ['well', 'noAnswer', 'refused', 'needsFound'])
      expect(await codeBy('o-volunteer', 'report', { visitId, outcome })).toBe('FORBIDDEN')
  })
})

describe('an alarming report', () => {
  it.each(['emergency', 'noAnswer'])(
    'of %s is closed by clerk and coordinator, not by whoever asked',
    async (outcome) => {
      for (const openid of ['o-clerk', 'o-coordinator']) {
        await cloud.restock(aNeighbourhood())
        const visitId = await claimed()
        await by('o-volunteer', 'report', { visitId, outcome })
        expect(await codeBy('o-daughter', 'close', { visitId, done })).toBe('STILL_ALARMING')
        expect(await codeBy(openid, 'close', { visitId, done: '\u200b ' })).toBe('DONE_MISSING')
        expect(await cloud.one('visits', visitId)).toMatchObject({ state: 'reported', alarm: outcome })
        expect(await by(openid, 'close', { visitId, done })).toMatchObject({ state: 'closed', alarm: null })
        expect(await codeBy('o-daughter', 'close', { visitId })).toBe('accepted')
      }
    },
  )

  it('outlives that somebody else goes, and is not taken back by the family', async () => {
    const report = { outcome: 'emergency' as const, note: '躺在地上' }
    const second = { ...helper, openid: 'o-second' }
    await cloud.restock(
      aNeighbourhood({ visits: [aVisit({ state: 'escalated', urgency: 'hard', helper: second, report })] }),
    )
    const visitId = 'v-1'
    expect(await by('o-volunteer', 'claim', { visitId })).toMatchObject({ alarm: 'emergency', report: null })
    expect(await by('o-daughter', 'show', { visitId })).toMatchObject({
      alarm: 'emergency',
      earlierReports: [{ note: '躺在地上' }],
    })
    expect(await codeBy('o-daughter', 'cancel', { visitId })).toBe('STILL_ALARMING')
    expect(await by('o-volunteer', 'report', { visitId, outcome: 'well' })).toMatchObject({ alarm: null })
  })
})
