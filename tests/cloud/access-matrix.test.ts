import { membershipId, relationId } from '../../cloudfunctions/_domain/ids'
import { personOf } from '../../cloudfunctions/_shell/secrets'
import type { Action, Who } from '../../types/contract'
import { meals } from '../../types/meals'
import { people } from '../../types/people'
import { stations } from '../../types/stations'
import { visits } from '../../types/visits'
import { anInvitation, anOrder, aRelation, aSitting, aVisit, LUNCH, TOMORROW } from '../domain/builders'
import { aCloud, codeOf, type Stock, type TestCloud } from './a-cloud'
import { aNeighbourhood, chen, wang } from './neighbourhood'

/** Whom a call is about, as the test knows it; nothing here is computed by the code under test. */
interface About {
  elder?: 'e-wang' | 'e-chen'
  station?: 'st-one' | 'st-two'
  town?: 't-east' | 't-west'
  helper?: string
  asker?: string
  /** Whose relation it is. */
  relative?: string
}

const actions: Record<string, Action> = Object.fromEntries(
  Object.entries({ people, stations, meals, visits }).flatMap(([area, contract]) =>
    Object.entries(contract).map(([name, action]) => [`${area}.${name}`, action as Action]),
  ),
)

/** What each person is, towards whom. */
const persons: Record<string, (about: About) => Who[]> = {
  nobody: () => ['signedIn'],
  'o-wang': ({ elder }) => ['signedIn', ...when(elder === 'e-wang', 'elder')],
  'o-daughter': ({ elder, asker, relative }) => [
    'signedIn',
    ...when(relative === 'o-daughter', 'relative'),
    ...when(elder === 'e-wang', 'family:view', 'family:order'),
    ...when(asker === 'o-daughter', 'asker'),
  ],
  'o-viewer': ({ elder }) => ['signedIn', ...when(elder === 'e-wang', 'family:view')],
  'o-health': ({ elder }) => ['signedIn', ...when(elder === 'e-wang', 'family:view', 'family:health')],
  'o-log': ({ elder }) => ['signedIn', ...when(elder === 'e-wang', 'family:view', 'family:log')],
  'o-guardian': ({ elder, relative }) => [
    'signedIn',
    ...when(elder === 'e-chen', 'guardian', 'family:view', 'family:order', 'family:health', 'family:log'),
    ...when(relative === 'o-guardian', 'relative'),
  ],
  'o-stranger': ({ elder, asker, relative }) => [
    'signedIn',
    ...when(relative === 'o-stranger', 'relative'),
    ...when(elder === 'e-chen', 'family:view', 'family:order'),
    ...when(asker === 'o-stranger', 'asker'),
  ],
  'o-clerk': ({ station }) => ['signedIn', ...when(station === 'st-one', 'clerk')],
  'o-manager': ({ station }) => ['signedIn', ...when(station === 'st-one', 'clerk', 'manager')],
  'o-other-clerk': ({ station }) => ['signedIn', ...when(station === 'st-two', 'clerk')],
  'o-volunteer': ({ helper }) => ['signedIn', 'volunteer', ...when(helper === 'o-volunteer', 'assigned')],
  'o-second': ({ helper }) => ['signedIn', 'volunteer', ...when(helper === 'o-second', 'assigned')],
  'o-suspended': () => ['signedIn'],
  'o-coordinator': ({ town }) => ['signedIn', ...when(town === 't-east', 'coordinator')],
  'o-other-coordinator': ({ town }) => ['signedIn', ...when(town === 't-west', 'coordinator')],
  'o-supervisor': () => ['signedIn', 'supervisor'],
}

/** The rows: for each action a good call about Wang at station one, and what it turns into with an id swapped. */
interface Row {
  input: object
  about: About
  /** A second side, where the call names nobody and either side will do. */
  orAbout?: About
  scene?: Stock
  /** Input with one id swapped, and whom the call is about then. */
  swaps?: [input: object, about: About][]
  /** Where the list is open to all, or wider than this case: who may then. */
  who?: Who[]
  /** Persons who may call it and are refused for another reason, with the code of it. */
  but?: Record<string, string>
}

const order = { id: `${LUNCH}_e-wang` }
const otherSitting = 'st-two_2026-11-22_lunch'
const scene: Stock = {
  sittings: [aSitting(), aSitting({ id: otherSitting, stationId: 'st-two' })],
  mealOrders: [
    anOrder(),
    anOrder({
      id: `${otherSitting}_e-chen`,
      sittingId: otherSitting,
      stationId: 'st-two',
      elderId: 'e-chen',
    }),
  ],
}
const empty: Stock = { mealOrders: [] }
const wangs: About = { elder: 'e-wang', station: 'st-one', town: 't-east' }
const chens: About = { elder: 'e-chen', station: 'st-two', town: 't-west' }
const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
const mealSwaps: Row['swaps'] = [
  [
    { ...meal, elderId: 'e-chen' },
    { ...wangs, elder: 'e-chen' },
  ],
  [
    { ...meal, sittingId: otherSitting },
    { ...wangs, station: 'st-two' },
  ],
]
const orderSwap = (extra: object = {}): Row['swaps'] => [
  [{ orderId: `${otherSitting}_e-chen`, ...extra }, chens],
]

