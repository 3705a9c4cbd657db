import type { TemplateName } from '../../../types/templates'
import { aMember, anOrder, aSitting, aVisit, DISTRICT, LUNCH, membershipsOf } from '../../domain/builders'
import { aCloud, accepted, type Stock, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ needsYes: true })
})
beforeEach(() => {
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})
afterAll(() => cloud.close())

const VISIT = 'demo-template-visit'
const MEAL = 'demo-template-meal'
const helper = { openid: 'o-volunteer', name: '某人', kind: 'neighbour' as const }
const visit = aVisit({ urgency: 'hard' })
const order = anOrder()

const call = async <T = { id: string }>(openid: string, name: `${string}.${string}`, input: object) =>
  accepted<T>(await cloud.as(openid).call(name, input))
const sentTo = (openid: string) =>
  cloud.emulator.gateway.outbox.messages().filter(({ touser }) => touser === openid)
const account = async (openid: string) => cloud.one('accounts', openid)
const grantsOf = async (openid: string) => (await account(openid))?.grants
const newsOf = async (openid: string) => {
  const home = await call<{ me: { notices: { kind: string }[] } }>(openid, 'people.home', {})
  return home.me.notices.map(({ kind }) => kind)
}

let taps = 0

/** What the phone does at a tap: WeChat's question, answered with yes, and its count. */
const tap = async (openid: string, ...about: TemplateName[]) => {
  cloud.emulator.gateway.grants.tap(
    openid,
    about.map((name) => `demo-template-${name}`),
  )
  await call(openid, 'people.granted', { about, key: `tap-number-${++taps}` })
}
const stocked = (stock: Stock = {}) => cloud.restock(aNeighbourhood(stock))
const counted = (openid: string, grants: Record<string, number>) =>
  (aNeighbourhood().accounts ?? []).map((one) => (one.id === openid ? { ...one, grants } : one))

describe('people.granted', () => {
  beforeEach(() => stocked())

  it('counts each yes for its template', async () => {
    await call('o-daughter', 'people.granted', { about: ['meal', 'visit'], key: 'first-tap' })
    await call('o-daughter', 'people.granted', { about: ['visit'], key: 'second-tap' })
    expect(await grantsOf('o-daughter')).toEqual({ [MEAL]: 1, [VISIT]: 2 })
    expect(await grantsOf('o-viewer')).toBeUndefined()
  })

  it('counts a repeated call once', async () => {
    for (const key of ['first-tap', 'first-tap', 'second-tap', 'first-tap'])
      await call('o-daughter', 'people.granted', { about: ['visit'], key })
    expect(await grantsOf('o-daughter')).toEqual({ [VISIT]: 2 })
  })

  it('changes nothing for somebody without an account', async () => {
    await call('o-nobody', 'people.granted', { about: ['visit'], key: 'first-tap' })
    expect(await account('o-nobody')).toBeUndefined()
  })
})

describe('a message to somebody who has agreed to none', () => {
  it('does not arrive, and its news stands on the home page', async () => {
    await stocked({ mealOrders: [order], sittings: [aSitting({ seatsLeft: 19 })] })
    await call('o-clerk', 'meals.confirm', { orderId: order.id })
    expect(cloud.emulator.gateway.outbox.messages()).toEqual([])
    expect((await cloud.stored('messages')).flatMap(({ to }) => to.map(({ state }) => state))).toEqual([
      'refused',
    ])
    expect(await newsOf('o-daughter')).toEqual(['orderConfirmed'])
    expect(await grantsOf('o-daughter')).toEqual({ [MEAL]: 0 })
  })

  it('is not tried again where it matters little, until they tap again', async () => {
    await stocked({ visits: [visit], accounts: counted('o-daughter', { [VISIT]: 0 }) })
    const calls = () => cloud.emulator.gateway.counts.all()['wx.openApi'] ?? 0
    const before = calls()
    await call('o-volunteer', 'visits.claim', { visitId: visit.id })
    const message = (await cloud.stored('messages')).find(({ kind }) => kind === 'visitClaimed')
    expect(message?.to.find(({ openid }) => openid === 'o-daughter')?.state).toBe('kept')
    expect(calls() - before).toBe(1) // to the elder, of whom nobody has counted
    expect(await newsOf('o-daughter')).toEqual(['visitClaimed'])
  })

  it('arrives where it matters most, though our count says that none would', async () => {
    const accounts = counted('o-daughter', { [VISIT]: 0 })
    await stocked({ visits: [{ ...visit, state: 'claimed', helper }], accounts })
    cloud.emulator.gateway.grants.tap('o-daughter', [VISIT]) // and the answer of this tap never reached us
    await call('o-volunteer', 'visits.report', { visitId: visit.id, outcome: 'well' })
    expect(sentTo('o-daughter')).toHaveLength(1)
    expect(await newsOf('o-daughter')).toEqual([])
    expect(await grantsOf('o-daughter')).toEqual({ [VISIT]: 0 })
  })
})

