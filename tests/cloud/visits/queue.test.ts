import { minutesAfter } from '../../../cloudfunctions/_domain/base/calendar'
import { straightMetres } from '../../../cloudfunctions/_domain/stations/walking'
import type { VisitRecord } from '../../../cloudfunctions/_domain/visits/records'
import { pageSize } from '../../../types/paging'
import { aMember, anElder, aVisit, DISTRICT, NOW } from '../../domain/builders'
import { aCloud, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'
import { callsOf, idsOf, wish } from './calls'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
beforeEach(() => cloud.restock(aNeighbourhood()))
afterAll(() => cloud.close())

const { by, codeBy, request, queueOf, wholeQueueOf } = callsOf(() => cloud)
const times = <T>(count: number, one: (id: string, place: number) => T) =>
  Array.from({ length: count }, (_, place) => one(String(place).padStart(3, '0'), place))
const stockOf = (visits: VisitRecord[]) => cloud.restock(aNeighbourhood({ visits }))
const minutes = (away: number) => minutesAfter(NOW, away)
const helper = { openid: 'o-second', name: '某人', kind: 'neighbour' as const }
const here = { lng: 120.6, lat: 31.3 }
const away = (metres: number) => ({ lng: 120.6, lat: 31.3 + metres / 111_000 })
const written = (outcome: 'well' | 'noAnswer' | 'emergency' | 'needsFound', own: Partial<VisitRecord> = {}) =>
  aVisit({ state: 'reported', urgency: 'hard', helper, report: { outcome }, ...own })
const door = (id: string, own: Partial<VisitRecord> = {}) =>
  aVisit({ id, urgency: 'hard', dueAt: minutes(300), ...own })

describe('visits.queue', () => {
  it('holds own tasks apart, then the nearest door first', async () => {
    const near = anElder({ id: 'e-near', name: '周大爷', sex: 'male', place: away(111) })
    await cloud.restock(aNeighbourhood({ elders: [wang, chen, near] }))
    const ask = (elderId: string) => by('o-coordinator', 'request', { ...wish, urgency: 'hard', elderId })
    const [far, nearer] = [await ask('e-wang'), await ask('e-near')]
    const mine = await by('o-stranger', 'request', { ...wish, elderId: 'e-chen' })
    await by('o-volunteer', 'claim', { visitId: mine.id })

    const queue = await queueOf('o-volunteer', { place: away(222) })
    expect(idsOf(queue.mine)).toEqual([mine.id])
    expect(idsOf(queue.visits)).toEqual([nearer.id, far.id])
    expect(queue.visits[0]).toMatchObject({ metres: 150, walkMinutes: 3 })
    expect(idsOf((await queueOf('o-second')).visits)).not.toContain(mine.id)
  })

  it('says of a door that nobody has marked that the way is one to her station, until somebody marks it', async () => {
    const unmarked = anElder({
      id: 'e-new',
      name: '周大爷',
      sex: 'male',
      place: away(111),
      isPlaceUnknown: true,
    })
    await cloud.restock(aNeighbourhood({ elders: [wang, chen, unmarked] }))
    await by('o-coordinator', 'request', { ...wish, urgency: 'hard', elderId: 'e-new' })
    const door = async (openid: string) => (await queueOf(openid, { place: away(222) })).visits[0]
    for (const openid of ['o-volunteer', 'o-coordinator', 'o-clerk'])
      expect(await door(openid)).toMatchObject({ isPlaceUnknown: true, metres: 150 })

    const changes = { place: away(150) }
    expect(await cloud.as('o-clerk').call('people.correct', { elderId: 'e-new', changes })).toMatchObject({
      ok: true,
    })
    expect(await door('o-volunteer')).toMatchObject({ isPlaceUnknown: false })
  })

  it('goes by what is due where nothing is known of the way', async () => {
    await stockOf([door('v-later', { dueAt: minutes(600) }), door('v-sooner')])
    const { visits } = await queueOf('o-volunteer')
    expect(visits.map(({ id, metres }) => [id, metres])).toEqual([
      ['v-sooner', 0],
      ['v-later', 0],
    ])
  })

  it('orders by what is at stake, then by the way, and lists reports last', async () => {
    await stockOf([
      written('well', { id: 'v-well' }),
      written('needsFound', { id: 'v-needs' }),
      door('v-far', { place: away(4000) }),
      door('v-near', { place: away(10) }),
      aVisit({ id: 'v-unanswered', state: 'escalated', urgency: 'worry', place: away(9000) }),
      aVisit({ id: 'v-urgent', dueAt: minutes(20), place: away(9000) }),
      written('noAnswer', { id: 'v-no-answer', place: away(9000) }),
      aVisit({ id: 'v-late', dueAt: minutes(-1), place: away(9000) }),
      written('emergency', { id: 'v-emergency', place: away(9000) }),
    ])
    const all = ['v-emergency', 'v-late', 'v-no-answer', 'v-urgent', 'v-unanswered', 'v-needs']
    for (const openid of ['o-clerk', 'o-manager', 'o-coordinator'])
      expect(idsOf((await queueOf(openid, { place: here })).visits)).toEqual([
        ...all,
        'v-near',
        'v-far',
        'v-well',
      ])
    expect(idsOf((await queueOf('o-volunteer', { place: here })).visits)).toEqual([
      'v-late',
      'v-urgent',
      'v-unanswered',
      'v-near',
      'v-far',
    ])
  })

  it('says of each visit what the caller may do about it', async () => {
    const both = {
      ...aMember('o-both', 'volunteer', DISTRICT),
      memberships: [
        ...aMember('o-both', 'volunteer', DISTRICT).memberships,
        ...aMember('o-both', 'clerk', 'st-two').memberships,
      ],
    }
    const accounts = [...(aNeighbourhood().accounts ?? []), both]
    const there = { stationId: 'st-two', townId: 't-west', elderId: 'e-chen' }
    await cloud.restock(
      aNeighbourhood({ accounts, visits: [door('v-one'), door('v-two', { ...there, place: away(50) })] }),
    )
    const mayOf = async (openid: string) =>
      (await queueOf(openid, { place: here })).visits.map(({ id, may }) => [id, may])
    expect(await mayOf('o-volunteer')).toEqual([
      ['v-one', ['go']],
      ['v-two', ['go']],
    ])
    expect(await mayOf('o-clerk')).toEqual([['v-one', ['go', 'ring', 'settle']]])
    expect(await mayOf('o-both')).toEqual([
      ['v-one', ['go']],
      ['v-two', ['go', 'ring', 'settle']],
    ])
  })

  it('gives supervisors what was passed on to them until somebody reports, with true counts and whom to ring', async () => {
    const passedOn = { urgency: 'urgent' as const, lateTold: 'supervisor' as const, dueAt: minutes(-60) }
    const many = times(pageSize.visitQueue + 3, (id) => aVisit({ id: `v-${id}`, ...passedOn }))
    await stockOf([
      ...many,
      aVisit({ id: 'v-coordinators', ...passedOn, lateTold: 'coordinator' }),
      aVisit({ id: 'v-elsewhere', ...passedOn, district: 'noisy' }),
      aVisit({ id: 'v-taken', ...passedOn, state: 'onSite', helper }),
      written('noAnswer', { id: 'v-reported', ...passedOn }),
      door('v-calm', { lateTold: 'supervisor' }),
    ])
    const pages = await wholeQueueOf('o-supervisor')
    expect(pages.length).toBeGreaterThan(1)
    const seen = pages.flatMap(({ visits }) => visits)
    expect(idsOf(seen).sort()).toEqual([...idsOf(many), 'v-taken'].sort())
    expect(pages[0]?.counts).toEqual({
      waiting: many.length,
      underWay: 1,
      overdue: many.length + 1,
      reported: 0,
      alarms: many.length + 1,
      urgent: 0,
    })
    for (const { may, elderName, address } of seen)
      expect([may, elderName, address]).toEqual([['ring'], '王奶奶', '长江路 18 弄 2 号'])

    const [first = ''] = idsOf(many)
    expect((await by('o-supervisor', 'show', { visitId: first })).id).toBe(first)
    expect(await by('o-supervisor', 'ring', { visitId: first, whom: 'station' })).toMatchObject({
      phone: expect.any(String),
    })
    for (const other of ['v-coordinators', 'v-elsewhere', 'v-reported', 'v-calm']) {
      for (const action of ['show', 'callable'])
        expect(await codeBy('o-supervisor', action, { visitId: other })).toBe('FORBIDDEN')
    }
    expect(await codeBy('o-supervisor', 'claim', { visitId: first })).toBe('FORBIDDEN')
  })

  it('says how many urgent calls wait in time, whatever stands before them', async () => {
    await stockOf([
      ...times(30, (id) => written('noAnswer', { id: `v-${id}` })),
      aVisit({ id: 'v-urgent', dueAt: minutes(20) }),
      aVisit({ id: 'v-taken', dueAt: minutes(20), state: 'claimed', helper }),
    ])
    const { visits, counts } = await queueOf('o-clerk')
    expect([idsOf(visits).includes('v-urgent'), counts.urgent]).toEqual([false, 1])
    expect(idsOf((await queueOf('o-clerk', { show: 'waiting' })).visits)).toEqual(['v-urgent'])
  })

  it('leaves out nothing that becomes late between two pages', async () => {
    await stockOf([
      ...times(pageSize.visitQueue, (id) => written('emergency', { id: `v-${id}` })),
      aVisit({ id: 'v-soon', dueAt: minutes(1) }),
    ])
    const first = await queueOf('o-coordinator')
    expect(idsOf(first.visits)).not.toContain('v-soon')
    cloud.emulator.clock.set(new Date(minutes(3)))
    const second = await queueOf('o-coordinator', { after: first.next })
    expect(idsOf(second.visits)).toEqual(['v-soon'])
  })

  it('shows an emergency first behind 250 doors that nobody opened nearby, to clerk and coordinator', async () => {
    await stockOf([
      ...times(250, (id) => written('noAnswer', { id: `v-${id}` })),
      written('emergency', { id: 'v-emergency', place: away(15_000), dueAt: minutes(-9000) }),
    ])
    for (const openid of ['o-clerk', 'o-coordinator']) {
      const { visits, counts } = await queueOf(openid, { place: here })
      expect(visits[0]?.id).toBe('v-emergency')
      expect(counts).toMatchObject({ reported: 251, alarms: 251 })
    }
  })

  it('shows a new urgent visit first behind 250 that are stale, urgent or not', async () => {
    const stale = { dueAt: minutes(-9000) }
    await stockOf([
      ...times(250, (id) => door(`v-old-${id}`, stale)),
      ...times(250, (id) => aVisit({ id: `v-worse-${id}`, ...stale })),
    ])
    const fresh = await request()
    cloud.emulator.clock.set(new Date(Date.parse(fresh.dueAt) + 1000))
    for (const openid of ['o-volunteer', 'o-clerk', 'o-coordinator'])
      expect((await queueOf(openid, { place: away(20_000) })).visits[0]?.id).toBe(fresh.id)
  })

  it('shows own tasks whole and what is urgent beside them', async () => {
    const me = { ...helper, openid: 'o-clerk' }
    await stockOf([
      ...times(8, (id) => aVisit({ id: `v-mine-${id}`, state: 'claimed', helper: me })),
      ...times(40, (id) => written('noAnswer', { id: `v-${id}` })),
    ])
    const { mine, visits } = await queueOf('o-clerk')
    expect(mine).toHaveLength(8)
    expect(visits.length).toBeGreaterThanOrEqual(4)
    expect(visits.some(({ isMine }) => isMine)).toBe(false)
  })
})

describe('pages of visits.queue', () => {
  const everything = [
    ...times(30, (id) => written('emergency', { id: `v-a-${id}`, dueAt: minutes(Number(id) % 3) })),
    ...times(30, (id) => aVisit({ id: `v-b-${id}`, dueAt: minutes(-5) })),
    ...times(70, (id, nth) => door(`v-c-${id}`, { place: away(nth < 50 ? 100 : nth * 10) })),
    ...times(15, (id) => door(`v-d-${id}`, { state: 'claimed', helper, place: away(3000) })),
    ...times(30, (id) => written('well', { id: `v-e-${id}` })),
  ]

  it.each([
    ['from a place', { place: here }],
    ['from nowhere', {}],
  ])('show each visit once and none never, %s', async (_case, input) => {
    await stockOf(everything)
    const pages = await wholeQueueOf('o-clerk', input)
    const ids = pages.flatMap(({ visits }) => idsOf(visits))
    expect(ids).toHaveLength(everything.length)
    expect([...ids].sort()).toEqual(idsOf(everything).sort())
    for (const { visits, counts } of pages) {
      expect(visits.length).toBeLessThanOrEqual(pageSize.visitQueue)
      expect(counts).toEqual({ waiting: 100, underWay: 15, overdue: 30, reported: 60, alarms: 60, urgent: 0 })
    }
  })

  it('keep the nearest first over their edges, also where one building has more doors than a page', async () => {
    await stockOf(everything)
    const pages = await wholeQueueOf('o-volunteer', { place: here })
    const ways = pages
      .flatMap(({ visits }) => visits.filter(({ alarm }) => !alarm))
      .map(({ metres }) => metres)
    expect(ways).toHaveLength(70)
    expect(ways).toEqual([...ways].sort((a, b) => a - b))
    expect(straightMetres(here, away(100))).toBeCloseTo(100, 0)
  })

  it('go on from where the first began, wherever the helper stands meanwhile', async () => {
    await stockOf(times(30, (id, nth) => door(`v-${id}`, { place: away(nth * 50) })))
    const first = await queueOf('o-volunteer', { place: here })
    const second = await queueOf('o-volunteer', { place: away(9000), after: first.next })
    expect(idsOf(second.visits)[0]).toBe('v-012')
  })

  it.each(['', 'x', Buffer.from('{"group":-1}').toString('base64url'), 'x'.repeat(501)])(
    'refuse a beginning that the cloud did not give: %s',
    async (after) => expect(await codeBy('o-clerk', 'queue', { after })).toBe('BAD_INPUT'),
  )

  it('read no more than a page and a little', async () => {
    await stockOf(everything)
    const { counts } = cloud.emulator.gateway
    counts.reset()
    await queueOf('o-clerk', { place: here })
    const calls = Object.entries(counts.all()).filter(([action]) => action.startsWith('database.'))
    expect(calls.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(6)
  })
})

describe('filters of visits.queue', () => {
  beforeEach(() =>
    stockOf([
      door('v-open'),
      door('v-late', { dueAt: minutes(-1) }),
      door('v-claimed', { state: 'claimed', helper }),
      aVisit({ id: 'v-on-site', state: 'onSite', helper, dueAt: minutes(-1) }),
      aVisit({ id: 'v-escalated', state: 'escalated', urgency: 'hard', dueAt: minutes(-1) }),
      written('well', { id: 'v-well' }),
      written('emergency', { id: 'v-emergency' }),
    ]),
  )

  it.each([
    ['waiting', ['v-escalated', 'v-late', 'v-open']],
    ['underWay', ['v-on-site', 'v-claimed']],
    ['overdue', ['v-on-site', 'v-escalated', 'v-late']],
    ['reported', ['v-emergency', 'v-well']],
  ])('show of %s exactly what is', async (show, ids) => {
    const { visits, counts } = await queueOf('o-coordinator', { show })
    expect(idsOf(visits)).toEqual(ids)
    expect(counts).toEqual({ waiting: 3, underWay: 2, overdue: 3, reported: 2, alarms: 3, urgent: 0 })
  })

  it('count for a volunteer what a volunteer sees, with their own tasks', async () => {
    const queue = await queueOf('o-second', { show: 'reported' })
    expect(queue.visits).toEqual([])
    expect(queue.counts).toEqual({ waiting: 3, underWay: 2, overdue: 3, reported: 0, alarms: 2, urgent: 0 })
    expect((await queueOf('o-volunteer')).counts).toMatchObject({ waiting: 3, underWay: 0, overdue: 2 })
  })

  it('count each visit once for somebody who is volunteer and clerk', async () => {
    const clerk = aMember('o-both', 'clerk', 'st-one')
    const both = {
      ...clerk,
      memberships: [...clerk.memberships, ...aMember('x', 'volunteer', DISTRICT).memberships],
    }
    await cloud.restock(
      aNeighbourhood({
        accounts: [both],
        visits: [
          door('v-here'),
          door('v-there', { stationId: 'st-two', townId: 't-west', place: away(50) }),
          door('v-mine', { state: 'claimed', helper: { ...helper, openid: 'o-both' } }),
        ],
      }),
    )
    const queue = await queueOf('o-both', { place: here })
    expect([idsOf(queue.mine), idsOf(queue.visits)]).toEqual([['v-mine'], ['v-here', 'v-there']])
    expect(queue.counts).toMatchObject({ waiting: 2, underWay: 1 })
  })
})

describe('what visits.queue shows of a visit', () => {
  it('is the building to a volunteer, and the room only while the task is theirs', async () => {
    const { id: visitId } = await request()
    const waiting = async () => (await queueOf('o-volunteer')).visits[0]
    expect(await waiting()).toMatchObject({ elderName: '王奶奶', address: '长江路 18 弄 2 号' })
    await by('o-volunteer', 'claim', { visitId })
    expect(await waiting()).toBeUndefined()
    const { mine } = await queueOf('o-volunteer')
    expect(mine).toMatchObject([{ elderName: '王奶奶', address: '长江路 18 弄 2 号 301 室' }])
    await by('o-volunteer', 'report', { visitId, outcome: 'well' })
    const after = await queueOf('o-volunteer')
    expect([after.mine, after.visits]).toEqual([[], []])
    expect(after.written).toMatchObject([{ id: visitId, address: '长江路 18 弄 2 号' }])
  })

  it('is the full name to whoever answers for the place, and nothing to those of other places', async () => {
    await request()
    const seen = { elderName: '王秀英', address: '长江路 18 弄 2 号 301 室' }
    expect((await queueOf('o-clerk')).visits).toMatchObject([seen])
    expect((await queueOf('o-coordinator')).visits).toMatchObject([{ elderName: '王秀英' }])
    for (const openid of ['o-other-clerk', 'o-other-coordinator'])
      expect(await queueOf(openid)).toMatchObject({ visits: [], counts: { waiting: 0, alarms: 0 } })
  })

  it('never tells a volunteer her full name, also when she asked herself', async () => {
    await by('o-wang', 'request', wish)
    const { visits } = await queueOf('o-volunteer')
    expect(visits[0]?.askedBy.name).toBe('王奶奶')
    expect(JSON.stringify(visits)).not.toContain('王秀英')
  })

  it('tells a volunteer nothing of what was found before the visit was passed on', async () => {
    const report = { outcome: 'emergency' as const, note: '躺在地上' }
    await stockOf([aVisit({ state: 'escalated', helper, report })])
    expect((await queueOf('o-volunteer')).visits).toMatchObject([{ alarm: 'emergency', report: null }])
    expect((await queueOf('o-clerk')).visits).toMatchObject([{ report: { note: '躺在地上' } }])
  })

  it('keeps a report until somebody has closed it, for its station and town only', async () => {
    const { id: visitId } = await request()
    await by('o-volunteer', 'claim', { visitId })
    await by('o-volunteer', 'report', { visitId, outcome: 'noAnswer' })
    for (const openid of ['o-clerk', 'o-manager', 'o-coordinator']) {
      expect((await queueOf(openid)).visits).toMatchObject([
        { id: visitId, state: 'reported', alarm: 'noAnswer', report: { outcome: 'noAnswer' } },
      ])
    }
    for (const openid of ['o-other-clerk', 'o-other-coordinator', 'o-second', 'o-volunteer'])
      expect((await queueOf(openid)).visits).toEqual([])
    await by('o-coordinator', 'close', { visitId, done: '家人到了' })
    expect(await queueOf('o-clerk')).toMatchObject({ visits: [], counts: { reported: 0, alarms: 0 } })
  })

  it('is closed to families and to a suspended volunteer', async () => {
    for (const openid of ['o-daughter', 'o-wang', 'o-suspended', 'o-nobody'])
      expect(await codeBy(openid, 'queue')).toBe('FORBIDDEN')
  })
})
