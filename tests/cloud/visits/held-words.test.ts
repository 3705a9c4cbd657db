import { aVisit } from '../../domain/builders'
import { aCloud, accepted, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'
import { callsOf } from './calls'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const { by, codeBy, request, queueOf, mineOf } = callsOf(() => cloud)
/** What the emulator's check calls unlawful. */
const words = '违禁示例词'
const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
const claimed = (own: object = {}) =>
  cloud.restock(aNeighbourhood({ visits: [aVisit({ state: 'claimed', helper, ...own })] }))

describe('words that WeChat’s check refuses', () => {
  it('never refuse an urgent request: staff of the place read them, nobody else', async () => {
    const visit = await request({ reason: words })
    expect(visit).toMatchObject({ state: 'open', alarm: 'urgent', reason: null, reasonHeld: true })
    expect(await cloud.one('visits', visit.id)).toMatchObject({ reason: words, reasonHeld: true })
    for (const openid of ['o-clerk', 'o-manager', 'o-coordinator'])
      expect((await queueOf(openid)).visits).toMatchObject([{ reason: words, reasonHeld: true }])
    expect(JSON.stringify(await queueOf('o-volunteer'))).not.toContain(words)
    for (const openid of ['o-daughter', 'o-wang', 'o-viewer'])
      expect(JSON.stringify(await mineOf(openid))).not.toContain(words)
    expect(JSON.stringify(await by('o-volunteer', 'claim', { visitId: visit.id }))).not.toContain(words)
  })

  it('stand in no log that a relative reads', async () => {
    await request({ reason: words })
    const log = accepted<unknown[]>(await cloud.as('o-log').call('people.log', { elderId: 'e-wang' }))
    expect(log).toHaveLength(1)
    expect(JSON.stringify([log, await cloud.stored('auditLog')])).not.toContain(words)
  })

  it.each(['emergency', 'noAnswer'])('never refuse a report of %s', async (outcome) => {
    await claimed()
    const found = { visitId: 'v-1', outcome, note: words }
    expect(await by('o-volunteer', 'report', found)).toMatchObject({
      alarm: outcome,
      report: { note: null, isHeld: true },
    })
    expect(await by('o-volunteer', 'report', found)).toMatchObject({ earlierReports: [] })
    expect((await queueOf('o-clerk')).visits).toMatchObject([{ report: { note: words, isHeld: true } }])
    expect(await by('o-daughter', 'show', { visitId: 'v-1' })).toMatchObject({ report: { note: null } })
  })

  it('stay held when the visit is followed by words that may be read', async () => {
    await claimed()
    await by('o-volunteer', 'report', { visitId: 'v-1', outcome: 'noAnswer', note: words })
    await by('o-volunteer', 'report', { visitId: 'v-1', outcome: 'well', note: '在家' })
    expect(await by('o-daughter', 'show', { visitId: 'v-1' })).toMatchObject({
      report: { note: '在家', isHeld: false },
      earlierReports: [{ note: null, isHeld: true }],
    })
  })

  it('make the awaited visit urgent all the same, and go to no helper in a message', async () => {
    const { id } = await request({ urgency: 'hard', when: 'now', reason: '买药' })
    await by('o-volunteer', 'claim', { visitId: id })
    expect(await request({ reason: words })).toMatchObject({ id, urgency: 'urgent', reason: null })
    expect(JSON.stringify(cloud.emulator.gateway.outbox.messages())).not.toContain(words)
  })

  it.each([
    [
      'a request that is not urgent',
      'o-daughter',
      'request',
      { elderId: 'e-wang', urgency: 'hard', reason: words, when: 'now' },
    ],
    [
      'a report of nothing alarming',
      'o-volunteer',
      'report',
      { visitId: 'v-1', outcome: 'well', note: words },
    ],
    ['a word of what was done', 'o-clerk', 'close', { visitId: 'v-1', done: words }],
  ])('refuse %s, and nothing is stored', async (_case, openid, action, input) => {
    await claimed()
    const before = cloud.state()
    expect(await codeBy(openid, action, input)).toBe('TEXT_REFUSED')
    expect(cloud.state()).toEqual(before)
  })
})

describe('words that nobody can see', () => {
  const odd = ['\u200b', '  ', '\u202e\u2060', '\n']

  it.each(odd)(
    'hold back neither what is urgent nor an emergency, and are not sent to be checked: %j',
    async (words) => {
      const said = jest.spyOn(console, 'error')
      said.mockClear()
      const { id: visitId, reason, alarm } = await request({ reason: words })
      expect([alarm, reason]).toEqual(['urgent', null])
      await by('o-volunteer', 'claim', { visitId })
      const found = { visitId, outcome: 'emergency', note: words, ambulanceCalled: true }
      expect(await by('o-volunteer', 'report', found)).toMatchObject({
        alarm: 'emergency',
        report: { note: null, isHeld: false },
      })
      expect(said).not.toHaveBeenCalled()
    },
  )
})
