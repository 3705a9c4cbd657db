import { anInvitation, anOrder, aSitting } from '../domain/builders'
import { aCloud, codeOf, type TestCloud } from './a-cloud'
import { expectIntegrity } from './integrity'
import { wish } from './meals/counters'
import { aNeighbourhood } from './neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud({ variables: { RETRY_BUDGET: '0', CONFIRM_WITHIN: '-1' } })
})
afterAll(() => cloud.close())

describe('conflicts without an end', () => {
  it.each([
    ['transact', 'o-clerk', 'meals.confirm', { orderId: anOrder().id }],
    ['retried', 'o-stranger', 'people.accept', { code: anInvitation().id }],
  ] as const)('are given up by %s once its time is used up', async (_, openid, name, input) => {
    await cloud.restock(aNeighbourhood({ mealOrders: [anOrder()], invitations: [anInvitation()] }))
    const before = cloud.state()
    cloud.emulator.gateway.faults.set([
      { kind: 'conflict', action: 'database.commitTransaction', times: 1000 },
    ])
    expect(codeOf(await cloud.as(openid).call(name, input))).toBe('BUSY')
    const begun = cloud.emulator.gateway.counts.all()['database.startTransaction']
    expect(begun).toBeGreaterThan(0)
    expect(begun).toBeLessThanOrEqual(2)
    expect(cloud.state()).toEqual(before)
  })
})

describe('meals.confirmMany without time left', () => {
  it('begins no order, and says of each that it may be asked again', async () => {
    await cloud.restock(aNeighbourhood({ mealOrders: [anOrder()] }))
    const before = cloud.state()
    const orderId = anOrder().id
    const reply = await cloud.as('o-clerk').call('meals.confirmMany', { orderIds: [orderId] })
    expect(reply).toMatchObject({ ok: true, data: [{ orderId, code: 'BUSY', state: null }] })
    expect(cloud.state()).toEqual(before)
  })
})

describe('a booking that took a claim over, and has no time left', () => {
  it('gives nothing back: whoever made the claim may still write the order', async () => {
    await cloud.restock(aNeighbourhood({ sittings: [aSitting({ seats: 1 })] }))
    const { gateway } = cloud.emulator
    const book = () => cloud.as('o-daughter').call('meals.book', wish)
    let letCommit = () => {}
    const isHeld = new Promise<void>((held) => {
      gateway.setGate(async ({ action }) => {
        if (action !== 'database.commitTransaction') return
        held()
        await new Promise<void>((go) => {
          letCommit = go
        })
      })
    })
    const first = book()
    await isHeld
    const second = codeOf(await book())
    gateway.setGate(undefined)
    letCommit()
    const others = { ...wish, elderId: 'e-chen', channel: 'phone' }
    expect({
      second,
      first: codeOf(await first),
      third: codeOf(await cloud.as('o-clerk').call('meals.bookFor', others)),
    }).toEqual({ second: 'BUSY', first: 'accepted', third: 'SITTING_FULL' })
    expectIntegrity(cloud)
  })
})