type VisitState = 'open' | 'claimed' | 'reported'
const visitPair = (state: VisitState): Stock => {
  const helper = (openid: string) =>
    state === 'open' ? null : { openid, name: '某人', kind: 'partyMember' as const }
  return {
    visits: [
      aVisit({ id: 'v-1', state, helper: helper('o-volunteer') }),
      aVisit({
        id: 'v-2',
        state,
        helper: helper('o-second'),
        elderId: 'e-chen',
        stationId: 'st-two',
        townId: 't-west',
        asker: 'o-stranger',
      }),
    ],
  }
}
const visitRow = (state: VisitState, extra: object = {}): Row => ({
  input: { visitId: 'v-1', ...extra },
  about: { ...wangs, asker: 'o-daughter', ...(state !== 'open' && { helper: 'o-volunteer' }) },
  scene: visitPair(state),
  swaps: [
    [
      { visitId: 'v-2', ...extra },
      { ...chens, asker: 'o-stranger', ...(state !== 'open' && { helper: 'o-second' }) },
    ],
  ],
})
const view: Who[] = ['elder', 'family:view']
const wish = { elderId: 'e-wang', urgency: 'hard', reason: '买药', when: 'today' }
const here = { lng: 120.6, lat: 31.3 }

const newElder = {
  name: '赵桂芳',
  birthDate: '1950-02-03',
  sex: 'female',
  building: '长江路 20 弄',
  living: 'alone',
}
const agreed = [{ purpose: 'service', version: 'service-2026-11' }]
const paper = { how: 'paper', form: '2026-001', witness: '李站长' }
const certificate = {
  kind: 'firstAid',
  number: 'A1',
  issuer: '红十字会',
  from: '2026-01-01',
  to: '2027-12-31',
}
const asksFor = (code: string) => ({ by: { code }, relation: 'relative', scopes: ['view'], name: '某人' })
const ofElder = (extra: object = {}): Row => ({
  input: { elderId: 'e-wang', ...extra },
  about: wangs,
  swaps: [[{ elderId: 'e-chen', ...extra }, chens]],
})
const memberOf = (elderId: string, openid: string) => relationId(elderId, personOf(openid))
const ofMember = (extra: object): Row => ({
  input: { memberId: memberOf('e-wang', 'o-daughter'), ...extra },
  about: { ...wangs, relative: 'o-daughter' },
  swaps: [
    [
      { memberId: memberOf('e-chen', 'o-stranger'), ...extra },
      { ...chens, relative: 'o-stranger' },
    ],
  ],
})
const ofMembership = (extra: object): Row => ({
  input: { membershipId: membershipId('st-one', 'clerk', personOf('o-clerk')), ...extra },
  about: { station: 'st-one' },
  swaps: [
    [
      { membershipId: membershipId('st-two', 'clerk', personOf('o-other-clerk')), ...extra },
      { station: 'st-two' },
    ],
  ],
})
const everybody = (code: string) => Object.fromEntries(Object.keys(persons).map((person) => [person, code]))