describe('the one yes of somebody who asked for a visit', () => {
  it('is spent on what was found, and not on that somebody is on the way', async () => {
    await stocked({ visits: [visit] })
    await tap('o-daughter', 'visit')
    await call('o-volunteer', 'visits.claim', { visitId: visit.id })
    await call('o-volunteer', 'visits.arrive', { visitId: visit.id })
    expect(sentTo('o-daughter')).toEqual([])
    expect(await newsOf('o-daughter')).toEqual(['visitArrived'])
    await call('o-volunteer', 'visits.report', { visitId: visit.id, outcome: 'well' })
    expect(sentTo('o-daughter').map(({ data }) => data.phrase4?.value)).toEqual(['平安'])
    expect(await newsOf('o-daughter')).toEqual([])
    expect(await grantsOf('o-daughter')).toEqual({ [VISIT]: 0 })
  })

  it('leaves steps to be told too where there are more', async () => {
    await stocked({ visits: [visit] })
    for (const _tap of [1, 2, 3]) await tap('o-daughter', 'visit')
    await call('o-volunteer', 'visits.claim', { visitId: visit.id })
    await call('o-volunteer', 'visits.arrive', { visitId: visit.id })
    await call('o-volunteer', 'visits.report', { visitId: visit.id, outcome: 'well' })
    expect(sentTo('o-daughter')).toHaveLength(3)
    expect(await grantsOf('o-daughter')).toEqual({ [VISIT]: 0 })
    expect(cloud.emulator.gateway.grants.left()['o-daughter']).toEqual({ [VISIT]: 0 })
  })
})

describe('an urgent visit that one helper takes on and gives back again and again', () => {
  const place = { lng: 120.6, lat: 31.3 }
  const told = ['o-clerk', 'o-coordinator', 'o-daughter', 'o-viewer']
  const found = { visitId: visit.id, outcome: 'emergency', ambulanceCalled: true }
  const helpers = ['o-volunteer', 'o-second', 'o-third', 'o-new'].map((openid) => ({
    ...aMember(openid, 'volunteer', DISTRICT, { helperKind: 'neighbour' }),
    place,
  }))

  it('leaves everybody a yes for what is found, and calls a helper who is new with their only one', async () => {
    const others = (aNeighbourhood().accounts ?? []).filter(({ id }) => !helpers.some((one) => one.id === id))
    const accounts = [...others, ...helpers]
    const called = ['o-volunteer', 'o-second', 'o-third']
    const visits = [aVisit({ called })]
    await stocked({ accounts, memberships: membershipsOf(accounts), visits })
    for (const openid of [...told, 'o-second', 'o-new']) await tap(openid, 'visit')
    for (const openid of ['o-clerk', 'o-viewer']) await tap(openid, 'visit')

    for (const _time of [1, 2, 3, 4]) {
      await call('o-volunteer', 'visits.claim', { visitId: visit.id })
      await call('o-volunteer', 'visits.release', { visitId: visit.id })
    }
    const saidTo = (openid: string) => sentTo(openid).map(({ data }) => data.phrase4?.value)
    expect([...told, 'o-second', 'o-new'].map((openid) => [openid, saidTo(openid)])).toEqual([
      ['o-clerk', ['急事']],
      ['o-coordinator', []],
      ['o-daughter', []],
      ['o-viewer', ['急事']],
      ['o-second', []],
      ['o-new', ['急事']],
    ])
    expect(await newsOf('o-coordinator')).toContain('visitUrgent')

    await call('o-volunteer', 'visits.claim', { visitId: visit.id })
    await call('o-volunteer', 'visits.report', found)
    for (const openid of told) {
      expect(saidTo(openid).at(-1)).not.toBe('急事')
      expect(await grantsOf(openid)).toEqual({ [VISIT]: 0 })
    }
  })
})

