import { anOrder, aVisit } from '../../domain/builders'
import { aCloud, accepted, type TestCloud } from '../a-cloud'
import { aNeighbourhood } from '../neighbourhood'

const SHARED = 'ours:what=thing2,state=phrase4'

let cloud: TestCloud
beforeAll(async () => {
  const variables = { TEMPLATE_MEAL: SHARED, TEMPLATE_VISIT: SHARED, TEMPLATE_APPLICATION: SHARED }
  cloud = await aCloud({ needsYes: true, variables })
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation(() => {})
})

const call = async (openid: string, name: `${string}.${string}`, input: object) =>
  accepted(await cloud.as(openid).call(name, input))
const grants = async () => (await cloud.one('accounts', 'o-daughter'))?.grants

describe('a template that all kinds share', () => {
  it('has one yes for all of them, whatever it is spent on', async () => {
    const helper = { openid: 'o-volunteer', name: '某人', kind: 'neighbour' as const }
    const visit = aVisit({ urgency: 'hard', state: 'claimed', helper })
    await cloud.restock(aNeighbourhood({ visits: [visit], mealOrders: [anOrder()] }))
    cloud.emulator.gateway.grants.tap('o-daughter', ['ours'])
    await call('o-daughter', 'people.granted', { about: ['meal', 'visit', 'application'], key: 'first-tap' })
    expect(await grants()).toEqual({ ours: 1 })

    await call('o-volunteer', 'visits.report', { visitId: visit.id, outcome: 'well' })
    await call('o-clerk', 'meals.confirm', { orderId: anOrder().id })
    const sent = cloud.emulator.gateway.outbox.messages().filter(({ touser }) => touser === 'o-daughter')
    expect(sent.map(({ data }) => data.phrase4?.value)).toEqual(['平安'])
    expect(await grants()).toEqual({ ours: 0 })
    const daughter = await cloud.one('accounts', 'o-daughter')
    expect(daughter?.notices.map(({ kind }) => kind)).toEqual(['orderConfirmed'])
  })
})
