import type { AccountRecord } from '../../../cloudfunctions/_domain/people/records'
import visitTerms from '../../../cloudfunctions/_policies/visits.json'
import type { Visit } from '../../../types/visits'
import {
  aMember,
  anElderAccount,
  aRelative,
  aVisit,
  DISTRICT,
  membershipsOf,
  NOW,
} from '../../domain/builders'
import { aCloud, accepted, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

/** A volunteer who starts so many thousandths of a degree north of the elder's door. */
const helper = (id: string, north: number, own: Parameters<typeof aMember>[3] = {}): AccountRecord => ({
  ...aMember(id, 'volunteer', DISTRICT, { helperKind: 'neighbour', ...own }),
  place: { lng: 120.6, lat: 31.3 + north / 1000 },
})
const around = [
  anElderAccount('o-wang', wang),
  aRelative('o-daughter', wang),
  aRelative('o-viewer', wang, ['view']),
  aRelative('o-log-only', wang, ['log']),
  aRelative('o-stranger', chen),
  aMember('o-clerk', 'clerk', 'st-one'),
  aMember('o-manager', 'manager', 'st-one'),
  aMember('o-other-clerk', 'clerk', 'st-two'),
  aMember('o-coordinator', 'coordinator', 't-east'),
  aMember('o-other-coordinator', 'coordinator', 't-west'),
  aMember('o-supervisor', 'supervisor', DISTRICT),
]
const near = { ...wang, circle: ['o-daughter', 'o-viewer', 'o-log-only'] }

const scene = (helpers: AccountRecord[], own: Stock = {}): Stock => {
  const accounts = [...around, ...helpers]
  const memberships = membershipsOf(accounts)
  return aNeighbourhood({ elders: [near, chen], accounts, memberships, ...own })
}
const sent = () => cloud.emulator.gateway.outbox.messages()
const told = () => sent().map(({ touser }) => touser)
const ask = async (own: object = {}, openid = 'o-daughter') =>
  accepted<Visit>(
    await cloud.as(openid).call('visits.request', {
      ...{ elderId: 'e-wang', urgency: 'urgent', reason: '头晕，站不起来', when: 'now' },
      ...own,
    }),
  )

describe('an urgent wish', () => {
  const helpers = [helper('o-far', 9), helper('o-third', 3), helper('o-first', 1), helper('o-second', 2)]

  it('is told at once to station, town, the three nearest helpers and the family that may see', async () => {
    await cloud.restock(scene(helpers))
    await ask()
    expect(told().sort()).toEqual(
      [
        'o-clerk',
        'o-manager',
        'o-coordinator',
        'o-first',
        'o-second',
        'o-third',
        'o-wang',
        'o-viewer',
      ].sort(),
    )
  })

  it('is told to the daughter where the elder asks herself, and not back to whoever asked', async () => {
    await cloud.restock(scene(helpers))
    await ask({}, 'o-wang')
    expect(told()).toEqual(expect.arrayContaining(['o-daughter', 'o-viewer', 'o-clerk']))
    expect(told()).not.toContain('o-wang')
  })

  it('tells a helper the building and the minutes, and no name, room, reason or age', async () => {
    await cloud.restock(scene(helpers))
    await ask()
    const [message] = sent().filter(({ touser }) => touser === 'o-first')
    expect(message?.data).toMatchObject({
      thing1: { value: '长江路 18 弄 2 号' },
      thing2: { value: '走 3 分钟，请看能不能去' },
      phrase4: { value: '急事' },
    })
    for (const secret of ['王', '301', '头晕', '82']) expect(JSON.stringify(message)).not.toContain(secret)
  })

  it('tells a helper no way to a door that nobody has marked, but to the station that stands for it', async () => {
    const elders = [{ ...near, isPlaceUnknown: true }, chen]
    await cloud.restock(scene([helper('o-there', 0), ...helpers], { elders }))
    await ask()
    const told = Object.fromEntries(sent().map(({ touser, data }) => [touser, data]))
    expect(told['o-first']).toMatchObject({ thing2: { value: '到驿站走 3 分钟，请看能不能去' } })
    expect(told['o-there']).toMatchObject({ thing2: { value: '请看能不能去' } })
  })

  it.each<[string, AccountRecord, Stock]>([
    [
      'has as many doors as one may',
      helper('o-busy', 1),
      { visits: visitsOf('o-busy', visitTerms.mostTasks) },
    ],
    ['is suspended', helper('o-busy', 1, { state: 'suspended' }), {}],
    ['holds a paper that has expired', helper('o-busy', 1, { until: '2026-11-20' }), {}],
    ['is of another district', { ...helper('o-busy', 1), district: 'elsewhere' }, {}],
    ['has not said where they start from', { ...helper('o-busy', 1), place: null }, {}],
  ])('passes over a nearer helper who %s', async (_case, busy, own) => {
    await cloud.restock(scene([busy, ...helpers], own))
    await ask()
    expect(told()).not.toContain('o-busy')
    expect(told()).toEqual(expect.arrayContaining(['o-first', 'o-second', 'o-third']))
  })

  it('still reaches a helper with one door less than one may have', async () => {
    await cloud.restock(
      scene([helper('o-busy', 1), ...helpers], { visits: visitsOf('o-busy', visitTerms.mostTasks - 1) }),
    )
    await ask()
    expect(told()).toContain('o-busy')
  })

  it('costs three calls more than one that is not urgent, however many are told', async () => {
    await cloud.restock(scene(helpers))
    const { counts } = cloud.emulator.gateway
    const calls = async (own: object) => {
      counts.reset()
      await ask(own)
      return Object.entries(counts.all())
        .filter(([action]) => action.startsWith('database.'))
        .reduce((sum, [, count]) => sum + count, 0)
    }
    const calm = await calls({ urgency: 'hard', when: 'today' })
    expect((await calls({})) - calm).toBeLessThanOrEqual(3)
    expect(told().length).toBeGreaterThan(8)
  })

  it('that an earlier one becomes is told as well, to the helper under way first of all', async () => {
    await cloud.restock(scene(helpers))
    const { id: visitId } = await ask({ urgency: 'worry', reason: '想有人说说话' })
    accepted(await cloud.as('o-far').call('visits.claim', { visitId }))
    const before = told().length
    await ask({}, 'o-wang')
    const now = told().slice(before)
    expect(now).toEqual(expect.arrayContaining(['o-far', 'o-daughter', 'o-clerk', 'o-coordinator']))
    expect(JSON.stringify(sent().filter(({ touser }) => touser === 'o-far'))).not.toContain('头晕')
  })

  it('says of a long address which door it is', async () => {
    const building = '高新技术产业开发区长江路东侧幸福家园北区十八弄 2 号楼'
    await cloud.restock(scene(helpers, { elders: [{ ...near, building }, chen] }))
    await ask()
    const who = sent().find(({ touser }) => touser === 'o-first')?.data.thing1?.value
    expect(who).toBe('…长江路东侧幸福家园北区十八弄 2 号楼')
    expect([...(who ?? '')].length).toBeLessThanOrEqual(20)
  })

  it('asked twice is told once, and anything new about it to those who can act on it', async () => {
    await cloud.restock(scene(helpers))
    await ask()
    const once = told().length
    await ask()
    expect(told()).toHaveLength(once)
    await ask({ reason: '快来人' })
    expect(told().slice(once).sort()).toEqual(['o-clerk', 'o-coordinator', 'o-manager'])
  })
})

describe('any other wish', () => {
  it('is told to the elder for whom somebody else asks, and to nobody else', async () => {
    await cloud.restock(scene([helper('o-first', 1)]))
    await ask({ urgency: 'hard', reason: '买药' })
    expect(told()).toEqual(['o-wang'])
    expect(sent()[0]?.data.thing2).toEqual({ value: '家人请人来看看您' })
  })
})

describe('an alarming report', () => {
  const task = aVisit({ state: 'claimed', helper: { openid: 'o-first', name: '某人', kind: 'neighbour' } })

  it.each(['emergency', 'noAnswer'])(
    'of %s is told to the whole circle that may see, and to who answers',
    async (outcome) => {
      await cloud.restock(scene([helper('o-first', 1)], { visits: [task] }))
      accepted(await cloud.as('o-first').call('visits.report', { visitId: task.id, outcome }))
      expect(told().sort()).toEqual(
        ['o-clerk', 'o-manager', 'o-coordinator', 'o-daughter', 'o-viewer', 'o-wang'].sort(),
      )
    },
  )

  const by = async (openid: string, action: string, input: object = {}) =>
    accepted<Visit>(await cloud.as(openid).call(`visits.${action}`, { visitId: task.id, ...input }))

  it('is what others are not: those are told to whoever asked', async () => {
    await cloud.restock(
      scene([helper('o-first', 1)], { visits: [{ ...task, urgency: 'hard', alarm: null }] }),
    )
    await by('o-first', 'report', { outcome: 'refused' })
    expect(told()).toEqual(['o-daughter'])
  })

  it('is not a need either: that is told to whoever asked and whoever is to arrange it, and that it is arranged', async () => {
    await cloud.restock(
      scene([helper('o-first', 1)], { visits: [{ ...task, urgency: 'hard', alarm: null }] }),
    )
    await by('o-first', 'report', { outcome: 'needsFound' })
    expect(told().sort()).toEqual(['o-clerk', 'o-coordinator', 'o-daughter', 'o-manager'])
    expect(sent().at(-1)?.data.phrase4?.value).toBe('有事要帮')
    const { report } = await by('o-first', 'report', { outcome: 'well', note: '睡得好' })
    await by('o-clerk', 'close', { seen: report?.at, done: '家人说好会去办' })
    expect(sent().at(-1)?.data).toMatchObject({ phrase4: { value: '安排好了' } })
    expect(JSON.stringify(sent())).not.toContain('家人说好')
  })

  const everybody = ['o-clerk', 'o-coordinator', 'o-daughter', 'o-manager', 'o-viewer', 'o-wang']

  it('is followed by what was seen afterwards, told to all who had been alarmed', async () => {
    await cloud.restock(
      scene([helper('o-first', 1)], { visits: [{ ...task, urgency: 'hard', alarm: null }] }),
    )
    await by('o-first', 'report', { outcome: 'emergency' })
    const alarmed = told().length
    await by('o-first', 'report', { outcome: 'well', note: '坐起来了' })
    expect(told().slice(alarmed).sort()).toEqual(everybody)
    expect(sent().at(-1)?.data.phrase4?.value).toBe('平安')
  })

  it('that all is well ends what was urgent, for all who had been told of it', async () => {
    await cloud.restock(scene([helper('o-first', 1)], { visits: [task] }))
    await by('o-first', 'report', { outcome: 'well' })
    expect(told().sort()).toEqual(everybody)
  })
})

describe('an urgent visit', () => {
  const own = { openid: 'o-first', name: '某人', kind: 'neighbour' as const }
  const helpers = [helper('o-first', 1), helper('o-second', 2), helper('o-third', 3), helper('o-fourth', 4)]
  const visits = [aVisit({ state: 'claimed', helper: own, called: ['o-first', 'o-second', 'o-third'] })]
  const saidTo = (openid: string) =>
    sent()
      .filter(({ touser }) => touser === openid)
      .map(({ data }) => data.thing2?.value)
  const waitsAgain = (but: string) => {
    for (const openid of ['o-second', 'o-third', 'o-fourth'])
      expect(saidTo(openid)).toEqual([expect.stringMatching(/^走 \d+ 分钟，请看能不能去$/)])
    for (const openid of ['o-clerk', 'o-coordinator', 'o-daughter', 'o-viewer', 'o-wang'])
      if (openid !== but) expect(saidTo(openid)).toEqual(['原来要去的人不去了，在等别人'])
  }

  it('that is given back calls the next ones, and tells everybody once', async () => {
    await cloud.restock(scene(helpers, { visits }))
    accepted(await cloud.as('o-first').call('visits.release', { visitId: 'v-1' }))
    waitsAgain('')
    expect(saidTo('o-first')).toEqual([])
    expect((await cloud.one('visits', 'v-1'))?.called).toEqual(['o-second', 'o-third', 'o-fourth'])
  })

  it('that the coordinator takes back says so to whoever had it', async () => {
    await cloud.restock(scene(helpers, { visits }))
    accepted(await cloud.as('o-coordinator').call('visits.release', { visitId: 'v-1' }))
    waitsAgain('o-coordinator')
    expect(saidTo('o-first')).toEqual(['收回了这一次，您不用去了'])
  })

  it('of a helper who leaves calls the next ones too', async () => {
    await cloud.restock(scene(helpers, { visits }))
    accepted(await cloud.as('o-first').call('people.leave', {}))
    waitsAgain('')
  })

  it('that is taken back is called off with all who had been told of it', async () => {
    await cloud.restock(scene(helpers, { visits: [aVisit({ called: ['o-first', 'o-second', 'o-third'] })] }))
    accepted(await cloud.as('o-daughter').call('visits.cancel', { visitId: 'v-1' }))
    for (const openid of ['o-first', 'o-second', 'o-third', 'o-clerk', 'o-coordinator', 'o-viewer', 'o-wang'])
      expect(saidTo(openid)).toEqual(['这一次不用去了'])
    expect(JSON.stringify(sent().filter(({ touser }) => touser === 'o-first'))).not.toContain('王秀英')
  })
})

describe('where a helper starts from', () => {
  it('is found from then on, and forgotten when they say so', async () => {
    await cloud.restock(scene([{ ...helper('o-first', 1), place: null }]))
    const from = async (place: object | null) =>
      accepted(await cloud.as('o-first').call('people.startFrom', { place }))
    await from({ lng: 120.6, lat: 31.301 })
    expect(await cloud.one('accounts', 'o-first')).toMatchObject({ place: { lng: 120.6, lat: 31.301 } })
    await ask()
    expect(told()).toContain('o-first')

    await from(null)
    expect(
      (await cloud.stored('memberships')).find(({ openid }) => openid === 'o-first')?.location,
    ).toBeNull()
    await ask({ elderId: 'e-chen' }, 'o-stranger')
    expect(told().filter((openid) => openid === 'o-first')).toHaveLength(1)
  })
})

/** Doors that a helper has promised to go to. */
function visitsOf(openid: string, count: number) {
  return Array.from({ length: count }, (_, at) =>
    aVisit({
      id: `v-own-${at}`,
      elderId: `e-own-${at}`,
      state: 'claimed',
      urgency: 'worry',
      dueAt: new Date(NOW.getTime() + 3_600_000).toISOString(),
      helper: { openid, name: '某人', kind: 'neighbour' },
    }),
  )
}
