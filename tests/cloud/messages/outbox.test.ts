import { personOf } from '../../../cloudfunctions/_shell/secrets'
import { relationId } from '../../../types/ids'
import { anOrder, aVisit, NOW } from '../../domain/builders'
import { aCloud, accepted, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ sdkTimeout: 400 })
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})

const order = anOrder()
const sent = () => cloud.emulator.gateway.outbox.messages()
const stored = () => cloud.stored('messages')
const noticesOf = async (openid: string) => (await cloud.one('accounts', openid))?.notices ?? []
const confirm = () => cloud.as('o-clerk').call('meals.confirm', { orderId: order.id })
const tick = (minutes: number) => {
  cloud.emulator.clock.set(new Date(NOW.getTime() + minutes * 60_000))
  return cloud.emulator.runner.invoke('clock', {}, { source: 'wx_trigger' })
}
const struck = (kind: 'http500' | 'timeout' | 'reset', when: 'before' | 'after', times = 1) =>
  cloud.emulator.gateway.faults.set([{ kind, action: 'wx.openApi', when, times }])

describe('a message', () => {
  beforeEach(() => cloud.restock(aNeighbourhood({ mealOrders: [order] })))

  it('is written with what it tells, sent after it, and marked', async () => {
    accepted(await confirm())
    expect(sent()).toMatchObject([{ touser: 'o-daughter', data: { phrase4: { value: '已确认' } } }])
    expect(await stored()).toMatchObject([
      { kind: 'orderConfirmed', ref: order.id, isLeft: false, tries: 1, to: [{ state: 'sent' }] },
    ])
    expect(await noticesOf('o-daughter')).toEqual([])
  })

  it('is not written where what it tells was not', async () => {
    cloud.emulator.gateway.faults.set([{ kind: 'http500', action: 'database.commitTransaction', times: 99 }])
    expect((await confirm()).ok).toBe(false)
    expect(await stored()).toEqual([])
    expect(sent()).toEqual([])
  })

  it('tells no openid in its id, which others read', async () => {
    accepted(await cloud.as('o-clerk').call('meals.confirm', { orderId: order.id, key: 'one-key-1' }))
    expect((await stored()).map(({ id }) => id.includes('o-clerk'))).toEqual([false])
  })

  it('that is refused stands on the home page, and is not tried again', async () => {
    cloud.emulator.gateway.grants.refuseFor(['o-daughter'])
    accepted(await confirm())
    const [message] = await stored()
    expect(message).toMatchObject({ isLeft: false, to: [{ state: 'refused' }] })
    const notice = { id: message?.id, kind: 'orderConfirmed', elderId: 'e-wang', ref: order.id }
    expect(await noticesOf('o-daughter')).toMatchObject([notice])
    const home = accepted<{ me: object }>(await cloud.as('o-daughter').call('people.home'))
    expect(home.me).toMatchObject({ notices: [notice] })

    cloud.emulator.gateway.grants.refuseFor([])
    await tick(10)
    expect(sent()).toEqual([])
  })

  it('stands on the home page until what came later of the same meal does, and goes with that', async () => {
    cloud.emulator.gateway.grants.refuseFor(['o-daughter'])
    accepted(await confirm())
    cloud.emulator.clock.set(new Date(NOW.getTime() + 60_000))
    accepted(await cloud.as('o-clerk').call('meals.cancel', { orderId: order.id, reason: '厨房停了' }))
    const kept = await noticesOf('o-daughter')
    expect(kept).toMatchObject([{ kind: 'orderCancelled' }]) // and makes room for what is of others
    const home = accepted<{ me: { notices: { id: string }[] } }>(
      await cloud.as('o-daughter').call('people.home'),
    )
    expect(home.me.notices).toEqual(kept)
    const noticeIds = home.me.notices.map(({ id }) => id)
    accepted(await cloud.as('o-daughter').call('people.seen', { noticeIds }))
    expect(await noticesOf('o-daughter')).toEqual([])
  })

  it('pushes off no news of others, nor anything that came later, however often one meal is changed', async () => {
    const visit = {
      id: 'v-urgent',
      kind: 'visitAlarm' as const,
      elderId: 'e-wang',
      ref: 'v-1',
      at: order.placedAt,
    }
    const later = {
      ...visit,
      id: 'm-later',
      kind: 'orderCancelled' as const,
      ref: order.id,
      at: '2026-12-31T00:00:00.000Z',
    }
    const { accounts = [], ...rest } = aNeighbourhood()
    const told = accounts.map((one) => (one.id === 'o-daughter' ? { ...one, notices: [visit, later] } : one))
    await cloud.restock({ ...rest, accounts: told, mealOrders: [{ ...order, state: 'confirmed' }] })
    cloud.emulator.gateway.grants.refuseFor(['o-daughter'])
    for (const mode of ['takeAway', 'dineIn', 'takeAway'] as const)
      accepted(await cloud.as('o-clerk').call('meals.switchMode', { orderId: order.id, mode }))
    expect((await noticesOf('o-daughter')).map(({ kind }) => kind)).toEqual([
      'visitAlarm',
      'orderCancelled',
      'orderChanged',
    ])
  })

  it('goes from the home page once it was read, by whoever it was for alone', async () => {
    cloud.emulator.gateway.grants.refuseFor(['o-daughter'])
    accepted(await confirm())
    const noticeIds = (await noticesOf('o-daughter')).map(({ id }) => id)
    accepted(await cloud.as('o-viewer').call('people.seen', { noticeIds }))
    expect(await noticesOf('o-daughter')).toHaveLength(1)
    accepted(await cloud.as('o-daughter').call('people.seen', { noticeIds }))
    expect(await noticesOf('o-daughter')).toEqual([])
  })

  it.each(['before', 'after'] as const)(
    'to which no answer came (lost %s) is not sent again, and stands on the home page',
    async (when) => {
      struck('timeout', when)
      accepted(await confirm())
      expect(await stored()).toMatchObject([{ isLeft: false, to: [{ state: 'unknown' }] }])
      expect(await noticesOf('o-daughter')).toHaveLength(1)
      await tick(10)
      expect(sent()).toHaveLength(when === 'after' ? 1 : 0)
    },
  )

  it('whose sender was stopped is not sent again, and the clock puts it on the home page', async () => {
    accepted(await confirm())
    const [message] = await stored()
    if (!message) throw new Error('there is none')
    const to = message.to.map((one) => ({ ...one, state: 'due' as const }))
    const left = { ...message, to, isLeft: true, tries: 0, claimedAt: NOW.toISOString() }
    await cloud.restock(aNeighbourhood({ messages: [left] }))
    await tick(1)
    expect(await stored()).toMatchObject([{ isLeft: true }])
    await tick(10)
    expect(sent()).toEqual([])
    expect(await stored()).toMatchObject([{ isLeft: false, to: [{ state: 'unknown' }] }])
    expect(await noticesOf('o-daughter')).toHaveLength(1)
    await tick(15)
    expect(await noticesOf('o-daughter')).toHaveLength(1)
  })
})

