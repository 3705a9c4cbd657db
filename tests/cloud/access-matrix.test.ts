import type { VisitRecord } from '../../cloudfunctions/_domain/visits/records'
import { sealedAs } from '../../cloudfunctions/_shell/sealed-parts'
import { personOf, seal } from '../../cloudfunctions/_shell/secrets'
import type { Action, Who } from '../../types/contract'
import { membershipId, relationId } from '../../types/ids'
import {
  aFlag,
  aMember,
  aMismatchNight,
  anAccount,
  anApplication,
  anElderAccount,
  anInvitation,
  anOrder,
  anUpload,
  aPhoto,
  aRelation,
  aRelative,
  aSitting,
  aStation,
  aVisit,
  DISTRICT,
  idNumberOf,
  LUNCH,
  NOW,
  TODAY,
  TOMORROW,
} from '../domain/builders'
import { aMenu } from '../domain/meals/planning/a-plan'
import { everyAction } from '../every-action'
import { aCloud, codeOf, type Stock, type TestCloud } from './a-cloud'
import { aDishPhoto, aKitchensDay, day, nextWeek, steamed, WEEK, week } from './a-kitchen'
import { aNeighbourhood, chen, wang } from './neighbourhood'
import { writing } from './plan-wish'
import { CHENS_PAIR, joinedTwice, PAIR, registeredTwice, TOWNS_PAIR } from './registered-twice'
import { afterTheFirst, policyText } from './writing-actions'

/** Whom a call is about, as the test knows it; nothing here is computed by the code under test. */
interface About {
  elder?: 'e-wang' | 'e-chen'
  station?: 'st-one' | 'st-two'
  kitchen?: 'k-one' | 'k-own'
  town?: 't-east' | 't-west'
  /** The one that everybody belongs to, unless said. */
  district?: 'quiet' | 'other'
  helper?: string
  asker?: string
  /** Whose relation it is. */
  relative?: string
  /** Of a visit: whether it was passed on to the supervisors. */
  isSupervised?: boolean
}

const actions: Record<string, Action> = Object.fromEntries(everyAction)

