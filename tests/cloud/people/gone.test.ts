import { personOf } from '../../../cloudfunctions/_shell/secrets'
import { relationId } from '../../../types/ids'
import { anElder, anElderAccount, anInvitation, anOrder, aVisit, LUNCH } from '../../domain/builders'
import { aCloud, accepted, codeOf, type TestCloud } from '../a-cloud'
import { aNeighbourhood, wang } from '../neighbourhood'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

const paper = { how: 'paper' as const, form: '2026-017', witness: '李站长' }
const messages = () => cloud.emulator.gateway.outbox.messages()

describe('an elder whose data are gone', () => {
  const erased = { ...wang, state: 'erased' as const, openid: null, circle: [] }
  const family = { kind: 'family', relation: 'son', scopes: ['view'] }

  it.each([
    ['people.file', {}],
    ['people.card', {}],
    ['people.circle', {}],
    ['people.consentsOf', {}],
    ['people.reveal', { field: 'address', reason: '要上门' }],
    ['people.copy', { part: 'consents', reason: '要一份' }],
    ['people.copy', { part: 'log', reason: '要一份' }],
    ['people.invite', { for: { kind: 'self' }, paper }],
    ['people.invite', { for: family, paper }],
    ['people.correct', { changes: { room: '3 室' } }],
    ['people.setAbsences', { absences: [] }],
    ['people.renewCard', { code: wang.code }],
    ['eligibility.applications', {}],
    ['eligibility.entitlements', {}],
    ['meals.bookFor', { sittingId: LUNCH, mode: 'dineIn', setId: 'fish', channel: 'phone' }],
  ] as const)('is nobody at her station, for %s with %j', async (name, input) => {
    await cloud.restock(aNeighbourhood({ elders: [erased] }))
    const known = await cloud.as('o-clerk').call(name, { elderId: 'e-wang', ...input })
    expect(codeOf(known)).toBe('NOT_FOUND')
    expect(await cloud.stored('auditLog')).toEqual([])
  })
})

describe('somebody who is near her no more', () => {
  const order = anOrder({ notify: 'o-gone' })
  const visit = aVisit({ notify: 'o-gone', asker: 'o-gone' })

  it.each(['family', 'elder'] as const)(
    'is told nothing of what they wanted as %s while they were sent away',
    async (role) => {
      const by = { ...order.placedBy, role, relation: null }
      const scene = { mealOrders: [{ ...order, placedBy: by }], visits: [{ ...visit, askedBy: by }] }
      await cloud.restock(aNeighbourhood(scene))
      accepted(await cloud.as('o-clerk').call('meals.confirm', { orderId: order.id }))
      accepted(await cloud.as('o-volunteer').call('visits.claim', { visitId: visit.id }))
      expect(messages()).toEqual([])
    },
  )

  it('while a relative who still is near her is told', async () => {
    const told = { notify: 'o-daughter' }
    await cloud.restock(
      aNeighbourhood({ mealOrders: [{ ...order, ...told }], visits: [{ ...visit, ...told }] }),
    )
    accepted(await cloud.as('o-clerk').call('meals.confirm', { orderId: order.id }))
    accepted(await cloud.as('o-volunteer').call('visits.claim', { visitId: visit.id }))
    expect(messages().map(({ touser }) => touser)).toEqual(['o-daughter', 'o-daughter'])
  })

  it('is not let in again by the code that once let them in', async () => {
    const used = anInvitation({ usedBy: 'o-viewer', usedAt: '2026-11-20T00:00:00.000Z' })
    await cloud.restock(aNeighbourhood({ invitations: [used] }))
    const again = () => cloud.as('o-viewer').call('people.accept', { code: used.id })
    expect(codeOf(await again())).toBe('accepted')
    const memberId = relationId('e-wang', personOf('o-viewer'))
    accepted(await cloud.as('o-wang').call('people.revoke', { memberId }))
    expect(codeOf(await again())).toBe('CODE_USED')
  })
})

describe('the phone an elder had before', () => {
  it('forgets her name', async () => {
    const hers = anInvitation({ kind: 'self', relation: null, scopes: [], byOpenid: 'o-clerk', paper })
    const elder = anElder({ id: 'e-wang', openid: 'o-before' })
    const accounts = [...(aNeighbourhood().accounts ?? []), anElderAccount('o-before', elder)]
    await cloud.restock(aNeighbourhood({ elders: [elder], accounts, invitations: [hers] }))
    accepted(await cloud.as('o-new').call('people.accept', { code: hers.id }))
    expect(await cloud.one('accounts', 'o-before')).toMatchObject({ self: null, name: '' })
    expect((await cloud.one('accounts', 'o-new'))?.self?.elderId).toBe('e-wang')
  })
})

describe('an elder who moves', () => {
  const move = {
    elderId: 'e-wang',
    stationId: 'st-two',
    from: '2026-11-21',
    building: '枫桥路 7 号',
    room: '102 室',
  }

  it('takes along who has yet to come to her door, and nobody who was there', async () => {
    const done = aVisit({ id: 'v-done', state: 'closed' })
    const there = aVisit({ id: 'v-there', state: 'onSite' })
    await cloud.restock(aNeighbourhood({ visits: [aVisit(), done, there] }))
    accepted(await cloud.as('o-wang').call('people.move', { ...move, place: null }))
    const after = await cloud.stored('visits')
    const whereTo = after.map(({ id, stationId, building }) => [id, stationId, building])
    expect(whereTo).toEqual([
      ['v-1', 'st-two', '枫桥路 7 号'],
      ['v-done', 'st-one', done.building],
      ['v-there', 'st-one', there.building],
    ])
  })
})