describe('an urgent message', () => {
  const task = aVisit({
    state: 'claimed',
    helper: { openid: 'o-volunteer', name: '某人', kind: 'neighbour' },
  })
  const report = () =>
    cloud.as('o-volunteer').call('visits.report', { visitId: task.id, outcome: 'emergency' })
  const statesOf = async () => (await stored()).flatMap(({ to }) => to.map(({ state }) => state))

  beforeEach(() => cloud.restock(aNeighbourhood({ visits: [task] })))

  it('is sent again where no answer came, twice by the clock, and then given up', async () => {
    struck('timeout', 'before', 99)
    accepted(await report())
    expect(new Set(await statesOf())).toEqual(new Set(['due']))
    expect(await noticesOf('o-daughter')).toHaveLength(1)
    await tick(5)
    expect(new Set(await statesOf())).toEqual(new Set(['due']))
    await tick(10)
    expect(new Set(await statesOf())).toEqual(new Set(['unknown']))
    expect(await stored()).toMatchObject([{ tries: 3, isLeft: false }])
    expect(await noticesOf('o-daughter')).toHaveLength(1)
    cloud.emulator.gateway.faults.clear()
    await tick(15)
    expect(sent()).toEqual([])
  })

  it('reaches everybody else where one refuses', async () => {
    cloud.emulator.gateway.grants.refuseFor(['o-clerk'])
    accepted(await report())
    expect(sent().map(({ touser }) => touser)).toEqual(
      expect.arrayContaining(['o-manager', 'o-coordinator', 'o-wang', 'o-daughter', 'o-viewer']),
    )
    expect((await noticesOf('o-clerk')).map(({ kind }) => kind)).toEqual(['visitAlarm'])
    expect(await noticesOf('o-manager')).toEqual([])
  })
})

