import { anOrder, aVisit } from '../../domain/builders'
import { aCloud, accepted, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

const LONG = 'ours:state=thing7,what=thing2,at=date3:long'

let cloud: TestCloud
beforeAll(async () => {
  const variables = { TEMPLATE_VISIT: LONG, TEMPLATE_APPLICATION: LONG, TEMPLATE_MEAL: '' }
  cloud = await aCloud({ needsYes: true, variables })
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})

const call = async (openid: string, name: `${string}.${string}`, input: object) =>
  accepted(await cloud.as(openid).call(name, input))
const sent = () => cloud.emulator.gateway.outbox.messages()
const visit = aVisit({ urgency: 'hard' })
const order = anOrder()

describe('a deployment with a long-term template', () => {
  it('tells by it every step of a visit, in the fields that it has, and counts nothing', async () => {
    await cloud.restock(aNeighbourhood({ visits: [visit] }))
    await call('o-daughter', 'people.granted', { about: ['visit', 'application'], key: 'first-tap' })
    await call('o-volunteer', 'visits.claim', { visitId: visit.id })
    await call('o-volunteer', 'visits.arrive', { visitId: visit.id })
    const told = sent().filter(({ touser }) => touser === 'o-daughter')
    expect(told.map(({ data }) => data.thing7?.value)).toEqual(['有人接了', '到门口了'])
    expect(Object.keys(told[0]?.data ?? {}).sort()).toEqual(['date3', 'thing2', 'thing7'])
    expect((await cloud.one('accounts', 'o-daughter'))?.grants).toBeUndefined()
  })
})

describe('a deployment without a template', () => {
  it('sends nothing, asks WeChat nothing, and puts the news on the home page', async () => {
    await cloud.restock(aNeighbourhood({ mealOrders: [order] }))
    await call('o-daughter', 'people.granted', { about: ['meal'], key: 'first-tap' })
    await call('o-clerk', 'meals.confirm', { orderId: order.id })
    expect(sent()).toEqual([])
    expect(cloud.emulator.gateway.counts.all()['wx.openApi'] ?? 0).toBe(0)
    expect(await cloud.stored('messages')).toMatchObject([{ isLeft: false, to: [{ state: 'kept' }] }])
    const daughter = await cloud.one('accounts', 'o-daughter')
    expect(daughter?.notices.map(({ kind }) => kind)).toEqual(['orderConfirmed'])
    expect(daughter?.grants).toBeUndefined()
  })
})
