import type { AccountRecord, RelationSummary } from '../../../cloudfunctions/_domain/people/records'
import type { VisitRecord } from '../../../cloudfunctions/_domain/visits/records'
import { personOf } from '../../../cloudfunctions/_shell/secrets'
import type { Actor } from '../../../types/actors'
import { relationId } from '../../../types/ids'
import {
  anAccount,
  anApplication,
  anElder,
  anElderAccount,
  anInvitation,
  anOrder,
  aRelative,
  aSitting,
  aVisit,
  daughter,
  LUNCH,
} from '../../domain/builders'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from '../a-cloud'
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

/** Each as their account has it today. */
const relatives: Record<string, Partial<RelationSummary>> = {
  'a relative who was sent away': { state: 'revoked' },
  'a guardian whose papers have run out': { relation: 'guardian', until: '2026-11-20' },
  'a relative who may only read who did what': { scopes: ['log'] },
}
const gone: [who: string, role: 'family' | 'elder', account: AccountRecord | null][] = [
  ...Object.entries(relatives).map(([who, own]): (typeof gone)[number] => {
    const account = aRelative('o-gone', wang)
    const relations = account.relations.map((relation) => ({ ...relation, ...own }))
    return [who, 'family', { ...account, relations }]
  }),
  ['the phone that was hers before', 'elder', anAccount({ id: 'o-gone' })],
  ['a relative without an account', 'family', null],
  ['an elder without an account', 'elder', null],
]

/** What is done with something that somebody wanted. */
interface Deed {
  name: `${string}.${string}`
  openid: string
  input: object
  scene(wanted: Wanted): Stock
}
interface Wanted {
  by: Actor
  notify: string
}
const order = ({ by, notify }: Wanted): Stock => ({
  sittings: [aSitting({ seatsLeft: 19 })],
  mealOrders: [anOrder({ placedBy: by, notify })],
})
const visit = ({ by, notify }: Wanted, own: Partial<VisitRecord> = {}): Stock => ({
  visits: [aVisit({ askedBy: by, asker: notify, notify, ...own })],
})
const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
const reviewed = { state: 'inReview', reviewer: '某人', reviewerPerson: personOf('o-coordinator') } as const
const deeds: Deed[] = [
  { name: 'meals.confirm', openid: 'o-clerk', input: { orderId: anOrder().id }, scene: order },
  { name: 'meals.refuse', openid: 'o-clerk', input: { orderId: anOrder().id, reason: '停电' }, scene: order },
  { name: 'visits.claim', openid: 'o-volunteer', input: { visitId: 'v-1' }, scene: visit },
  {
    name: 'visits.report',
    openid: 'o-volunteer',
    input: { visitId: 'v-1', outcome: 'well' },
    scene: (wanted) => visit(wanted, { state: 'claimed', helper, urgency: 'hard' }), // what is urgent concerns others as well
  },
  {
    name: 'eligibility.decide',
    openid: 'o-coordinator',
    input: { applicationId: anApplication().id, verdict: 'refuse', reason: '收入超过了' },
    scene: (wanted) => ({ applications: [anApplication({ ...wanted, ...reviewed })] }),
  },
]
const wantedBy = (notify: string, role: Actor['role']): Wanted => ({
  notify,
  by: { ...daughter, role, relation: null },
})

describe.each(deeds)('$name', ({ name, openid, input, scene }) => {
  const done = async (own: Stock) => {
    await cloud.restock(aNeighbourhood(own))
    accepted(await cloud.as(openid).call(name, { ...input }))
    return messages().map(({ touser }) => touser)
  }
  /** Among who was told, whoever wanted it: the elder herself is told who comes in any case. */
  const wanting = (told: string[], notify: string) => told.filter((one) => one === notify || one !== 'o-wang')

  it.each(gone)('tells nothing to %s, of what they wanted as %s', async (_, role, account) => {
    const accounts = [...(aNeighbourhood().accounts ?? []), ...(account ? [account] : [])]
    expect(wanting(await done({ ...scene(wantedBy('o-gone', role)), accounts }), 'o-gone')).toEqual([])
  })

  it.each([
    ['a relative who still is near her', 'o-daughter', 'family'],
    ['the elder on her own phone', 'o-wang', 'elder'],
  ] as const)('tells %s', async (_, notify, role) => {
    expect(wanting(await done(scene(wantedBy(notify, role))), notify)).toEqual([notify])
  })

  const isDecision = name === 'eligibility.decide'
  it(`tells ${isDecision ? 'nothing to ' : ''}a relative who may look and not order`, async () => {
    const told = await done(scene(wantedBy('o-viewer', 'family')))
    expect(wanting(told, 'o-viewer')).toEqual(isDecision ? [] : ['o-viewer'])
  })
})

describe('an emergency at the door of somebody who has died', () => {
  const call = async (who: string, name: `${string}.${string}`, input: object) =>
    accepted(await cloud.as(who).call(name, input))
  const takenOn = async (visitId: string) => {
    await call('o-volunteer', 'visits.release', { visitId })
    await call('o-second', 'visits.claim', { visitId })
  }

  it.each([
    ['was to go', async () => {}, 'ELDER_DIED'],
    [
      'had given it back',
      (visitId: string) => call('o-volunteer', 'visits.release', { visitId }),
      'FORBIDDEN',
    ],
    ['had given it to somebody else', takenOn, 'FORBIDDEN'],
  ] as const)('is raised by whoever %s, and told to no family', async (_, before, calm) => {
    const urgent = aVisit({
      state: 'claimed',
      helper,
      urgency: 'urgent',
      asker: 'o-daughter',
      notify: 'o-daughter',
    })
    await cloud.restock(aNeighbourhood({ visits: [urgent] }))
    await before('v-1')
    await call('o-clerk', 'people.recordDeath', { elderId: 'e-wang', on: '2026-11-21', reason: '家人来说的' })
    const sent = messages().length

    const report = (outcome: string) =>
      cloud.as('o-volunteer').call('visits.report', { visitId: 'v-1', outcome })
    expect(codeOf(await report('well'))).toBe(calm)
    accepted(await report('emergency'))
    expect(await cloud.one('visits', 'v-1')).toMatchObject({
      ...{ state: 'reported', alarm: 'emergency', report: { outcome: 'emergency' } },
    })
    const told = messages().slice(sent)
    expect(told.map(({ touser }) => touser).sort()).toEqual(['o-clerk', 'o-coordinator', 'o-manager'])
  })
})

describe('somebody who is near her no more', () => {
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
    accepted(await cloud.as('o-wang').call('people.move', { ...move, place: { lng: 120.61, lat: 31.31 } }))
    const after = await cloud.stored('visits')
    const whereTo = after.map(({ id, stationId, building }) => [id, stationId, building])
    expect(whereTo).toEqual([
      ['v-1', 'st-two', '枫桥路 7 号'],
      ['v-done', 'st-one', done.building],
      ['v-there', 'st-one', there.building],
    ])
    expect(after[0]?.location).toEqual({ type: 'Point', coordinates: [120.61, 31.31] })
    for (const { place, location } of after) expect(location.coordinates).toEqual([place.lng, place.lat])
  })
})
