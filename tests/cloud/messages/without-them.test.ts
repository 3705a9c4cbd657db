import { personOf } from '../../../cloudfunctions/_shell/secrets'
import { triggers } from '../../../cloudfunctions/scheduler/config.json'
import { membershipId } from '../../../types/ids'
import type { Home } from '../../../types/people'
import type { VisitQueue } from '../../../types/visits'
import { anElder, anOrder, aSitting, aVisit, LUNCH, NOW, TODAY } from '../../domain/builders'
import { aCloud, accepted, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood, chen, wang } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
  cloud = await aCloud({
    triggers: triggers.map(({ name, config }) => ({ functionName: 'scheduler', name, config })),
  })
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
const visit = (own: Parameters<typeof aVisit>[0] = {}) =>
  aVisit({ urgency: 'hard', state: 'claimed', helper, notify: 'o-daughter', ...own })
const sent = () => cloud.emulator.gateway.outbox.messages()
const sentTo = (openid: string) => sent().filter(({ touser }) => touser === openid)
const sweep = () => cloud.emulator.timers.fire('scheduler', 'sweep')
const tick = () => cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
const call = async (openid: string, name: `${string}.${string}`, input: object) =>
  accepted(await cloud.as(openid).call(name, input))
const recordDeath = () =>
  call('o-clerk', 'people.recordDeath', { elderId: 'e-wang', on: TODAY, reason: '家人来说的' })
const undoDeath = () => call('o-clerk', 'people.undoDeath', { elderId: 'e-wang', reason: '记成了别人' })
const home = async (openid: string) => accepted<Home>(await cloud.as(openid).call('people.home', {}))
const newHome = { building: '枫桥路 7 号', room: '102 室', place: null }
const move = () =>
  call('o-clerk', 'people.move', { elderId: 'e-wang', stationId: 'st-two', from: TODAY, ...newHome })

/** How it ends or moves without its helper, and what they read. */
interface Way {
  stock?: Stock
  at?: Date
  act(): Promise<unknown>
  what: string
  state: string
}
const ended = { what: '这一次不用去了', state: '取消了' }
const moved = { what: '要去的门变了，去之前先看看', state: '换地方了' }
const behind = { recordsBehindSince: NOW.toISOString() }
const gone = anElder({ ...wang, state: 'erased', openid: null, circle: [], ...behind })

const ways: [string, Way][] = [
  ['a death is recorded', { act: recordDeath, ...ended }],
  [
    'the night finds it after a death',
    { stock: { elders: [{ ...wang, diedOn: TODAY, ...behind }, chen] }, act: sweep, ...ended },
  ],
  ['the night finds it after her data are gone', { stock: { elders: [gone, chen] }, act: sweep, ...ended }],
  ['somebody else cancels it', { act: () => call('o-clerk', 'visits.cancel', { visitId: 'v-1' }), ...ended }],
  [
    'the coordinator takes it back',
    {
      act: () => call('o-coordinator', 'visits.release', { visitId: 'v-1' }),
      what: '收回了这一次，您不用去了',
      state: '不用去了',
    },
  ],
  [
    'they are suspended',
    {
      act: () =>
        call('o-supervisor', 'people.advance', {
          membershipId: membershipId('quiet', 'volunteer', personOf('o-volunteer')),
          act: 'suspend',
        }),
      what: '收回了这一次，您不用去了',
      state: '不用去了',
    },
  ],
  [
    'the clock passes it on after days',
    {
      stock: { visits: [visit({ lateTold: 'coordinator' })] },
      at: new Date(NOW.getTime() + 60 * 3_600_000),
      act: tick,
      what: '过了很久，转给驿站和协调员了',
      state: '不用去了',
    },
  ],
  ['she moves', { act: move, ...moved }],
  [
    'her address is corrected',
    {
      act: () =>
        call('o-clerk', 'people.correct', {
          elderId: 'e-wang',
          changes: { building: '长江路 20 弄 1 号' },
          channel: 'phone',
        }),
      ...moved,
    },
  ],
  [
    'the night finds it after she has moved',
    { stock: { elders: [{ ...wang, building: '枫桥路 7 号', ...behind }, chen] }, act: sweep, ...moved },
  ],
]

