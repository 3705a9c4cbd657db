import notices from '../../../cloudfunctions/_policies/notices.json'
import visitTerms from '../../../cloudfunctions/_policies/visits.json'
import {
  aMember,
  anElder,
  anOrder,
  aRelative,
  aSitting,
  aVisit,
  LUNCH,
  NOW,
  TODAY,
} from '../../domain/builders'
import { aCloud, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'
import { watchQuestions } from '../questions'

const unserved = watchQuestions()
let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})

const sent = () => cloud.emulator.gateway.outbox.messages()
const told = () => sent().map(({ touser }) => touser)
const tickAt = (instant: string | Date) => {
  cloud.emulator.clock.set(new Date(instant))
  return cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
}
const minutesOn = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const seen = (own: Stock) => cloud.restock(aNeighbourhood(own))

it('answers nobody but a timer', async () => {
  const reply = await cloud.emulator.runner.invoke('clock', {}, { source: 'wx_client', openid: 'o-clerk' })
  expect(reply).toMatchObject({ ok: false, code: 'UNKNOWN_FUNCTION' })
})

describe('a visit to which nobody comes in time', () => {
  const urgent = aVisit() // due half an hour from now

  it('is said to coordinator, counter and family once it is due, and not before', async () => {
    await seen({ visits: [urgent] })
    await tickAt(minutesOn(29))
    expect(told()).toEqual([])
    await tickAt(minutesOn(31))
    expect(told().sort()).toEqual(
      [
        'o-clerk',
        'o-coordinator',
        'o-daughter',
        'o-health',
        'o-log',
        'o-manager',
        'o-viewer',
        'o-wang',
      ].sort(),
    )
    expect(sent()[0]?.data.thing2).toEqual({ value: '过了时间，还没有人接下' })
  })

  it('is said once, and to the supervisor alone where it is urgent and goes on', async () => {
    await seen({ visits: [urgent] })
    await tickAt(minutesOn(31))
    const first = told().length
    await tickAt(minutesOn(36))
    expect(told()).toHaveLength(first)
    await tickAt(minutesOn(30 + notices.supervisorAfter + 1))
    expect(told().slice(first)).toEqual(['o-supervisor'])
    await tickAt(minutesOn(120))
    expect(told()).toHaveLength(first + 1)
  })

  it('is not the supervisor’s where it is not urgent', async () => {
    await seen({ visits: [aVisit({ urgency: 'hard' })] })
    await tickAt(minutesOn(31))
    await tickAt(minutesOn(300))
    expect(told()).not.toContain('o-supervisor')
  })

  it.each(['reported', 'closed', 'cancelled'] as const)('is none once it is %s', async (state) => {
    await seen({ visits: [aVisit({ state })] })
    await tickAt(minutesOn(60))
    expect(told()).toEqual([])
  })

  it('is said where somebody is at the door and nothing is heard of them, half an hour later', async () => {
    const helper = { openid: 'o-volunteer', name: '赵强', kind: 'neighbour' as const }
    await seen({ visits: [aVisit({ state: 'onSite', helper })] })
    await tickAt(minutesOn(30 + notices.silentAfter - 1))
    expect(told()).toEqual([])
    await tickAt(minutesOn(30 + notices.silentAfter + 1))
    expect(told()).toEqual(expect.arrayContaining(['o-coordinator', 'o-daughter']))
    expect(sent()[0]?.data.thing2).toEqual({ value: '赵强说到了，还没有写结果' })
    const first = told().length
    await tickAt(minutesOn(30 + notices.silentAfter + notices.supervisorAfter + 1))
    expect(told().slice(first)).toEqual(['o-supervisor'])
  })

  it('is said to the supervisor also where the clock comes so late that the coordinator has it as well', async () => {
    await seen({ visits: [urgent] })
    for (const minutes of [0, 5])
      await tickAt(minutesOn(30 + visitTerms.abandonedAfterHours.urgent * 60 + 1 + minutes))
    expect((await cloud.one('visits', 'v-1'))?.state).toBe('escalated')
    expect(told()).toContain('o-supervisor')
  })

  it('is said of what is urgent first, however many others were due before', async () => {
    const others = Array.from({ length: 45 }, (_, at) =>
      aVisit({ id: `v-${at + 2}`, elderId: `e-${at}`, urgency: 'worry', dueAt: minutesOn(1).toISOString() }),
    )
    await seen({ visits: [...others, urgent], accounts: [aMember('o-coordinator', 'coordinator', 't-east')] })
    await tickAt(minutesOn(31))
    expect((await cloud.one('visits', urgent.id))?.lateTold).toBe('coordinator')
  })

  it('is said of the one due first first, and of each of 60 in the end', async () => {
    const visits = Array.from({ length: 60 }, (_, at) =>
      aVisit({ id: `v-${at}`, elderId: `e-${at}`, dueAt: minutesOn(-60 + at).toISOString() }),
    )
    await seen({ visits, accounts: [aMember('o-coordinator', 'coordinator', 't-east')] })
    await tickAt(minutesOn(1))
    expect((await cloud.one('visits', 'v-0'))?.lateTold).toBe('coordinator')
    await tickAt(minutesOn(6))
    expect((await cloud.stored('visits')).filter(({ lateTold }) => lateTold === 'nobody')).toEqual([])
  })
})