const rows: Record<string, Row[]> = {
  'people.me': [{ input: {}, about: {} }],
  'people.home': [
    { input: {}, about: {} },
    { input: { elderId: 'e-wang' }, about: wangs, who: view, swaps: [[{ elderId: 'e-chen' }, chens]] },
  ],
  'people.find': [
    {
      input: { stationId: 'st-one', text: '王' },
      about: { station: 'st-one' },
      swaps: [[{ stationId: 'st-two', text: '王' }, { station: 'st-two' }]],
    },
  ],
  // Registering is open to everybody; who somebody is then, the cloud decides.
  'people.registerSelf': [
    { input: { elder: newElder, stationId: 'st-one', agreed }, about: {}, but: { 'o-wang': 'OWN_ELDER' } },
  ],
  'people.registerKin': [
    { input: { elder: newElder, stationId: 'st-one', relation: 'son', name: '某人' }, about: {} },
  ],
  'people.registerAt': [
    {
      input: { elder: newElder, stationId: 'st-one', agreed, paper, channel: 'counter' },
      about: { station: 'st-one' },
      swaps: [
        [{ elder: newElder, stationId: 'st-two', agreed, paper, channel: 'counter' }, { station: 'st-two' }],
      ],
    },
  ],
  'people.file': [ofElder()],
  'people.correct': [ofElder({ changes: { living: 'couple' } })],
  'people.verify': [ofElder({ identity: { hukou: 'elsewhere' }, reason: '看了户口簿' })],
  'people.reveal': [ofElder({ field: 'address', reason: '送餐' })],
  'people.card': [ofElder()],
  'people.renewCard': [
    {
      ...ofElder(),
      input: { elderId: 'e-wang', code: '12345678' },
      swaps: [[{ elderId: 'e-chen', code: '23456789' }, chens]],
    },
  ],
  'people.ask': [
    { input: asksFor('12345678'), about: {}, but: { 'o-wang': 'OWN_ELDER' } },
    { input: asksFor('23456789'), about: {} },
  ],
  'people.circle': [ofElder()],
  'people.asked': [
    {
      input: { stationId: 'st-one' },
      about: { station: 'st-one' },
      swaps: [[{ stationId: 'st-two' }, { station: 'st-two' }]],
    },
  ],
  'people.grant': [ofMember({ scopes: ['view', 'log'], paper })],
  'people.decline': [
    {
      ...ofMember({ paper }),
      scene: {
        relations: [
          aRelation(wang, 'o-daughter', { state: 'asked', granted: null }),
          aRelation(chen, 'o-stranger', { state: 'asked', granted: null }),
        ],
      },
    },
  ],
  'people.revoke': [ofMember({ paper })],
  'people.invite': [
    ofElder({ for: { kind: 'family', relation: 'son', scopes: ['view'] }, paper }),
    { ...ofElder({ for: { kind: 'self' }, paper }), who: ['clerk'] },
  ],
  'people.uninvite': [
    {
      input: { elderId: 'e-wang', code: '55550001' },
      about: wangs,
      scene: { invitations: [anInvitation(), anInvitation({ id: '55550002', elderId: 'e-chen' })] },
      swaps: [[{ elderId: 'e-chen', code: '55550002' }, chens]],
    },
  ],
  'people.invitation': [{ input: { code: '55550001' }, about: {}, scene: { invitations: [anInvitation()] } }],
  'people.accept': [
    {
      input: { code: '55550001', name: '某人' },
      about: {},
      scene: { invitations: [anInvitation()] },
      but: { 'o-wang': 'OWN_ELDER' },
    },
  ],
  'people.orgs': [{ input: {}, about: wangs, orAbout: chens }],
  'people.staff': [
    {
      input: { orgKind: 'station', orgId: 'st-one' },
      about: { station: 'st-one' },
      swaps: [
        [{ orgKind: 'station', orgId: 'st-two' }, { station: 'st-two' }],
        [{ orgKind: 'town', orgId: 't-east' }, { town: 't-east' }],
        [{ orgKind: 'town', orgId: 't-west' }, { town: 't-west' }],
        [{ orgKind: 'district', orgId: 'quiet' }, {}],
      ],
    },
  ],
  'people.inviteStaff': [
    {
      input: { orgKind: 'station', orgId: 'st-one', role: 'clerk' },
      about: { station: 'st-one' },
      swaps: [
        [{ orgKind: 'station', orgId: 'st-two', role: 'clerk' }, { station: 'st-two' }],
        [
          { orgKind: 'town', orgId: 't-east', role: 'volunteer', helperKind: 'neighbour' },
          { town: 't-east' },
        ],
        [
          { orgKind: 'town', orgId: 't-west', role: 'volunteer', helperKind: 'neighbour' },
          { town: 't-west' },
        ],
        [{ orgKind: 'district', orgId: 'quiet', role: 'supervisor' }, {}],
      ],
    },
  ],
  'people.advance': [ofMembership({ act: 'suspend' })],
  'people.certify': [ofMembership({ certificate })],
  'people.log': [ofElder()],
  'people.consents': [{ input: {}, about: {} }],
  'people.consentsOf': [ofElder()],
  'people.consent': [
    ofElder({ agreed: { purpose: 'health', version: 'health-2026-11' }, isGiven: false, paper }),
  ],
  'people.copy': [ofElder({ part: 'person', reason: '她要一份' })],
  'people.erase': [{ ...ofElder({ paper }), scene: { mealOrders: [] } }],
  'people.leave': [{ input: {}, about: {}, but: { 'o-wang': 'OWN_ELDER' } }],
  'people.roster': [
    {
      input: { stationId: 'st-one', reason: '核对' },
      about: { station: 'st-one' },
      swaps: [[{ stationId: 'st-two', reason: '核对' }, { station: 'st-two' }]],
    },
  ],
  // Nobody may know the code of somebody else's telephone number, and this one is nobody's.
  'people.phone': [{ input: { code: 'nobodys' }, about: {}, but: everybody('PHONE_CODE_REFUSED') }],
  'stations.nearby': [{ input: here, about: {} }],
  'stations.show': [{ input: { stationId: 'st-one' }, about: {} }],
  'meals.sittings': [{ input: { stationId: 'st-one', date: TOMORROW }, about: {} }],
  'meals.quote': [{ input: meal, about: wangs, swaps: mealSwaps }],
  'meals.book': [{ input: meal, about: wangs, scene: empty, swaps: mealSwaps }],
  'meals.bookFor': [
    {
      input: { ...meal, channel: 'phone' },
      about: wangs,
      scene: empty,
      swaps: mealSwaps?.map(([input, about]) => [{ ...input, channel: 'phone' }, about]),
    },
  ],
  'meals.cancel': [{ input: { orderId: order.id }, about: wangs, swaps: orderSwap() }],
  'meals.confirm': [{ input: { orderId: order.id }, about: wangs, swaps: orderSwap() }],
  'meals.refuse': [
    { input: { orderId: order.id, reason: '停电' }, about: wangs, swaps: orderSwap({ reason: '停电' }) },
  ],
  'meals.mine': [
    { input: {}, about: {} },
    { input: { elderId: 'e-wang' }, about: wangs, who: view, swaps: [[{ elderId: 'e-chen' }, chens]] },
  ],
  'meals.queue': [
    {
      input: { stationId: 'st-one', date: TOMORROW },
      about: { station: 'st-one' },
      swaps: [[{ stationId: 'st-two', date: TOMORROW }, { station: 'st-two' }]],
    },
  ],
  'meals.waiting': [
    {
      input: { stationId: 'st-one' },
      about: { station: 'st-one' },
      swaps: [[{ stationId: 'st-two' }, { station: 'st-two' }]],
    },
  ],
  'visits.request': [{ input: wish, about: wangs, swaps: [[{ ...wish, elderId: 'e-chen' }, chens]] }],
  'visits.cancel': [visitRow('open')],
  'visits.mine': [
    { input: {}, about: {} },
    { input: { elderId: 'e-wang' }, about: wangs, who: view, swaps: [[{ elderId: 'e-chen' }, chens]] },
  ],
  // The queue names nobody: every clerk and coordinator of the district has one.
  'visits.queue': [{ input: {}, about: wangs, orAbout: chens }],
  'visits.claim': [visitRow('open')],
  'visits.arrive': [visitRow('claimed')],
  'visits.release': [visitRow('claimed')],
  'visits.report': [visitRow('claimed', { outcome: 'well' })],
  'visits.close': [visitRow('reported')],
}