describe('whoever asks and calls off in turns, or writes again and again what they found', () => {
  const told = ['o-clerk', 'o-coordinator', 'o-viewer', 'o-daughter']
  const wish = { elderId: 'e-wang', when: 'now' }
  const allTap = async (times: number) => {
    for (let time = 0; time < times; time++) for (const openid of told) await tap(openid, 'visit')
  }
  const left = async () => Promise.all(told.map(async (openid) => (await grantsOf(openid))?.[VISIT]))

  it('leaves everybody their last yes, whatever calmer wish comes in between', async () => {
    await stocked()
    await allTap(3)
    for (const urgency of ['urgent', 'urgent', 'hard', 'urgent', 'urgent']) {
      const asked = await call('o-daughter', 'visits.request', {
        ...wish,
        urgency,
        reason: `急事 ${urgency}`,
      })
      await call('o-daughter', 'visits.cancel', { visitId: asked.id })
    }
    expect(await left()).toEqual([1, 1, 1, 3])
  })

  it('leaves it for an emergency, and tells that once', async () => {
    await stocked({ visits: [visit] })
    await call('o-volunteer', 'visits.claim', { visitId: visit.id })
    await allTap(4)
    const report = (outcome: string, note: string) =>
      call('o-volunteer', 'visits.report', { visitId: visit.id, outcome, note, key: `report-key-${++taps}` })
    for (const turn of [1, 2, 3, 4, 5]) {
      await report('noAnswer', `没有人开 ${turn}`)
      await report('well', `开了门 ${turn}`)
    }
    expect(await left()).toEqual([1, 1, 1, 1])
    for (const turn of [1, 2, 3]) await report('emergency', `摔倒了 ${turn}`)
    expect(await left()).toEqual([0, 0, 0, 0])
    const saidTo = (openid: string) => sentTo(openid).map(({ data }) => data.phrase4?.value)
    for (const openid of told) expect(saidTo(openid).at(-1)).toBe(saidTo('o-clerk').at(-1))
  })
})

describe('a count that is too high', () => {
  it('is set right by the first refusal', async () => {
    await stocked({ mealOrders: [order], accounts: counted('o-daughter', { [MEAL]: 7 }) })
    await call('o-clerk', 'meals.confirm', { orderId: order.id })
    expect(await grantsOf('o-daughter')).toEqual({ [MEAL]: 0 })
    expect(await newsOf('o-daughter')).toEqual(['orderConfirmed'])
  })
})

describe('a booking whose phone asked at the tap', () => {
  it('is confirmed by a message that arrives', async () => {
    await stocked()
    const wish = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
    const { id } = await call('o-daughter', 'meals.book', wish)
    await tap('o-daughter', 'meal', 'visit')
    await call('o-clerk', 'meals.confirm', { orderId: id })
    expect(sentTo('o-daughter').map(({ data }) => data.phrase4?.value)).toEqual(['已确认'])
    expect(await grantsOf('o-daughter')).toEqual({ [MEAL]: 0, [VISIT]: 1 })
    expect(await newsOf('o-daughter')).toEqual([])
  })
})