describe('a visit to which nobody came within its days', () => {
  const hours = (count: number) => count * 60
  const { urgent, hard, worry } = visitTerms.abandonedAfterHours
  const due = { dueAt: NOW.toISOString(), lateTold: 'coordinator' as const }

  it.each([
    ['urgent', urgent, 'open'],
    ['hard', hard, 'claimed'],
    ['worry', worry, 'onSite'],
  ] as const)('that is %s is the coordinator’s after its hours', async (urgency, after, state) => {
    await seen({ visits: [aVisit({ urgency, state, ...due })] })
    await tickAt(minutesOn(hours(after) - 1))
    expect((await cloud.one('visits', 'v-1'))?.state).toBe(state)
    await tickAt(minutesOn(hours(after) + 1))
    expect(await cloud.one('visits', 'v-1')).toMatchObject({ state: 'escalated' })
    expect(told()).toEqual(expect.arrayContaining(['o-coordinator', 'o-daughter']))
    const once = told().length
    await tickAt(minutesOn(hours(after) + 6))
    expect(told()).toHaveLength(once)
  })

  it('is passed on however many there are', async () => {
    const visits = Array.from({ length: 45 }, (_, at) =>
      aVisit({ id: `v-${at}`, elderId: `e-${at}`, ...due }),
    )
    await seen({ visits, accounts: [aMember('o-coordinator', 'coordinator', 't-east')] })
    for (const minutes of [1, 6, 11]) await tickAt(minutesOn(hours(urgent) + minutes))
    const states = (await cloud.stored('visits')).map(({ state }) => state)
    expect(new Set(states)).toEqual(new Set(['escalated']))
  })
})

describe('orders that nobody has confirmed', () => {
  const sitting = aSitting()
  const two = [
    anOrder(),
    anOrder({ id: `${LUNCH}_e-chen`, elderId: 'e-chen', elderName: '陈建国', notify: 'o-stranger' }),
  ]

  it('are said to the counter when the cut-off has come, once', async () => {
    await seen({ sittings: [sitting], mealOrders: two })
    await tickAt('2026-11-22T00:59:00Z')
    expect(told()).toEqual([])
    await tickAt('2026-11-22T01:01:00Z')
    expect(told().sort()).toEqual(['o-clerk', 'o-manager'])
    expect(sent()[0]?.data.thing2).toEqual({ value: '2 份订餐还没有确认' })
    await tickAt('2026-11-22T01:06:00Z')
    expect(told()).toHaveLength(2)
  })

  it('are said to each who booked before the meal, once', async () => {
    await seen({ sittings: [sitting], mealOrders: two })
    await tickAt('2026-11-22T02:31:00Z')
    expect(told().filter((openid) => openid.startsWith('o-d') || openid.startsWith('o-s'))).toEqual([
      'o-stranger',
      'o-daughter',
    ])
    await tickAt('2026-11-22T02:36:00Z')
    expect(told()).toHaveLength(4)
  })

  it('are said again where one was cancelled and booked once more', async () => {
    await seen({ sittings: [sitting], mealOrders: [anOrder()] })
    await tickAt('2026-11-22T02:31:00Z')
    const once = told().length
    const placedAt = '2026-11-22T02:33:00.000Z'
    await cloud.emulator.engine.modify(
      { collection: 'mealOrders' },
      { query: '{}', data: JSON.stringify({ $set: { placedAt } }), merge: true },
    )
    for (const minutes of [36, 41]) await tickAt(`2026-11-22T02:${minutes}:00Z`)
    expect(told().slice(once)).toEqual(['o-daughter'])
  })

  it('are none once they are confirmed, or once the meal has begun', async () => {
    await seen({
      sittings: [sitting],
      mealOrders: two.map((order) => ({ ...order, state: 'confirmed' as const })),
    })
    await tickAt('2026-11-22T02:31:00Z')
    await seen({ sittings: [sitting], mealOrders: two })
    await tickAt('2026-11-22T03:31:00Z')
    expect(told()).toEqual([])
  })
})

describe('the evening before a meal', () => {
  const order = anOrder({ state: 'confirmed' })

  it('whoever booked and the elder are reminded, once and not before the hour', async () => {
    await seen({ mealOrders: [order] })
    await tickAt(`${TODAY}T10:29:00Z`)
    expect(told()).toEqual([])
    await tickAt(`${TODAY}T10:31:00Z`)
    await tickAt(`${TODAY}T10:36:00Z`)
    expect(told()).toEqual(['o-wang', 'o-daughter'])
  })

  it('nobody is reminded of a meal that is not confirmed, or not tomorrow', async () => {
    await seen({
      mealOrders: [
        anOrder(),
        anOrder({ ...order, id: 'st-one_2026-11-23_lunch_e-wang', date: '2026-11-23' }),
      ],
    })
    await tickAt(`${TODAY}T11:00:00Z`)
    expect(told()).toEqual([])
  })

  it('each of 130 is reminded in the end', async () => {
    const many = Array.from({ length: 130 }, (_, at) =>
      anOrder({ ...order, id: `${LUNCH}_e-${at}`, elderId: `e-${at}`, notify: `o-${at}` }),
    )
    const accounts = many.map(({ elderId, notify }) => aRelative(notify ?? '', anElder({ id: elderId })))
    await seen({ mealOrders: many, accounts })
    for (const minute of [31, 36, 41]) await tickAt(`${TODAY}T10:${minute}:00Z`)
    expect(new Set(told()).size).toBe(130)
    expect(told()).toHaveLength(130)
  })
})

describe('whatever the database was asked until here', () => {
  it('was served by indexes', () => {
    expect(unserved()).toEqual([])
  })
})