describe('a message that lay', () => {
  const failing = () =>
    cloud.emulator.gateway.faults.set([{ kind: 'http500', action: 'wx.openApi', times: 99 }])
  const mending = () => cloud.emulator.gateway.faults.clear()
  const call = async (openid: string, name: `${string}.${string}`, input: object) =>
    accepted<{ id: string }>(await cloud.as(openid).call(name, input))
  const urgentWish = () =>
    call('o-daughter', 'visits.request', {
      elderId: 'e-wang',
      urgency: 'urgent',
      reason: '头晕',
      when: 'now',
    })
  const sentTo = (openid: string) => sent().filter(({ touser }) => touser === openid)

  it.each([
    ['was taken back', (visitId: string) => call('o-daughter', 'visits.cancel', { visitId })],
    [
      'was gone to, and all was well',
      async (visitId: string) => {
        await call('o-clerk', 'visits.claim', { visitId })
        await call('o-clerk', 'visits.report', { visitId, outcome: 'well' })
      },
    ],
    [
      'was ended by a death',
      () =>
        call('o-clerk', 'people.recordDeath', { elderId: 'e-wang', on: '2026-11-21', reason: '家人来说的' }),
    ],
  ] as const)('calls nobody to a door once it %s', async (_, end) => {
    await cloud.restock(aNeighbourhood())
    failing()
    const { id } = await urgentWish()
    expect((await noticesOf('o-coordinator')).map(({ kind }) => kind)).toEqual(['visitUrgent'])
    await end(id)
    mending()
    await tick(5)
    expect(sent().filter(({ data }) => data.phrase4?.value === '急事')).toEqual([])
    expect((await noticesOf('o-coordinator')).map(({ kind }) => kind)).not.toContain('visitUrgent')
  })

  it('sends nobody to a door that they have given back', async () => {
    const helper = { openid: 'o-volunteer', name: '某人', kind: 'neighbour' as const }
    const awaited = { id: 'e-wang_now', district: 'quiet', visitId: 'v-1', at: NOW.toISOString() }
    await cloud.restock(
      aNeighbourhood({
        visits: [aVisit({ state: 'claimed', urgency: 'hard', helper })],
        awaitedVisits: [awaited],
      }),
    )
    failing()
    expect((await urgentWish()).id).toBe('v-1')
    expect((await noticesOf('o-volunteer')).map(({ kind }) => kind)).toEqual(['visitUrgent'])
    await call('o-volunteer', 'visits.release', { visitId: 'v-1' })
    mending()
    await tick(5)
    expect(sentTo('o-volunteer')).toEqual([])
    expect(sentTo('o-coordinator').length).toBeGreaterThan(0)
  })

  it('goes to nobody who was suspended meanwhile', async () => {
    await cloud.restock(aNeighbourhood())
    failing()
    await urgentWish()
    const held = (await cloud.stored('memberships')).find(({ openid }) => openid === 'o-clerk')
    await call('o-supervisor', 'people.advance', { membershipId: held?.id, act: 'suspend' } as object)
    mending()
    await tick(5)
    expect(sentTo('o-clerk')).toEqual([])
    expect(sentTo('o-manager')).toHaveLength(1)
  })

  it('leaves the home page once it was sent, and does not come back there once it was read', async () => {
    await cloud.restock(aNeighbourhood())
    failing()
    await urgentWish()
    const noticeIds = (await noticesOf('o-viewer')).map(({ id }) => id)
    await call('o-viewer', 'people.seen', { noticeIds })
    await tick(5)
    expect(await noticesOf('o-viewer')).toEqual([])
    mending()
    await tick(10)
    expect(sentTo('o-coordinator')).toHaveLength(1)
    expect(await noticesOf('o-coordinator')).toEqual([])
  })

  it('says of no meal on its own day that it is tomorrow’s', async () => {
    const mealOrders = [anOrder({ state: 'confirmed' as const })]
    await cloud.restock(aNeighbourhood({ mealOrders }))
    await tick(10 * 60 + 35)
    const [ahead] = await stored()
    if (ahead?.kind !== 'mealAhead') throw new Error('nobody was reminded')
    const to = ahead.to.map((one) => ({ ...one, state: 'due' as const }))
    const messages = [{ ...ahead, to, isLeft: true }]
    await cloud.restock(aNeighbourhood({ mealOrders, messages }))
    await tick(10 * 60 + 40)
    expect(sent().length).toBeGreaterThan(0)
    await cloud.restock(aNeighbourhood({ mealOrders, messages }))
    await tick(16 * 60 + 5) // five past midnight
    expect(sent()).toEqual([])
  })

  it('goes before twenty others that lie for longer, where it is urgent', async () => {
    await cloud.restock(aNeighbourhood())
    failing()
    await urgentWish()
    const [urgent] = await stored()
    if (!urgent) throw new Error('there is none')
    const others = Array.from({ length: 20 }, (_, nth) => ({
      ...urgent,
      ...{ id: `m-${nth}`, kind: 'visitClaimed' as const, isUrgent: false },
      at: new Date(NOW.getTime() - 3_600_000).toISOString(),
    }))
    const visits = await cloud.stored('visits')
    await cloud.restock(aNeighbourhood({ visits, messages: [...others, urgent] }))
    mending()
    await tick(5)
    expect((await stored()).find(({ id }) => id === urgent.id)?.isLeft).toBe(false)
  })
})

describe('what waits on the home page of a relative', () => {
  const refused = async () => {
    await cloud.restock(aNeighbourhood({ mealOrders: [order] }))
    cloud.emulator.gateway.grants.refuseFor(['o-daughter'])
    accepted(await confirm())
    expect(await noticesOf('o-daughter')).toHaveLength(1)
  }
  const memberId = relationId('e-wang', personOf('o-daughter'))

  it('goes when they are sent away', async () => {
    await refused()
    accepted(await cloud.as('o-wang').call('people.revoke', { memberId }))
    expect(await noticesOf('o-daughter')).toEqual([])
  })

  it('goes when they leave of their own accord', async () => {
    await refused()
    accepted(await cloud.as('o-daughter').call('people.revoke', { memberId }))
    expect(await noticesOf('o-daughter')).toEqual([])
  })

  it('goes with her data', async () => {
    await refused()
    accepted(await cloud.as('o-wang').call('meals.cancel', { orderId: order.id }))
    accepted(await cloud.as('o-wang').call('people.erase', { elderId: 'e-wang' }))
    expect(await noticesOf('o-daughter')).toEqual([])
    expect(await stored()).toEqual([])
  })
})