describe('a helper who has promised to go', () => {
  it.each(ways)('is told once when %s, by the building and nothing else of her', async (_, way) => {
    await cloud.restock(aNeighbourhood({ visits: [visit()], ...way.stock }), way.at)
    await way.act()
    const [told, ...more] = sentTo('o-volunteer')
    expect(more).toEqual([])
    const door = way.state === '换地方了' ? (await cloud.one('elders', 'e-wang'))?.building : visit().building
    expect(told).toMatchObject({
      page: 'packages/helper/visits/index',
      data: { thing1: { value: door }, thing2: { value: way.what }, phrase4: { value: way.state } },
    })
    const text = JSON.stringify(told)
    for (const word of [wang.name, '奶奶', '过世', '去世', '死', '注销', visit().reason])
      expect(text).not.toContain(word)
    for (const { value } of Object.values(told?.data ?? {})) expect(value.length).toBeLessThanOrEqual(20)

    await sweep()
    expect(sentTo('o-volunteer')).toHaveLength(1)
  })

  it('is put in charge, not relieved, where they are the coordinator to whom it is passed on', async () => {
    const own = visit({ lateTold: 'coordinator', helper: { ...helper, openid: 'o-coordinator' } })
    await cloud.restock(aNeighbourhood({ visits: [own] }), new Date(NOW.getTime() + 60 * 3_600_000))
    await tick()
    expect(sentTo('o-coordinator').map(({ data }) => data.thing2?.value)).toEqual([
      '过了很久没有回音，请您打电话问问',
    ])
  })

  it('finds it on their home page where WeChat did not bring it', async () => {
    await cloud.restock(aNeighbourhood({ visits: [visit()] }))
    cloud.emulator.gateway.grants.refuseFor(['o-volunteer'])
    await recordDeath()
    expect((await home('o-volunteer')).me.notices).toMatchObject([{ kind: 'visitCancelled', ref: 'v-1' }])
  })

  it.each([
    ['visitMoved', 'claimed', 1],
    ['visitMoved', 'open', 0],
    ['visitReleased', 'open', 1],
    ['visitReleased', 'claimed', 0],
  ] as const)('reads a %s that lay, where it is %s by then, %i times', async (kind, state, times) => {
    const at = NOW.toISOString()
    const said = { page: 'packages/helper/visits/index', who: '长江路', what: kind, at, state: '变了' }
    const to = [{ openid: 'o-volunteer', as: 'helper' as const, said, state: 'due' as const }]
    const about = { id: 'm-1', kind, elderId: 'e-wang', ref: 'v-1', district: wang.district, at, to }
    const lain = { template: 'visit' as const, isUrgent: false, tries: 1, claimedAt: null, isLeft: true }
    const now = visit(state === 'open' ? { state, helper: null } : { state })
    await cloud.restock(aNeighbourhood({ visits: [now], messages: [{ ...about, ...lain }] }))
    await tick()
    expect(sentTo('o-volunteer')).toHaveLength(times)
  })

  it('is told at the door as well, and nobody is where nobody had promised to go', async () => {
    await cloud.restock(
      aNeighbourhood({
        visits: [visit({ state: 'onSite' }), visit({ id: 'v-2', state: 'open', helper: null })],
      }),
    )
    await recordDeath()
    expect(sent().map(({ touser }) => touser)).toEqual(['o-volunteer'])
  })

  it('is not told of a move where they stand at the door, or where only the room’s place on the map changed', async () => {
    await cloud.restock(aNeighbourhood({ visits: [visit({ state: 'onSite' })] }))
    await move()
    expect(sent()).toEqual([])
    const place = { lng: 120.601, lat: 31.3 }
    await cloud.restock(
      aNeighbourhood({
        elders: [{ ...wang, place, ...behind }, chen],
        visits: [visit({ building: wang.building, room: wang.room })],
      }),
    )
    await sweep()
    expect((await cloud.one('visits', 'v-1'))?.place).toMatchObject(place)
    expect(sent()).toEqual([])
  })

  it('sees each of their doors that a death has ended, however many were reported since', async () => {
    const reported = Array.from({ length: 8 }, (_, nth) =>
      visit({
        id: `v-later-${nth}`,
        elderId: 'e-chen',
        state: 'reported',
        dueAt: '2026-11-22T06:00:00.000Z',
      }),
    )
    await cloud.restock(aNeighbourhood({ visits: [visit(), ...reported] }))
    await recordDeath()
    const queue = accepted<VisitQueue>(await cloud.as('o-volunteer').call('visits.queue'))
    expect(queue.ended.map(({ id }) => id)).toEqual(['v-1'])
  })
})