/** What each person is, towards whom. */
const persons: Record<string, (about: About) => Who[]> = {
  nobody: () => ['signedIn'],
  'o-wang': ({ elder }) => ['signedIn', ...when(elder === 'e-wang', 'elder')],
  'o-lent': ({ elder, asker = 'o-lent' }) => [
    'signedIn',
    ...when(elder === 'e-chen' && asker === 'o-lent', 'joinedPhone'),
  ],
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
  'o-kitchen': ({ kitchen }) => ['signedIn', ...when(kitchen === 'k-one', 'kitchen')],
  'o-own-cook': ({ kitchen }) => ['signedIn', ...when(kitchen === 'k-own', 'kitchen')],
  'o-volunteer': ({ helper }) => ['signedIn', 'volunteer', ...when(helper === 'o-volunteer', 'assigned')],
  'o-second': ({ helper }) => ['signedIn', 'volunteer', ...when(helper === 'o-second', 'assigned')],
  'o-suspended': () => ['signedIn'],
  'o-coordinator': ({ town }) => ['signedIn', ...when(town === 't-east', 'coordinator')],
  'o-other-coordinator': ({ town }) => ['signedIn', ...when(town === 't-west', 'coordinator')],
  'o-supervisor': ({ district = 'quiet', isSupervised = true }) => [
    'signedIn',
    ...when(district === 'quiet' && isSupervised, 'supervisor'),
  ],
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
const chensOrder = `${otherSitting}_e-chen`
const empty: Stock = { mealOrders: [] }
const wangs: About = { elder: 'e-wang', station: 'st-one', town: 't-east' }
/** A kitchen that feeds many, and the first station's own. */
const manyTables: About = { kitchen: 'k-one' }
const ownKitchen: About = { kitchen: 'k-own', station: 'st-one' }
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
const orderSwap = (extra: object = {}): Row['swaps'] => [[{ orderId: chensOrder, ...extra }, chens]]

type VisitState = 'open' | 'claimed' | 'reported'
const visitPair = (state: VisitState, own: Partial<VisitRecord> = {}): Stock => {
  const helper = (openid: string) =>
    state === 'open' ? null : { openid, name: '某人', kind: 'partyMember' as const }
  return {
    visits: [
      aVisit({ ...own, id: 'v-1', state, helper: helper('o-volunteer') }),
      aVisit({
        ...own,
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
  about: {
    ...{ ...wangs, asker: 'o-daughter', isSupervised: false },
    ...(state !== 'open' && { helper: 'o-volunteer' }),
  },
  scene: visitPair(state),
  swaps: [
    [
      { visitId: 'v-2', ...extra },
      {
        ...{ ...chens, asker: 'o-stranger', isSupervised: false },
        ...(state !== 'open' && { helper: 'o-second' }),
      },
    ],
  ],
})
/** The same, once it is urgent, late and passed on to the supervisors. */
const passedOnRow = (extra: object = {}): Row => {
  const { swaps: _, ...row } = visitRow('claimed', extra)
  const about = { ...row.about, isSupervised: true }
  return { ...row, about, scene: visitPair('claimed', { urgency: 'urgent', lateTold: 'supervisor' }) }
}
const view: Who[] = ['elder', 'joinedPhone', 'family:view']
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
/** Two id numbers, each with which two elders of one station were registered. */
const sharedNumbers: Stock = {
  elders: [wang, chen].map((elder) => ({
    ...elder,
    idNumber: { sealed: 'sealed', tail: '002X', digest: `digest-of-${elder.id}` },
  })),
  identities: [wang, chen].map(({ id, district, stationId }) => ({
    ...{ id: `digest-of-${id}`, district, elderId: id, since: NOW.toISOString() },
    claims: [id, 'e-other'].map((elderId) => ({ elderId, stationId })),
  })),
}
const sealedNumber = (elderId: string) =>
  seal(idNumberOf('1950-02-03', 'female'), sealedAs(elderId, 'idNumber'))
/** The same, each given to the one that the call is about: the other has none, and could have it again. */
const settledNumbers: Stock = {
  elders: [
    ...[wang, chen].map((elder) => ({
      ...elder,
      idNumber: { sealed: sealedNumber(elder.id), tail: '002X', digest: `digest-of-${elder.id}` },
    })),
    ...[wang, chen].map((elder) => ({
      ...elder,
      id: `${elder.id}2`,
      code: '99999999',
      openid: null,
      circle: [],
    })),
  ],
  identities: [wang, chen].map(({ id, district, stationId }) => ({
    ...{ id: `digest-of-${id}`, district, elderId: id },
    settled: {
      ...{ at: NOW.toISOString(), holderId: id },
      claims: [id, `${id}2`].map((elderId) => ({ elderId, stationId })),
      before: [id, `${id}2`].map((elderId) => ({ elderId, verifiedBy: null })),
    },
  })),
}
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
    [{ membershipId: membershipId('k-one', 'kitchen', personOf('o-kitchen')), ...extra }, manyTables],
    [{ membershipId: membershipId('k-own', 'kitchen', personOf('o-own-cook')), ...extra }, ownKitchen],
  ],
})
const newHome = { building: '黄河路 3 号', room: null, place: null }
const todayAt = (station: string, elderId: string, own: object) =>
  anOrder({
    id: `${station}_${TODAY}_lunch_${elderId}`,
    sittingId: `${station}_${TODAY}_lunch`,
    stationId: station,
    date: TODAY,
    startsAt: NOW.toISOString(),
    elderId,
    ...own,
  })
const ofTodays = (extra: object, own: object): Row => ({
  input: { orderId: `st-one_${TODAY}_lunch_e-wang`, ...extra },
  about: wangs,
  scene: { mealOrders: [todayAt('st-one', 'e-wang', own), todayAt('st-two', 'e-chen', own)] },
  swaps: [[{ orderId: `st-two_${TODAY}_lunch_e-chen`, ...extra }, chens]],
})

/** The same application of both, each looked at by the coordinator of their town. */
const applications = (own: object, isTaken = false): Stock => {
  const taken = (openid: string) => (isTaken ? { reviewer: '某人', reviewerPerson: personOf(openid) } : {})
  return {
    applications: [
      anApplication({ ...own, ...taken('o-coordinator') }),
      anApplication({
        ...own,
        ...taken('o-other-coordinator'),
        id: 'e-chen_basicCareRecipient',
        elderId: 'e-chen',
        stationId: 'st-two',
        townId: 't-west',
        applicants: [personOf('o-stranger')],
      }),
    ],
  }
}
const ofApplication = (scene: Stock, extra: object = {}): Row => ({
  input: { applicationId: 'e-wang_basicCareRecipient', ...extra },
  about: wangs,
  scene,
  swaps: [[{ applicationId: 'e-chen_basicCareRecipient', ...extra }, chens]],
})
const applying = { category: 'basicCareRecipient', documents: [] }
const photo = (elderId: string, own: object = {}) => ({
  ...ofElder({ ...applying, documents: [{ ...aPhoto(elderId), label: '身份证', ...own }] }),
  but: everybody('DOCUMENT_MISSING'),
})
/** Of everybody who may apply for Wang, each with a photo that they took of another elder's paper. */
const othersPhotos: Stock = {
  uploads: [anUpload({ elderId: 'e-none', path: aPhoto('e-none').path })],
  photos: [{ path: aPhoto('e-none').path, openid: 'o-daughter' }],
}
const ofStation = (extra: object = {}): Row => ({
  input: { stationId: 'st-one', ...extra },
  about: { station: 'st-one' },
  swaps: [[{ stationId: 'st-two', ...extra }, { station: 'st-two' }]],
})
const ofDistrict = (extra: object = {}): Row => ({
  input: { district: 'quiet', ...extra },
  about: {},
  swaps: [[{ district: 'other', ...extra }, { district: 'other' }]],
})
const elsewhere: Stock = {
  stations: [aStation(), aStation({ id: 'st-far', district: 'other', operatorId: 'op-far' })],
}
const flagOf = (station: 'st-one' | 'st-two', own: object = {}) =>
  aFlag({ id: `${station}-flag`, stationId: station, ...own })

/** The same of a kitchen that feeds many, and of the first station's own; both have written this week down. */
const ofKitchens = (inputFor: (kitchenId: string) => object): Row => ({
  input: inputFor('k-one'),
  about: manyTables,
  scene: { ...aKitchensDay(), menus: ['k-one', 'k-own'].map((kitchenId) => aMenu(WEEK, { kitchenId })) },
  swaps: [[inputFor('k-own'), ownKitchen]],
})

const everybody = (code: string) => Object.fromEntries(Object.keys(persons).map((person) => [person, code]))

/** Whoever is an elder already. */
const isOneAlready = { 'o-wang': 'OWN_ELDER', 'o-lent': 'OWN_ELDER' }

/** Pairs of each station, and one of two stations of a town. */
const ofPairs = (extra: object = {}, chensExtra: object = extra, scene: Stock = registeredTwice()): Row[] => [
  {
    input: { pairId: PAIR, ...extra },
    about: { station: 'st-one' },
    scene,
    swaps: [
      [{ pairId: CHENS_PAIR, ...chensExtra }, { station: 'st-two' }],
      [{ pairId: TOWNS_PAIR, ...extra }, { town: 't-east' }],
    ],
  },
]

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
    { input: { elder: newElder, stationId: 'st-one', agreed }, about: {}, but: isOneAlready },
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
  'people.setAbsences': [ofElder({ absences: [{ kind: 'away', from: TODAY, to: null }] })],
  'people.recordDeath': [ofElder({ on: TODAY, reason: '家属来说的' })],
  'people.undoDeath': [ofElder({ reason: '记成了别人' })],
  'people.move': [
    {
      input: { elderId: 'e-wang', stationId: 'st-two', from: TODAY, ...newHome },
      about: wangs,
      swaps: [[{ elderId: 'e-chen', stationId: 'st-one', from: TODAY, ...newHome }, chens]],
    },
    {
      input: { elderId: 'e-wang', stationId: 'st-far', from: TODAY, ...newHome },
      about: wangs,
      scene: elsewhere,
      but: everybody('NOT_FOUND'),
    },
  ],
  'people.reveal': [ofElder({ field: 'address', reason: '送餐' })],
  'people.card': [ofElder()],
  'people.renewCard': [
    {
      ...ofElder(),
      input: { elderId: 'e-wang', code: '12345678' },
      swaps: [[{ elderId: 'e-chen', code: '23456789' }, chens]],
    },
  ],
  'people.sharedNumbers': [
    {
      input: { stationId: 'st-one' },
      about: { station: 'st-one' },
      swaps: [[{ stationId: 'st-two' }, { station: 'st-two' }]],
    },
  ],
  'people.settleNumber': [{ ...ofElder({ reason: '看了身份证' }), scene: sharedNumbers }],
  'people.undoSettling': [{ ...ofElder(), scene: settledNumbers }],
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
  'people.declineRest': [ofElder({ until: NOW.toISOString(), paper })],
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
        [{ orgKind: 'kitchen', orgId: 'k-one' }, manyTables],
        [{ orgKind: 'kitchen', orgId: 'k-own' }, ownKitchen],
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
        [{ orgKind: 'kitchen', orgId: 'k-one', role: 'kitchen' }, manyTables],
        [{ orgKind: 'kitchen', orgId: 'k-own', role: 'kitchen' }, ownKitchen],
      ],
    },
  ],
  'people.advance': [ofMembership({ act: 'suspend' })],
  'people.certify': [ofMembership({ certificate })],
  'people.log': [ofElder()],
  'people.consents': [{ input: {}, about: {} }],
  'people.consentsOf': [ofElder()],
  'people.consent': [
    ofElder({ agreed: { purpose: 'health', version: 'health-2026-12' }, isGiven: false, paper }),
  ],
  'people.copy': [ofElder({ part: 'person', reason: '她要一份' })],
  'people.erase': [{ ...ofElder({ paper }), scene: { mealOrders: [] } }],
  'people.seen': [{ input: { noticeIds: ['m-1'] }, about: {} }],
  'people.granted': [{ input: { about: ['meal', 'visit'], key: 'one-tap-1' }, about: {} }],
  'people.startFrom': [{ input: { place: { lng: 120.6, lat: 31.3 } }, about: wangs }],
  'people.leave': [{ input: {}, about: {}, but: isOneAlready }],
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
  'stations.find': [{ input: { text: '一号' }, about: {} }],
  'stations.districts': [{ input: {}, about: {} }],
  'stations.show': [{ input: { stationId: 'st-one' }, about: {} }],
  'meals.sittings': [{ input: { stationId: 'st-one', date: TOMORROW }, about: {} }],
  'meals.clashes': [
    {
      input: { stationId: 'st-one', date: TOMORROW, elderId: 'e-wang' },
      about: { elder: 'e-wang', station: 'st-one' },
      swaps: [
        [
          { stationId: 'st-one', date: TOMORROW, elderId: 'e-chen' },
          { elder: 'e-chen', station: 'st-one' },
        ],
        [
          { stationId: 'st-two', date: TOMORROW, elderId: 'e-wang' },
          { elder: 'e-wang', station: 'st-two' },
        ],
      ],
    },
  ],
  'meals.bookedFor': [
    {
      input: { stationId: 'st-one', date: TOMORROW, elderId: 'e-wang' },
      about: { station: 'st-one' },
      swaps: [[{ stationId: 'st-two', date: TOMORROW, elderId: 'e-wang' }, { station: 'st-two' }]],
    },
  ],
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
  'meals.confirmMany': [
    {
      input: { orderIds: [order.id] },
      about: wangs,
      swaps: [
        [{ orderIds: [chensOrder] }, chens],
        [{ orderIds: [order.id, chensOrder] }, { elder: 'e-chen' }], // of two stations: nobody is a clerk of both
        [{ orderIds: [chensOrder, order.id] }, { elder: 'e-chen' }],
      ],
    },
  ],
  'meals.refuse': [
    { input: { orderId: order.id, reason: '停电' }, about: wangs, swaps: orderSwap({ reason: '停电' }) },
  ],
  'meals.toldDishes': [
    {
      input: { orderId: order.id, kitchenRev: null },
      about: wangs,
      swaps: orderSwap({ kitchenRev: null }),
    },
  ],
  'meals.agreeTime': [
    {
      input: { orderId: order.id, startsAt: '2026-11-22T03:30:00.000Z' },
      about: wangs,
      swaps: orderSwap({ startsAt: '2026-11-22T03:30:00.000Z' }),
    },
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
  'meals.findEaters': [
    {
      input: { stationId: 'st-one', date: TOMORROW, text: 'wang' },
      about: { station: 'st-one' },
      swaps: [[{ stationId: 'st-two', date: TOMORROW, text: 'wang' }, { station: 'st-two' }]],
    },
  ],
  'meals.orderDays': [
    {
      input: { stationId: 'st-one' },
      about: { station: 'st-one' },
      swaps: [[{ stationId: 'st-two' }, { station: 'st-two' }]],
    },
  ],
  'meals.switchMode': [
    { input: { orderId: order.id, mode: 'takeAway' }, about: wangs, swaps: orderSwap({ mode: 'takeAway' }) },
  ],
  'meals.changeSet': [
    { input: { orderId: order.id, setId: 'greens' }, about: wangs, swaps: orderSwap({ setId: 'greens' }) },
  ],
  'meals.serve': [ofTodays({}, { state: 'confirmed' })],
  'meals.unserve': [ofTodays({ reason: '点错了人' }, { state: 'served' })],
  'meals.ring': [ofTodays({}, { state: 'confirmed', mode: 'delivery' })],
  // The list names nobody: everybody has the kitchens that they write for.
  'meals.kitchens': [{ input: {}, about: manyTables, orAbout: ownKitchen }],
  'meals.menu': [ofKitchens((kitchenId) => ({ ...week, kitchenId }))],
  'meals.saveMenu': [ofKitchens((kitchenId) => ({ ...nextWeek, kitchenId, rev: 0, dishes: [] }))],
  'meals.startDishPhoto': [ofKitchens((kitchenId) => ({ kitchenId }))],
  'meals.keepDishPhoto': [
    {
      ...ofKitchens((kitchenId) => ({ kitchenId, ...aDishPhoto(kitchenId) })),
      but: everybody('DOCUMENT_MISSING'),
    },
  ],
  'meals.copyMenu': [ofKitchens((kitchenId) => ({ ...nextWeek, kitchenId, from: WEEK, rev: 0 }))],
  'meals.publishMenu': [ofKitchens((kitchenId) => ({ ...week, kitchenId, rev: 1 }))],
  'meals.setSoldOut': [
    ofKitchens((kitchenId) => ({ ...day, kitchenId, setId: 'fish-set', isSoldOut: true })),
  ],
  'meals.whoOrdered': [ofKitchens((kitchenId) => ({ ...day, kitchenId, setId: 'fish-set' }))],
  'meals.changeOrderedSet': [
    ofKitchens((kitchenId) => ({
      ...{ ...day, kitchenId, setId: 'fish-set', becomes: steamed, rev: 1, reason: '鱼没到' },
      count: kitchenId === 'k-own' ? 0 : 1,
    })),
  ],
  'meals.plans': [ofStation({ slot: 'lunch' })],
  'meals.tryPlan': [ofStation({ change: writing({ from: '2026-12-01' }), seen: null })],
  'meals.changePlan': [ofStation({ change: writing({ from: '2026-12-01' }), seen: null })],
  'meals.closures': [ofStation()],
  'meals.tryClosing': [ofStation({ from: TOMORROW, to: TOMORROW })],
  'meals.close': [ofStation({ from: TOMORROW, to: TOMORROW, reason: '修水管' })],
  'meals.reopen': [ofStation({ from: TOMORROW })],
  'meals.misfits': [ofStation()],
  'eligibility.districts': [{ input: {}, about: {} }],
  'eligibility.ask': [{ input: { district: 'quiet', age: 82 }, about: {} }],
  'eligibility.entitlements': [ofElder()],
  'eligibility.isHeld': [ofElder({ category: 'basicCareRecipient' })],
  'eligibility.startDocument': [ofElder()],
  'eligibility.apply': [
    { ...ofElder(applying), scene: applications({ state: 'returned' }) },
    { ...photo('e-chen'), scene: othersPhotos },
    { ...photo('e-none'), scene: othersPhotos },
    {
      ...photo('e-none', { path: aPhoto('e-wang').path }),
      scene: { ...othersPhotos, uploads: [anUpload({ openid: 'o-nobody' })] },
    },
  ],
  'eligibility.withdraw': [ofApplication(applications({}))],
  'eligibility.applications': [ofElder()],
  'eligibility.application': [ofApplication(applications({}))],
  // The lists name nobody: a coordinator has the town's, a supervisor the district's.
  'eligibility.reviews': [{ input: { state: 'submitted' }, about: wangs, orAbout: chens }],
  'eligibility.documents': [
    {
      ...ofApplication(applications({ state: 'inReview' }, true)),
      but: { 'o-supervisor': 'WRONG_STATE' },
    },
  ],
  'eligibility.take': [ofApplication(applications({}))],
  'eligibility.decide': [
    {
      ...ofApplication(applications({ state: 'inReview' }, true), { verdict: 'approve' }),
      but: { 'o-supervisor': 'WRONG_STATE' },
    },
  ],
  'eligibility.policies': [ofDistrict()],
  'eligibility.readPolicy': [ofDistrict({ text: policyText('2027-01-01') })],
  'eligibility.savePolicy': [ofDistrict({ text: policyText('2027-01-01'), between: afterTheFirst })],
  'supervision.operators': [ofDistrict()],
  'supervision.settlement': [
    ofDistrict({ operatorId: 'op-one', month: '2026-11' }),
    {
      ...ofDistrict({ operatorId: 'op-far', month: '2026-11' }),
      scene: elsewhere,
      but: everybody('NOT_FOUND'),
    },
  ],
  'supervision.settlementFile': [
    ofDistrict({ operatorId: 'op-one', month: '2026-11', format: 'csv', reason: '对账' }),
    {
      ...ofDistrict({ operatorId: 'op-far', month: '2026-11', format: 'csv', reason: '对账' }),
      scene: elsewhere,
      but: everybody('NOT_FOUND'),
    },
  ],
  'supervision.sample': [ofDistrict({ operatorId: 'op-one', month: '2026-11', seed: '1' })],
  'supervision.flags': [{ input: { state: 'open' }, about: wangs, orAbout: chens }],
  'supervision.closeFlag': [
    {
      input: { flagId: 'st-one-flag', words: '问过了' },
      about: { town: 't-east' },
      scene: {
        flags: [
          flagOf('st-one'),
          flagOf('st-two', { townId: 't-west' }),
          flagOf('st-two', { id: 'far-flag', townId: 't-far', district: 'other' }),
        ],
      },
      swaps: [
        [{ flagId: 'st-two-flag', words: '问过了' }, { town: 't-west' }],
        [{ flagId: 'far-flag', words: '问过了' }, { district: 'other' }],
      ],
    },
  ],
  'supervision.mismatches': [{ input: { state: 'open' }, about: { district: DISTRICT } }],
  'supervision.closeMismatches': [
    {
      input: { nightId: 'quiet-night' },
      about: { district: DISTRICT },
      scene: {
        mismatches: [
          aMismatchNight({ id: 'quiet-night' }),
          aMismatchNight({ id: 'far-night', district: 'other' }),
        ],
      },
      swaps: [[{ nightId: 'far-night' }, { district: 'other' }]],
    },
  ],
  'visits.request': [{ input: wish, about: wangs, swaps: [[{ ...wish, elderId: 'e-chen' }, chens]] }],
  'visits.cancel': [visitRow('open')],
  'visits.mine': [
    { input: {}, about: {} },
    { input: { elderId: 'e-wang' }, about: wangs, who: view, swaps: [[{ elderId: 'e-chen' }, chens]] },
  ],
  'visits.show': [visitRow('claimed'), passedOnRow()],
  // The queue names nobody: every clerk and coordinator of the district has one.
  'visits.queue': [{ input: {}, about: wangs, orAbout: chens }],
  'visits.claim': [visitRow('open')],
  'visits.arrive': [visitRow('claimed')],
  'visits.release': [visitRow('claimed')],
  'visits.report': [visitRow('claimed', { outcome: 'well' })],
  'visits.close': [visitRow('reported', { seen: null })],
  'visits.callable': [visitRow('claimed'), passedOnRow()],
  'visits.ring': [visitRow('claimed', { whom: 'station' }), passedOnRow({ whom: 'station' })],
  'visits.emergencyFromAfar': [ofElder()],
  // The list names nobody: a clerk has the station's pairs, a coordinator those of two stations of the town.
  'people.alike': [{ input: {}, about: wangs, orAbout: chens }],
  'people.sideBySide': ofPairs(),
  'people.join': ofPairs({ staysId: 'e-wang' }, { staysId: 'e-chen' }),
  'people.setApart': ofPairs(),
  'people.undoJoin': ofPairs({}, {}, joinedTwice()),
}