const cells = Object.entries(rows).flatMap(([name, list]) =>
  list.flatMap(({ input, about, orAbout = {}, swaps = [], who, but = {}, scene: own }) =>
    [[input, about] as const, ...swaps].map(([sent, then]) => ({
      name,
      sent,
      then,
      orAbout,
      who,
      but,
      own,
    })),
  ),
)

let cloud: TestCloud
beforeAll(async () => {
  cloud = await aCloud()
})
afterAll(() => cloud.close())

it('has a row for every action of every contract', () => {
  expect(Object.keys(rows).sort()).toEqual(Object.keys(actions).sort())
})

describe.each(cells)('$name with $sent', ({ name, sent, then, orAbout, who, but, own }) => {
  const allowedTo = who ?? actions[name]?.who ?? []

  it.each(Object.keys(persons))('answers %s as its contract says', async (person) => {
    await cloud.restock(aNeighbourhood({ ...scene, ...own }))
    const before = await everything()
    const tokens = persons[person] ?? (() => [])
    const is: Who[] = ['anyone', ...tokens(then), ...tokens(orAbout)]
    const code = codeOf(await cloud.as(person).call(name as `${string}.${string}`, sent))

    if (allowedTo.some((one) => is.includes(one))) {
      expect(code).toBe(but[person] ?? 'accepted')
    } else {
      expect(code).toBe('FORBIDDEN')
      expect(await everything()).toEqual(before)
    }
  })

  it('answers somebody who is not signed in as its contract says', async () => {
    await cloud.restock(aNeighbourhood({ ...scene, ...own }))
    const code = codeOf(await cloud.as(null).call(name as `${string}.${string}`, sent))
    const isOpen = actions[name]?.who.includes('anyone')
    expect(code).toBe(isOpen ? (who ? 'FORBIDDEN' : 'accepted') : 'NOT_SIGNED_IN')
  })
})

const everything = () => cloud.emulator.engine.dump()

function when(is: boolean, ...who: Who[]): Who[] {
  return is ? who : []
}