describe('her circle', () => {
  const order = anOrder({ notify: 'o-daughter' })
  const booked: Stock = { sittings: [aSitting({ seatsLeft: 19 })], mealOrders: [order], visits: [visit()] }
  const near = ['o-daughter', 'o-wang', 'o-viewer'] as const

  it('is told of every visit to which a helper who leaves will not come, and the helper of none', async () => {
    const second = visit({ id: 'v-2', notify: 'o-guardian', elderId: 'e-chen' })
    await cloud.restock(aNeighbourhood({ visits: [visit(), second] }))
    await call('o-volunteer', 'people.leave', {})
    const told = sent().map(({ touser, data }) => [touser, data.thing2?.value])
    expect(told.sort()).toEqual([
      ['o-daughter', '原来要去的人不去了，在等别人'],
      ['o-guardian', '原来要去的人不去了，在等别人'],
    ])
  })

  it('gets no message of a death: each finds on the home page that everything has ended', async () => {
    await cloud.restock(aNeighbourhood(booked))
    for (const openid of near) expect((await home(openid)).isEnded).toBe(false)
    await recordDeath()
    for (const openid of near) {
      expect(sentTo(openid)).toEqual([])
      expect(await home(openid)).toMatchObject({
        isEnded: true,
        nextMeal: null,
        visit: null,
        me: { notices: [] },
      })
    }
    expect((await home('o-guardian')).isEnded).toBe(false)
  })

  it('is called to nothing any more, while those who answer for the place are, until it was a mistake', async () => {
    const found = { state: 'reported', report: { outcome: 'emergency' } } as const
    await cloud.restock(aNeighbourhood({ visits: [visit(found)] }))
    const alarmsOf = async (openid: string) => (await home(openid)).alarmCount
    const atWork = async () => (await home('o-clerk')).atWork?.emergency
    expect([await alarmsOf('o-daughter'), await atWork()]).toEqual([1, 1])
    await recordDeath()
    expect([await alarmsOf('o-daughter'), await atWork()]).toEqual([0, 1])
    expect((await home('o-daughter')).alarms).toEqual([])
    await undoDeath()
    expect([await alarmsOf('o-daughter'), await atWork()]).toEqual([1, 1])
  })

  it('is told, once it was a mistake, which meal and which visit are to be asked for again', async () => {
    await cloud.restock(
      aNeighbourhood({
        ...booked,
        visits: [visit({ dueAt: new Date(NOW.getTime() + 3_600_000).toISOString() })],
      }),
    )
    await recordDeath()
    await undoDeath()
    for (const openid of near) expect((await home(openid)).isEnded).toBe(false)
    expect(sentTo('o-daughter').map(({ data }) => data.phrase4?.value)).toEqual(['已取消', '取消了'])
    expect(sentTo('o-daughter')[1]?.data.thing2?.value).toBe('驿站弄错取消了，要人去就再请一次')
    expect(sentTo('o-wang').map(({ page }) => page)).toEqual([`pages/booked/index?orderId=${order.id}`])
    expect(sentTo('o-volunteer')).toHaveLength(1)
    expect(await cloud.one('mealOrders', `${LUNCH}_e-wang`)).toMatchObject({
      state: 'cancelled',
      reason: '驿站记错了',
    })
    expect(await cloud.one('visits', 'v-1')).toMatchObject({ state: 'cancelled', ended: 'mistaken' })

    const told = sent().length
    await undoDeath()
    await sweep()
    expect(sent()).toHaveLength(told)
  })

  it('is told of a visit that was overdue already: somebody still waited for it', async () => {
    await cloud.restock(
      aNeighbourhood({
        visits: [
          visit({ state: 'open', helper: null, dueAt: new Date(NOW.getTime() - 1_800_000).toISOString() }),
        ],
      }),
    )
    await recordDeath()
    await undoDeath()
    expect(sentTo('o-daughter').map(({ page }) => page)).toEqual(['pages/visit/index?visitId=v-1'])
  })

  it('hears nothing of a meal that a clerk took back in words of their own', async () => {
    const by = { name: '张静', role: 'clerk' as const, relation: null, channel: 'phone' as const }
    const taken = { state: 'cancelled' as const, reason: '老人已经过世' }
    const history = [{ state: 'cancelled' as const, at: NOW.toISOString(), by }]
    await cloud.restock(aNeighbourhood({ mealOrders: [{ ...order, ...taken, history }] }))
    await recordDeath()
    await undoDeath()
    expect(sent()).toEqual([])
    expect(await cloud.one('mealOrders', order.id)).toMatchObject(taken)
  })

  it('is left in peace about a meal that lies behind', async () => {
    const id = `st-one_${TODAY}_lunch_e-wang`
    const startsAt = new Date(NOW.getTime() - 1_800_000).toISOString()
    await cloud.restock(
      aNeighbourhood({ mealOrders: [{ ...order, id, date: TODAY, startsAt, state: 'confirmed' }] }),
    )
    await recordDeath()
    await undoDeath()
    expect(sent()).toEqual([])
    expect(await cloud.one('mealOrders', id)).toMatchObject({ state: 'cancelled', reason: '驿站记错了' })
  })
})