const cells = Object.entries(rows).flatMap(([name, list]) =>
  list.flatMap(({ input, about, orAbout, swaps = [], who, but = {}, scene: own }) =>
    [[input, about] as const, ...swaps].map(([sent, then]) => ({
      name,
      sent,
      said: JSON.stringify(sent).slice(0, 150),
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

describe.each(cells)('$name with $said', ({ name, sent, then, orAbout, who, but, own }) => {
  const allowedTo = who ?? actions[name]?.who ?? []
  const stock = withLentPhone(aNeighbourhood({ ...scene, ...own }))

  it.each(Object.keys(persons))('answers %s as its contract says', async (person) => {
    await cloud.restock(stock)
    const before = everything()
    const tokens = persons[person] ?? (() => [])
    const is: Who[] = ['anyone', ...tokens(then), ...tokens(orAbout ?? then)]
    const code = codeOf(await cloud.as(person).call(name as `${string}.${string}`, sent))

    if (allowedTo.some((one) => is.includes(one))) {
      expect(code).toBe(but[person] ?? 'accepted')
    } else {
      const isHers = actions[name]?.who.includes('elder') && then.elder === 'e-chen'
      const isHeldBack = person === 'o-lent' && isHers
      expect(code).toBe(isHeldBack ? 'JOINED_LATELY' : 'FORBIDDEN')
      expect(everything()).toEqual(before)
    }
  })

  it('answers somebody who is not signed in as its contract says', async () => {
    await cloud.restock(stock)
    const code = codeOf(await cloud.as(null).call(name as `${string}.${string}`, sent))
    const isOpen = actions[name]?.who.includes('anyone')
    expect(code).toBe(isOpen ? (who ? 'FORBIDDEN' : 'accepted') : 'NOT_SIGNED_IN')
  })
})

describe('a list that names nobody', () => {
  const idsFor = async (openid: string, name: `${string}.${string}`, state: string) => {
    const reply = await cloud.as(openid).call(name, { state })
    return reply.ok ? (reply.data as { id: string }[]).map(({ id }) => id).sort() : reply.code
  }
  const far = { district: 'other', townId: 't-far' }

  it('holds the applications of the caller’s town, or of the district', async () => {
    const both = applications({}).applications ?? []
    await cloud.restock(
      aNeighbourhood({ applications: [...both, anApplication({ id: 'e-far_extremePoverty', ...far })] }),
    )
    const [wangs, chens] = both.map(({ id }) => id)
    expect(await idsFor('o-coordinator', 'eligibility.reviews', 'submitted')).toEqual([wangs])
    expect(await idsFor('o-other-coordinator', 'eligibility.reviews', 'submitted')).toEqual([chens])
    expect(await idsFor('o-supervisor', 'eligibility.reviews', 'submitted')).toEqual([chens, wangs])
    expect(await idsFor('o-coordinator', 'eligibility.reviews', 'approved')).toEqual([])
  })

  it('holds the flags of the caller’s town, or of the district', async () => {
    const flags = [
      flagOf('st-one'),
      flagOf('st-two', { townId: 't-west' }),
      flagOf('st-two', { id: 'far', ...far }),
    ]
    await cloud.restock(aNeighbourhood({ flags }))
    expect(await idsFor('o-coordinator', 'supervision.flags', 'open')).toEqual(['st-one-flag'])
    expect(await idsFor('o-other-coordinator', 'supervision.flags', 'open')).toEqual(['st-two-flag'])
    expect(await idsFor('o-supervisor', 'supervision.flags', 'open')).toEqual(['st-one-flag', 'st-two-flag'])
  })
})

describe('a relative who had no hand in an application', () => {
  const { id: applicationId } = anApplication()
  const others = { applications: [anApplication({ applicants: [personOf('o-wang')] })] }

  it.each(['eligibility.application', 'eligibility.withdraw'] as const)('is refused by %s', async (name) => {
    await cloud.restock(aNeighbourhood(others))
    const before = everything()
    expect(codeOf(await cloud.as('o-daughter').call(name, { applicationId }))).toBe('FORBIDDEN')
    expect(everything()).toEqual(before)
  })

  it('finds it in no list', async () => {
    await cloud.restock(aNeighbourhood(others))
    const list = (openid: string) => cloud.as(openid).call('eligibility.applications', { elderId: 'e-wang' })
    expect(await list('o-daughter')).toMatchObject({ ok: true, data: { applications: [] } })
    expect(await list('o-wang')).toMatchObject({ ok: true, data: { applications: [{ id: applicationId }] } })
  })
})

describe('a reviewer who has a part in it', () => {
  const coordinator = aMember('o-both', 'coordinator', 't-east').memberships
  const supervisor = aMember('o-both', 'supervisor', DISTRICT).memberships
  const accounts = {
    'a relative who coordinates': { ...aRelative('o-both', wang, ['view']), memberships: coordinator },
    'a guardian who supervises': {
      ...aRelative('o-both', wang, ['health'], 'guardian'),
      memberships: supervisor,
    },
    'an elder who supervises': { ...anElderAccount('o-both', wang), memberships: supervisor },
    'whoever wrote it down as a clerk': anAccount({ id: 'o-both', memberships: coordinator }),
  }
  const calls = [
    ['eligibility.take', { state: 'submitted' as const }, {}],
    ['eligibility.documents', { state: 'inReview' as const }, {}],
    ['eligibility.decide', { state: 'inReview' as const }, { verdict: 'approve' }],
    ['eligibility.decide', { state: 'inReview' as const }, { verdict: 'refuse', reason: '不符合' }],
  ] as const

  describe.each(Object.entries(accounts))('%s', (who, account) => {
    it.each(calls)('is refused by %s, and nothing is written', async (name, state, extra) => {
      const isApplicant = who.startsWith('whoever')
      const application = anApplication({
        ...state,
        reviewerPerson: personOf('o-both'),
        ...(isApplicant && { applicants: [personOf('o-both')] }),
      })
      await cloud.restock(aNeighbourhood({ accounts: [account], applications: [application] }))
      const before = everything()
      const input = { applicationId: application.id, ...extra }
      expect(codeOf(await cloud.as('o-both').call(name, input))).toBe('OWN_APPLICATION')
      expect(everything()).toEqual(before)
    })
  })
})

const everything = () => cloud.state()

/** Chen with a phone that is his only by a joining, which can be taken back for an hour. */
function withLentPhone({ accounts = [], ...stock }: Stock): Stock {
  const phoneLentUntil = new Date(NOW.getTime() + 3_600_000).toISOString()
  return { ...stock, accounts: [...accounts, anElderAccount('o-lent', { ...chen, phoneLentUntil })] }
}

function when(is: boolean, ...who: Who[]): Who[] {
  return is ? who : []
}
