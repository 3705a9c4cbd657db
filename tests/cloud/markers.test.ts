import { personOf } from '../../cloudfunctions/_shell/secrets'
import { membershipId, relationId } from '../../types/ids'
import type { MealPolicy } from '../../types/policies/meal'
import {
  aConsentLine,
  aFlag,
  aMealPolicy,
  aMismatchNight,
  anApplication,
  anAuditLine,
  anEntry,
  anInvitation,
  anOrder,
  anUpload,
  aPhoto,
  aRelation,
  aRelative,
  aSitting,
  aVisit,
  idNumberOf,
  LUNCH,
  NOW,
  TODAY,
  TOMORROW,
} from '../domain/builders'
import { aCarePolicy, anAllowance, aVoucher, aVoucherPolicy } from '../domain/policies/care/builders'
import { everyAction } from '../every-action'
import { aCloud, accepted, codeOf, type Stock, type TestCloud } from './a-cloud'
import { aDishPhoto, aKitchensDay, day, nextWeek, steamed, WEEK, week } from './a-kitchen'
import { aMarkedNeighbourhood, marks as known, marked, readings } from './marked-elder'
import { chen } from './neighbourhood'
import { writing } from './plan-wish'
import { watchQuestions } from './questions'
import { joinedTwice, PAIR, registeredTwice, TOWNS_PAIR } from './registered-twice'
import { afterTheFirst, policyText } from './writing-actions'

/** Texts about one elder that are found nowhere else. */
const marks = {
  ...known,
  idTail: `"idTail":"${marked.idNumber?.tail}"`,
  name: marked.name,
  readings,
  building: marked.building,
  note: '血压药只剩三天的',
  done: '侄女去买药了',
  words: '我是她侄女小芳',
  abilityLevel: '"has":"moderate"',
  appNote: '证件落在女儿家里',
  appLabel: '特困证正反两面',
  appMissing: '缺户口簿首页',
  appReason: '照片拍得太暗',
  photo: 'photo-of-hers-77',
  flagWords: '邻居替她领走的',
}
type Mark = keyof typeof marks

/** A layer that asks for her grade of ability. */
const forTheUnable: MealPolicy['layers'][number] = {
  layer: 'ability',
  label: '失能老人补贴',
  payer: 'district',
  meet: 'highest',
  limits: [],
  rules: [
    {
      rule: 'unable-2-a-meal',
      who: { ability: ['moderate', 'severe', 'total'] },
      amount: { byAbility: { moderate: 200, severe: 300, total: 400 } },
      limits: [],
    },
  ],
}
/** Home care and a voucher, so much a month as her grade of ability says. */
const groups = { old: { label: '老年人', who: { age: { from: 60 } } } }
const table = { matrix: [{ group: 'old', byAbility: { moderate: 600, severe: 900, total: 1200 } }] }
const byAbility = {
  ...aCarePolicy({ groups, allowances: [anAllowance('by-ability', { minutes: table })] }),
  district: marked.district,
}
const vouchers = {
  ...aVoucherPolicy({ groups, vouchers: [aVoucher('by-ability', { monthlyCap: table })] }),
  district: marked.district,
}
const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
const hers = { building: marked.building, room: marked.room, place: marked.place }
const report = { outcome: 'needsFound' as const, note: marks.note, at: NOW.toISOString() }
const settledAt = new Date(NOW.getTime() - 60_000).toISOString() // before she was found to need something else
const settlings = [{ alarm: 'emergency' as const, note: marks.done, at: settledAt, by: anOrder().placedBy }]
const asking = aRelation(marked, 'o-asker', {
  state: 'asked',
  granted: null,
  name: '小芳',
  words: marks.words,
})

const photo = aPhoto('e-wang', marks.photo)
const hersToo = {
  documents: [{ ...photo, label: marks.appLabel, at: NOW.toISOString(), by: '某人' }],
  note: marks.appNote,
}
const applications = [
  anApplication({ ...hersToo, state: 'returned', missing: [marks.appMissing], reason: marks.appReason }),
  anApplication({
    ...hersToo,
    id: 'e-wang_livingAlone',
    category: 'livingAlone',
    state: 'inReview',
    reviewer: '某人',
    reviewerPerson: personOf('o-coordinator'),
  }),
  anApplication({
    ...hersToo,
    id: 'e-wang_extremePoverty',
    category: 'extremePoverty',
  }),
]
const closed = {
  by: { name: '某人', role: 'coordinator' as const, relation: null, channel: 'app' as const },
  at: NOW.toISOString(),
  words: marks.flagWords,
}
const flags = [
  aFlag({ about: marks.awaySince }),
  aFlag({ id: 'f-died', kind: 'deceased', about: marks.diedOn, state: 'closed', closed }),
]
const eaten = `st-one_${TODAY}_lunch_e-wang`
const ofToday = {
  id: eaten,
  sittingId: `st-one_${TODAY}_lunch`,
  date: TODAY,
  startsAt: NOW.toISOString(),
  state: 'confirmed' as const,
}

const { building, room } = marked
const brought = { mode: 'delivery' as const, deliverTo: { building, room, phone: null } }

/** Somebody of the next station was registered with her number, too. */
const claimed = {
  ...{ id: marked.idNumber?.digest ?? '', district: marked.district, elderId: marked.id },
  claims: [marked, chen].map(({ id, stationId }) => ({ elderId: id, stationId })),
  since: NOW.toISOString(),
}

/** A clerk has said that it is hers. */
const settled = {
  ...{ id: claimed.id, district: marked.district, elderId: marked.id },
  settled: {
    ...{ at: NOW.toISOString(), holderId: chen.id, claims: claimed.claims },
    before: [marked, chen].map(({ id }) => ({ elderId: id, verifiedBy: null })),
  },
}

const plain = scene()
/** What people may know of her is asked once it is written down that she has died; everything else goes on while she lives. */
const dead = scene({
  elders: plain.elders?.map((elder) => (elder.id === marked.id ? { ...elder, diedOn: marks.diedOn } : elder)),
})
const herself = plain.elders?.find(({ id }) => id === marked.id)
const twice = registeredTwice(plain, herself)
const joined = joinedTwice(plain, herself)
const ofOwnKitchen = aKitchensDay('k-own')
const kitchensDay = scene({
  ...ofOwnKitchen,
  mealOrders: ofOwnKitchen.mealOrders?.map((order) => ({ ...order, ...brought })),
})
/** Nobody joins whoever has died. */
const scenes: Record<string, Stock> = {
  'people.alike': twice,
  'people.sideBySide': twice,
  'people.join': twice,
  'people.setApart': twice,
  'people.undoJoin': joined,
  'meals.menu': kitchensDay,
  'meals.whoOrdered': kitchensDay,
  'meals.changeOrderedSet': kitchensDay,
  'people.undoSettling': scene({ identities: [settled] }),
}
const sceneOf = (action: string): Stock => scenes[action] ?? (action.startsWith('people.') ? dead : plain)

function scene(own: Stock = {}): Stock {
  const { accounts = [], relations = [] } = aMarkedNeighbourhood()
  return aMarkedNeighbourhood({
    elders: aMarkedNeighbourhood().elders?.map((elder) =>
      elder.id === marked.id ? { ...elder, circle: [...elder.circle, 'o-keeper'] } : elder,
    ),
    accounts: [...accounts, aRelative('o-keeper', marked, ['view', 'order', 'health', 'log'], 'guardian')],
    relations: [...relations, aRelation(marked, 'o-keeper', { relation: 'guardian' }), asking],
    mealOrders: [anOrder(brought), anOrder({ ...ofToday, ...brought })],
    sittings: [aSitting(), aSitting({ id: ofToday.sittingId, date: TODAY })],
    policies: [aMealPolicy({ layers: [...aMealPolicy().layers, forTheUnable] }), byAbility, vouchers],
    applications,
    uploads: [anUpload({ id: marks.photo, path: photo.path })],
    photos: [{ path: photo.path, openid: 'o-daughter' }],
    flags,
    mismatches: [aMismatchNight()],
    settlementEntries: [anEntry({ id: 'entry-1' })],
    visits: [
      aVisit({ ...hers, id: 'v-open', when: TODAY, date: TODAY }),
      aVisit({ ...hers, id: 'v-mine', urgency: 'worry', state: 'claimed', helper }),
      aVisit({ ...hers, id: 'v-told', when: TODAY, state: 'reported', helper, report, settlings }),
    ],
    awaitedVisits: [
      { id: 'e-wang_now', district: marked.district, visitId: 'v-mine', at: NOW.toISOString() },
    ],
    identities: [claimed],
    invitations: [anInvitation()],
    consents: [aConsentLine()],
    auditLog: [anAuditLine()],
    ...own,
  })
}

const kitchenIds = ['k-own', 'k-one']
const applicationIds = applications.map(({ id: applicationId }) => ({ applicationId }))
const ofMonth = { district: marked.district, operatorId: 'op-one', month: '2026-11' }
const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
const paper = { how: 'paper', form: '2026-009', witness: '李站长' }
const agreed = [{ purpose: 'service', version: 'service-2026-11' }]
const newElder = { name: marks.name, idNumber: marks.idNumber, building: '某处', living: 'alone' }
const otherName = { ...newElder, name: '某甲乙' }
const sameName = {
  name: marks.name,
  birthDate: '1944-03-05',
  sex: 'female',
  building: '某处',
  living: 'alone',
}
const here = { lng: 120.6, lat: 31.3 }
const member = { memberId: relationId('e-wang', personOf('o-daughter')) }
const membership = { membershipId: membershipId('quiet', 'volunteer', personOf('o-volunteer')) }
const ofElder = (...more: object[]) =>
  (more.length > 0 ? more : [{}]).map((one) => ({ elderId: 'e-wang', ...one }))
const visit = (more: object, ...ids: string[]) => ids.map((visitId) => ({ visitId, ...more }))

/** She may be registered twice at her station, and at another one of her town. */
const pairIds = [PAIR, TOWNS_PAIR].map((pairId) => ({ pairId }))

/** Every action, as it may be called about her. */
const calls: Record<string, object[]> = {
  'people.me': [{}],
  'people.home': [{ place: here }, ...ofElder()],
  'people.find': [marks.name, '王', 'wxy', '2222', `${marks.name} 2222`, marked.code].flatMap((text) =>
    ['st-one', 'st-two'].map((stationId) => ({ stationId, text })),
  ),
  // Whoever registers reads the name that they have typed.
  'people.registerSelf': [{ elder: otherName, stationId: 'st-one', agreed }],
  'people.registerKin': [{ elder: otherName, stationId: 'st-one', relation: 'son', name: '某人' }],
  'people.registerAt': [newElder, sameName].flatMap((elder) =>
    ['st-one', 'st-two'].map((stationId) => ({ elder, stationId, agreed, paper, channel: 'counter' })),
  ),
  'people.file': ofElder(),
  'people.correct': ofElder({ changes: { living: 'couple' } }),
  'people.verify': ofElder({ identity: { hukou: 'elsewhere' }, reason: '看了户口簿' }),
  'people.reveal': ofElder(
    ...['phone', 'address', 'idNumber', 'contacts'].map((field) => ({ field, reason: '要联系' })),
  ),
  'people.card': ofElder(),
  'people.renewCard': ofElder({ code: marked.code }),
  'people.sharedNumbers': [{ stationId: 'st-one' }, { stationId: 'st-two' }],
  'people.settleNumber': ofElder({ reason: '看了身份证' }),
  'people.undoSettling': ofElder(),
  'people.ask': [
    { code: marked.code },
    { idNumber: marks.idNumber, elderName: marks.name },
    { idNumber: marks.idNumber, elderName: '王秀' },
  ].map((by) => ({ by, relation: 'relative', scopes: ['view'], name: '某人' })),
  'people.circle': ofElder(),
  'people.asked': [{ stationId: 'st-one' }, { stationId: 'st-two' }],
  'people.grant': [
    { ...member, scopes: ['view'], paper },
    { memberId: asking.id, scopes: ['view'], paper },
  ],
  'people.decline': [{ memberId: asking.id, paper }],
  'people.declineRest': ofElder({ until: NOW.toISOString(), paper }),
  'people.revoke': [{ ...member, paper }],
  'people.uninvite': ofElder({ code: '55550001' }),
  'people.invite': ofElder({ for: { kind: 'family', relation: 'son', scopes: ['view'] }, paper }),
  'people.invitation': [{ code: '55550001' }],
  'people.accept': [{ code: '55550001', name: '某人' }],
  'people.orgs': [{}],
  'people.staff': [
    { orgKind: 'station', orgId: 'st-one' },
    { orgKind: 'district', orgId: 'quiet' },
  ],
  'people.inviteStaff': [{ orgKind: 'station', orgId: 'st-one', role: 'clerk' }],
  'people.advance': [{ ...membership, act: 'suspend' }],
  'people.certify': [
    {
      ...membership,
      certificate: {
        kind: 'firstAid',
        number: 'A1',
        issuer: '红十字会',
        from: '2026-01-01',
        to: '2027-12-31',
      },
    },
  ],
  'people.log': ofElder(),
  'people.consents': [{}],
  'people.consentsOf': ofElder(),
  'people.consent': ofElder({
    agreed: { purpose: 'location', version: 'location-2026-12' },
    isGiven: false,
    paper,
  }),
  'people.copy': ofElder(
    ...['person', 'consents', 'meals', 'visits', 'log'].map((part) => ({ part, reason: '她要一份' })),
  ),
  'people.erase': ofElder({ paper }),
  'people.seen': [{ noticeIds: ['m-1'] }],
  'people.granted': [{ about: ['meal', 'visit'], key: 'one-tap-1' }],
  'people.startFrom': [{ place: { lng: 120.6, lat: 31.3 } }],
  'people.leave': [{}],
  'people.roster': [{ stationId: 'st-one', reason: '核对' }],
  'people.phone': [{ code: 'made-up' }],
  'stations.nearby': [here],
  'stations.find': [{ text: '号' }],
  'stations.districts': [{}],
  'stations.show': [{ stationId: 'st-one' }],
  'meals.sittings': [{ stationId: 'st-one', date: TOMORROW }],
  'meals.clashes': ofElder({ stationId: 'st-one', date: TOMORROW }),
  'meals.bookedFor': ofElder({ stationId: 'st-one', date: TOMORROW }),
  'meals.quote': [meal],
  'meals.book': [meal, { ...meal, setId: 'greens' }],
  'meals.bookFor': [{ ...meal, channel: 'phone' }],
  'meals.cancel': [{ orderId: `${LUNCH}_e-wang` }],
  'meals.confirm': [{ orderId: `${LUNCH}_e-wang` }],
  'meals.confirmMany': [{ orderIds: [`${LUNCH}_e-wang`] }],
  'meals.refuse': [{ orderId: `${LUNCH}_e-wang`, reason: '停电' }],
  'meals.toldDishes': [{ orderId: `${LUNCH}_e-wang`, kitchenRev: null }],
  'meals.agreeTime': [{ orderId: `${LUNCH}_e-wang`, startsAt: '2026-11-22T03:30:00.000Z' }],
  'meals.mine': [{}, ...ofElder()],
  'meals.queue': [
    { stationId: 'st-one', date: TOMORROW },
    { stationId: 'st-two', date: TOMORROW },
  ],
  'meals.orderDays': [{ stationId: 'st-one' }],
  'meals.findEaters': [{ stationId: 'st-one', date: TOMORROW, text: 'wang' }],
  'meals.switchMode': [{ orderId: `${LUNCH}_e-wang`, mode: 'delivery' }],
  'meals.changeSet': [{ orderId: `${LUNCH}_e-wang`, setId: 'greens', mode: 'delivery' }],
  'meals.serve': [{ orderId: eaten }],
  'meals.unserve': [{ orderId: eaten, reason: '点错了人' }],
  'meals.ring': [{ orderId: eaten }],
  'meals.kitchens': [{}],
  'meals.menu': kitchenIds.map((kitchenId) => ({ ...week, kitchenId })),
  'meals.saveMenu': kitchenIds.map((kitchenId) => ({ ...nextWeek, kitchenId, rev: 0, days: [] })),
  'meals.startDishPhoto': kitchenIds.map((kitchenId) => ({ kitchenId })),
  'meals.keepDishPhoto': kitchenIds.map((kitchenId) => ({ kitchenId, ...aDishPhoto(kitchenId) })),
  'meals.copyMenu': kitchenIds.map((kitchenId) => ({ ...nextWeek, kitchenId, from: WEEK, rev: 0 })),
  'meals.publishMenu': kitchenIds.map((kitchenId) => ({ ...week, kitchenId, rev: 1 })),
  'meals.setSoldOut': kitchenIds.map((kitchenId) => ({
    ...{ ...day, kitchenId, setId: 'fish-set', isSoldOut: true },
  })),
  'meals.whoOrdered': kitchenIds.map((kitchenId) => ({ ...day, kitchenId, setId: 'fish-set' })),
  'meals.changeOrderedSet': kitchenIds.map((kitchenId) => ({
    ...{ ...day, kitchenId, setId: 'fish-set', becomes: steamed, rev: 1, count: 1, reason: '鱼没到' },
  })),
  'meals.plans': [{ stationId: 'st-one', slot: 'lunch' }],
  'meals.tryPlan': [{ stationId: 'st-one', change: writing({ from: TODAY, portions: 0 }), seen: null }],
  'meals.changePlan': [{ stationId: 'st-one', change: writing({ from: TODAY, portions: 0 }), seen: null }],
  'meals.closures': [{ stationId: 'st-one' }],
  'meals.tryClosing': [{ stationId: 'st-one', from: TOMORROW, to: TOMORROW }],
  'meals.close': [{ stationId: 'st-one', from: TOMORROW, to: TOMORROW, reason: '修水管' }],
  'meals.reopen': [{ stationId: 'st-one', from: TOMORROW }],
  'meals.misfits': [{ stationId: 'st-one' }],
  'people.setAbsences': ofElder({ absences: [{ kind: 'hospital', from: marks.awaySince, to: null }] }),
  'people.recordDeath': ofElder({ on: marks.diedOn, reason: '家属来说的' }),
  'people.undoDeath': ofElder({ reason: '记成了别人' }),
  'people.move': ofElder({
    stationId: 'st-two',
    from: TODAY,
    building: marks.building,
    room: null,
    place: null,
  }),
  'eligibility.districts': [{}],
  'eligibility.ask': [{ district: marked.district, age: 82, categories: [], ability: 'severe' }],
  'eligibility.entitlements': ofElder(),
  'eligibility.isHeld': ofElder({ category: 'basicCareRecipient' }),
  'eligibility.startDocument': ofElder(),
  'eligibility.apply': ofElder({ category: 'basicCareRecipient', documents: [] }),
  'eligibility.withdraw': applicationIds,
  'eligibility.applications': ofElder(),
  'eligibility.application': applicationIds,
  'eligibility.reviews': applications.map(({ state }) => ({ state })),
  'eligibility.documents': applicationIds,
  'eligibility.take': applicationIds,
  'eligibility.decide': applicationIds.flatMap((one) => [
    { ...one, verdict: 'approve' },
    { ...one, verdict: 'return', missing: [marks.appMissing] },
    { ...one, verdict: 'refuse', reason: marks.appReason },
  ]),
  'eligibility.policies': [{ district: marked.district }],
  'eligibility.readPolicy': [{ district: marked.district, text: policyText('2027-01-01') }],
  'eligibility.savePolicy': [
    { district: marked.district, text: policyText('2027-01-01'), between: afterTheFirst },
  ],
  'supervision.operators': [{ district: marked.district }],
  'supervision.settlement': [ofMonth],
  'supervision.settlementFile': ['csv', 'xlsx'].map((format) => ({ ...ofMonth, format, reason: '对账' })),
  'supervision.sample': [{ ...ofMonth, seed: '1' }],
  'supervision.flags': [{ state: 'open' }, { state: 'closed' }],
  'supervision.closeFlag': flags.map(({ id: flagId }) => ({ flagId, words: '问过了' })),
  'supervision.mismatches': [{ state: 'open' }, { state: 'closed' }],
  'supervision.closeMismatches': [{ nightId: aMismatchNight().id }],
  'visits.request': ofElder(
    { urgency: 'urgent', reason: '电话没人接', when: 'now' },
    { urgency: 'hard', reason: '买药', when: TOMORROW },
  ),
  'visits.cancel': visit({}, 'v-open', 'v-mine'),
  'visits.mine': [{}, ...ofElder()],
  'visits.show': visit({}, 'v-open', 'v-mine', 'v-told'),
  'visits.queue': [{}, { show: 'reported' }],
  'visits.claim': visit({}, 'v-open', 'v-mine', 'v-told'),
  'visits.arrive': visit({}, 'v-open', 'v-mine'),
  'visits.release': visit({}, 'v-mine', 'v-told'),
  'visits.report': [
    ...visit({ outcome: 'well' }, 'v-mine'),
    ...visit({ outcome: 'needsFound', note: marks.note }, 'v-told'),
  ],
  'visits.close': visit({ done: marks.done, seen: report.at }, 'v-told'),
  'visits.callable': visit({}, 'v-open', 'v-mine', 'v-told'),
  'visits.ring': ['elder', 'contact-0', 'station'].flatMap((whom) =>
    visit({ whom }, 'v-open', 'v-mine', 'v-told'),
  ),
  'visits.emergencyFromAfar': ofElder(),
  'people.alike': [{}],
  'people.sideBySide': pairIds,
  'people.join': pairIds.map((one) => ({ ...one, staysId: 'e-wang' })),
  'people.setApart': pairIds,
  'people.undoJoin': pairIds,
}

const deciders = ['o-wang', 'o-keeper']
const kin = ['o-daughter', 'o-viewer', 'o-health', 'o-log']
const station = ['o-clerk', 'o-manager']
const family = [...deciders, ...kin]
const persons = [
  ...family,
  ...station,
  'o-asker',
  'o-stranger',
  'o-guardian', // of somebody else
  'o-other-clerk',
  'o-kitchen',
  'o-own-cook',
  'o-volunteer',
  'o-second',
  'o-suspended',
  'o-coordinator',
  'o-other-coordinator',
  'o-supervisor',
  'o-nobody',
  null,
]

/**
 * Who may read what, and where: an action, all of an area (`visits.*`), everywhere (`*`), or `told` by a message. Whatever is
 * not in here is a leak; whatever is in here and never read is a right that nobody needs.
 */
const inFull = {
  'people.reveal': [...deciders, ...station],
  'people.copy': [...deciders, ...station],
}
/** Nothing that she said is masked from herself. */
const inHerOwn = {
  'people.file': ['o-wang'],
  'people.correct': ['o-wang'],
  'people.setAbsences': ['o-wang'],
}
/** Whoever sends helpers around a town rings and finds the door, and needs no more. */
const toReach = { ...inFull, 'people.reveal': [...deciders, ...station, 'o-coordinator'] }
/** Whoever has to ring about a visit: a helper while the task is theirs, and who answers for the place. */
const whoRing = [...station, 'o-coordinator', 'o-volunteer']
/** Every action that answers with her file, to those who may read this part of it. */
const inFile = (...others: string[]) => ({
  'people.file': [...deciders, ...station, ...others],
  'people.correct': [...deciders, ...station],
  'people.setAbsences': [...deciders, ...station],
  'people.move': [...deciders, ...station],
  'people.verify': station,
  'people.recordDeath': station,
  'people.undoDeath': station,
})
const near = [...deciders, ...station, 'o-daughter']
/** What somebody applied for is read by those around her who may, and by whoever decides on it. */
const applied = {
  'eligibility.application': [...near, 'o-coordinator', 'o-supervisor'],
  'eligibility.applications': near,
  'eligibility.withdraw': near,
  'eligibility.take': ['o-coordinator', 'o-supervisor'],
  'eligibility.decide': ['o-coordinator'],
  'people.copy': [...deciders, ...station],
}
/** Two stations' pairs are the coordinator's to decide. */
const pairsOfTown = Object.fromEntries(
  ['alike', 'sideBySide', 'join', 'setApart', 'undoJoin'].map((act) => [`people.${act}`, ['o-coordinator']]),
)
const rights: Record<Mark, Record<string, readonly string[]>> = {
  idNumber: inFull,
  phone: {
    ...toReach,
    ...inHerOwn,
    'people.move': ['o-wang'],
    'visits.ring': whoRing,
    'meals.ring': station,
  },
  contactPhone: { ...inFull, ...inHerOwn, 'people.move': ['o-wang'], 'visits.ring': whoRing },
  room: {
    ...toReach,
    // Her family reads it wherever somebody goes to her door.
    'people.file': family,
    'people.correct': [...deciders, 'o-daughter'],
    'people.setAbsences': [...deciders, 'o-daughter'],
    // A helper's task is theirs from claiming to reporting.
    'visits.*': [...family, ...station, 'o-coordinator', 'o-volunteer'],
    'visits.claim': ['o-second'],
    // A meal is brought to her door.
    'meals.*': [...family, ...station],
    'people.home': family,
  },
  idTail: inFile(),
  evidence: { ...inFile(), 'people.copy': [...deciders, ...station] },
  allergy: {
    ...inFile('o-health'),
    'people.copy': [...deciders, ...station],
    'meals.clashes': [...deciders, ...station],
    'meals.quote': [...deciders, ...station],
    // Who cooks for her.
    'meals.queue': station,
  },
  abilityLevel: { 'eligibility.entitlements': [...deciders, ...station] },
  contact: {
    ...inFull,
    ...inFile(...kin),
    'people.correct': near,
    'people.setAbsences': near,
  },
  absence: {
    ...inFile('o-daughter'),
    'people.correct': near,
    'people.setAbsences': near,
    'people.copy': [...deciders, ...station],
  },
  awaySince: {
    ...inFile('o-daughter'),
    'people.correct': near,
    'people.setAbsences': near,
    'people.copy': [...deciders, ...station],
    'supervision.*': ['o-coordinator', 'o-supervisor'],
  },
  diedOn: {
    'people.file': station,
    'people.correct': station,
    'people.setAbsences': station,
    'people.move': station,
    'people.verify': station,
    'people.recordDeath': station,
    'people.find': station,
    'people.sharedNumbers': station,
    'people.roster': ['o-manager', 'o-supervisor'],
    'people.copy': [...deciders, ...station],
    'supervision.*': ['o-coordinator', 'o-supervisor'],
  },
  readings: {},
  appNote: { ...applied, 'eligibility.apply': near },
  appLabel: { ...applied, 'eligibility.apply': near, 'eligibility.documents': ['o-coordinator'] },
  appMissing: { ...applied, 'eligibility.take': [], 'eligibility.apply': near },
  appReason: { ...applied, 'eligibility.take': [] },
  photo: { 'eligibility.documents': ['o-coordinator'] },
  flagWords: { 'supervision.*': ['o-coordinator', 'o-supervisor'] },
  note: {
    'people.copy': [...deciders, ...station],
    // It speaks of her health: not for whoever may only look.
    'visits.mine': [...near.filter((one) => !station.includes(one)), 'o-health'],
    'visits.show': [...near, 'o-health', 'o-coordinator', 'o-volunteer'],
    // What a helper wrote themselves.
    'visits.queue': [...station, 'o-coordinator', 'o-volunteer'],
    'visits.report': ['o-volunteer'],
    'visits.close': [...station, 'o-coordinator'],
    'people.home': [...near.filter((one) => !station.includes(one)), 'o-health'],
  },
  done: {
    'people.home': [...near.filter((one) => !station.includes(one)), 'o-health'],
    'people.copy': [...deciders, ...station],
    // As what was found: it speaks of her health, and the helper is told no more than what they wrote.
    'visits.mine': [...near.filter((one) => !station.includes(one)), 'o-health'],
    'visits.show': [...near, 'o-health', 'o-coordinator'],
    'visits.queue': [...station, 'o-coordinator'],
    'visits.close': [...station, 'o-coordinator'],
  },
  words: {
    'people.copy': [...deciders, ...station],
    'people.circle': [...deciders, ...station],
    'people.uninvite': [...deciders, ...station],
    'people.grant': [...deciders, ...station],
    'people.decline': [...deciders, ...station],
    'people.declineRest': [...deciders, ...station],
  },
  name: {
    '*': [...family, ...station],
    'people.find': ['o-other-clerk'],
    // Somebody of their own station was registered with her number.
    'people.sharedNumbers': ['o-other-clerk'],
    'people.settleNumber': ['o-other-clerk'],
    'people.undoSettling': ['o-other-clerk'],
    'people.roster': ['o-supervisor'],
    'visits.*': ['o-coordinator'],
    'eligibility.*': ['o-coordinator', 'o-supervisor'],
    'supervision.*': ['o-coordinator', 'o-supervisor'],
    ...pairsOfTown,
    // Whoever may see what becomes of her, and whoever answers for the place.
    told: [...family, ...station, 'o-coordinator'],
  },
  building: {
    '*': [...family, ...station],
    'people.find': ['o-other-clerk'],
    'people.sharedNumbers': ['o-other-clerk'],
    'people.roster': ['o-supervisor'],
    'people.reveal': ['o-coordinator'],
    'visits.*': ['o-coordinator', 'o-volunteer', 'o-second'],
    ...pairsOfTown,
    'people.alike': [],
    // A helper who is to go at once reads which house it is, and nothing else.
    told: ['o-volunteer'],
  },
}

const placesOf = (where: string) => [where, `${where.split('.')[0]}.*`, ...(where === 'told' ? [] : ['*'])]

/** The marks in a text that this person has no right to there. */
function leaks(text: string, where: string, person: string | null): string[] {
  return Object.entries(marks).flatMap(([mark, word]) => {
    if (!text.includes(word)) return []
    const place = placesOf(where).find((one) => rights[mark as Mark][one]?.includes(person ?? ''))
    if (place) seen.add(`${mark} ${place} ${person}`)
    return place ? [] : [`${mark} ${where} ${person}`]
  })
}
const seen = new Set<string>()

const unserved = watchQuestions()
let cloud: TestCloud
const ways = ['log', 'info', 'warn', 'error', 'debug'] as const
let consoles: jest.SpyInstance[]
beforeAll(async () => {
  cloud = await aCloud()
  consoles = ways.map((way) => jest.spyOn(console, way).mockImplementation(() => {}))
})
beforeEach(() => {
  for (const one of consoles) one.mockClear()
})
afterAll(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const logged = () => JSON.stringify(consoles.flatMap((one) => one.mock.calls))
const marksIn = (text: string) =>
  Object.entries(marks).flatMap(([mark, word]) => (text.includes(word) ? [mark] : []))

it('calls every action of every contract', () => {
  const all = everyAction.map(([name]) => name)
  expect(Object.keys(calls).sort()).toEqual(all.sort())
})

describe.each(Object.entries(calls))('%s', (name, inputs) => {
  const action = name as `${string}.${string}`

  it.each(persons)('tells %s nothing that they have no right to', async (person) => {
    for (const input of inputs) {
      await cloud.restock(sceneOf(name))
      const reply = await cloud.as(person).call(action, input)
      expect(reply).not.toMatchObject({ code: 'INTERNAL' })
      expect(leaks(JSON.stringify(reply), name, person)).toEqual([])
      for (const message of cloud.emulator.gateway.outbox.messages()) {
        expect(leaks(JSON.stringify(message), 'told', message.touser)).toEqual([])
      }
    }
    expect(marksIn(logged())).toEqual([])
  })

  it('tells nothing of what was typed where it makes no sense', async () => {
    const fields = Object.keys(Object.assign({}, ...inputs))
    const wrong = (value: unknown) => Object.fromEntries(fields.map((field) => [field, value]))
    for (const word of [marks.name, `${marks.idNumber}号`]) {
      for (const input of [
        wrong(word),
        wrong({ [word]: word }),
        wrong([word]),
        { ...inputs[0], [word]: word },
        word,
      ]) {
        await cloud.restock(plain)
        const reply = await cloud.as('o-second').call(action, input)
        expect(JSON.stringify(reply)).not.toContain(word)
      }
    }
    expect(marksIn(logged())).toEqual([])
  })

  it('writes nothing of it into the log when the database does not answer', async () => {
    for (const person of ['o-wang', 'o-clerk', 'o-volunteer']) {
      for (const nth of [1, 3]) {
        await cloud.restock(plain)
        cloud.emulator.gateway.faults.set([{ kind: 'http500', nth, times: 1000 }])
        const reply = await cloud.as(person).call(action, inputs[0])
        if (!reply.ok) expect(marksIn(JSON.stringify(reply))).toEqual([])
      }
    }
    expect(marksIn(logged())).toEqual([])
  })
})

describe('the table of rights', () => {
  it('holds no right that nobody makes use of', () => {
    const unused = Object.entries(rights).flatMap(([mark, places]) =>
      Object.entries(places).flatMap(([place, holders]) =>
        holders.map((person) => `${mark} ${place} ${person}`).filter((line) => !seen.has(line)),
      ),
    )
    expect(unused).toEqual([])
  })

  it('gives those who have no part in her life nothing at all', () => {
    const outside = ['o-stranger', 'o-guardian', 'o-suspended', 'o-other-coordinator', 'o-nobody', 'o-asker']
    const holders = Object.values(rights).flatMap((places) => Object.values(places).flat())
    expect(holders.filter((person) => outside.includes(person))).toEqual([])
  })
})

describe('a helper', () => {
  type Seen = Record<string, unknown>
  const as = async (openid: string, action: `${string}.${string}`, input: object = {}) =>
    JSON.stringify(accepted(await cloud.as(openid).call(action, input)))
  const reads = (text: string) => marksIn(text).sort()
  beforeEach(() => cloud.restock(scene({ visits: [aVisit(hers)], awaitedVisits: [] })))

  it('knows a polite name and a building until the task is theirs, all of the address while it is, and then nothing', async () => {
    for (const openid of ['o-volunteer', 'o-second']) {
      const { visits } = accepted<{ visits: Seen[] }>(await cloud.as(openid).call('visits.queue'))
      const [door] = visits
      expect(door).toMatchObject({ elderName: '王奶奶', address: marks.building })
      expect(reads(JSON.stringify(door))).toEqual(['building'])
    }
    expect(reads(await as('o-volunteer', 'visits.claim', { visitId: 'v-1' }))).toEqual(['building', 'room'])
    expect(reads(await as('o-volunteer', 'visits.queue'))).toEqual(['building', 'room'])
    expect(reads(await as('o-second', 'visits.queue'))).toEqual([])
    expect(reads(await as('o-volunteer', 'visits.arrive', { visitId: 'v-1' }))).toEqual(['building', 'room'])
    const found = { visitId: 'v-1', outcome: 'needsFound', note: '药吃完了' }
    expect(reads(await as('o-volunteer', 'visits.report', found))).toEqual(['building'])
    expect(reads(await as('o-volunteer', 'visits.report', found))).toEqual(['building'])
    expect(reads(await as('o-volunteer', 'visits.queue'))).toEqual(['building'])
    expect(reads(await as('o-second', 'visits.queue'))).toEqual([])
  })

  it('knows no more than anybody else after giving a task back', async () => {
    await as('o-volunteer', 'visits.claim', { visitId: 'v-1' })
    expect(reads(await as('o-volunteer', 'visits.release', { visitId: 'v-1' }))).toEqual(['building'])
    expect(reads(await as('o-volunteer', 'visits.queue'))).toEqual(['building'])
    await as('o-second', 'visits.claim', { visitId: 'v-1' })
    expect(reads(await as('o-volunteer', 'visits.queue'))).toEqual([])
    expect(reads(await as('o-second', 'visits.queue'))).toEqual(['building', 'room'])
  })

  it('who is suspended with a task in hand sees nothing of it any more', async () => {
    const task = aVisit({ ...hers, state: 'claimed', helper: { ...helper, openid: 'o-suspended' } })
    const withTask = scene({ visits: [task], awaitedVisits: [] })
    for (const [name, inputs] of Object.entries(calls)) {
      for (const input of inputs) {
        await cloud.restock(withTask) // whoever has accepted an invitation may look
        const own = 'visitId' in input ? { ...input, visitId: 'v-1' } : input
        const reply = await cloud.as('o-suspended').call(name as `${string}.${string}`, own)
        expect(marksIn(JSON.stringify(reply))).toEqual([])
        if (name.startsWith('visits.') && name !== 'visits.mine') expect(codeOf(reply)).toBe('FORBIDDEN')
      }
    }
  })

  it('is told of a visit that becomes urgent without her name or her room', async () => {
    await cloud.restock(plain)
    const wish = { elderId: 'e-wang', urgency: 'urgent', reason: '电话没人接', when: 'now' }
    accepted(await cloud.as('o-daughter').call('visits.request', wish))
    const message = cloud.emulator.gateway.outbox.messages().find(({ touser }) => touser === 'o-volunteer')
    expect(message).toMatchObject({ data: { thing1: { value: marks.building } } })
    expect(reads(JSON.stringify(message))).toEqual(['building'])
  })
})

describe('a list for clerks', () => {
  it('of elders who are found shows no room and no number', async () => {
    await cloud.restock(plain)
    const input = { stationId: 'st-one', text: '王' }
    const { elders } = accepted<{ elders: object[] }>(await cloud.as('o-clerk').call('people.find', input))
    const [found] = elders
    expect(Object.keys(found ?? {}).sort()).toEqual(
      [
        'age',
        'building',
        'diedOn',
        'id',
        'isOwn',
        'isUnseen',
        'name',
        'phoneTail',
        'state',
        'stationName',
      ].sort(),
    )
    expect(marksIn(JSON.stringify(found)).sort()).toEqual(['building', 'name'])
  })

  it('of asks that wait masks the elder’s name', async () => {
    const waiting = aRelation(chen, 'o-asker', { state: 'asked', granted: null, words: '我是侄子' })
    await cloud.restock(scene({ relations: [waiting] }))
    const { asks: asked } = accepted<{ asks: object[] }>(
      await cloud.as('o-other-clerk').call('people.asked', { stationId: 'st-two' }),
    )
    expect(asked).toMatchObject([{ elderName: '陈*国', member: { words: '我是侄子' } }])
    expect(JSON.stringify(asked)).not.toContain(chen.name)
  })
})

describe('eligibility.entitlements', () => {
  const asGraded = async (openid: string, grade: number) => {
    const ability = { grade, assessor: '孙评估', on: '2025-05-06' }
    await cloud.restock(scene({ elders: [{ ...marked, ability }] }))
    return accepted(await cloud.as(openid).call('eligibility.entitlements', { elderId: 'e-wang' }))
  }

  it('says what a relative without the scope health may know: whether, and never how unable', async () => {
    const told = await asGraded('o-daughter', 2)
    expect(await asGraded('o-daughter', 3)).toEqual(told)
    expect(await asGraded('o-daughter', 4)).toEqual(told)
    expect(JSON.stringify(told)).toContain('by-ability')
  })

  it('tells her and her guardian the minutes of her grade', async () => {
    for (const openid of ['o-wang', 'o-keeper']) {
      expect(await asGraded(openid, 2)).toMatchObject({
        answers: expect.arrayContaining([
          expect.objectContaining({ gives: expect.objectContaining({ kind: 'care', minutes: 600 }) }),
          expect.objectContaining({ gives: expect.objectContaining({ kind: 'voucher', monthlyCap: 600 }) }),
        ]),
      })
    }
  })
})

describe('the file of a settlement', () => {
  it.each(['csv', 'xlsx'])(
    'names nobody in full as %s, and its address cannot be guessed',
    async (format) => {
      await cloud.restock(plain)
      const input = { ...ofMonth, format, reason: '对账' }
      const { link } = accepted<{ link: string }>(
        await cloud.as('o-supervisor').call('supervision.settlementFile', input),
      )
      const content = Buffer.from(await (await fetch(link)).arrayBuffer()).toString()
      expect(content.length).toBeGreaterThan(100)
      if (format === 'csv') expect(marksIn(content)).toEqual([])
      const [path = ''] = cloud.files().filter((one) => one.startsWith('settlements/'))
      expect(path).toMatch(/^settlements\/[0-9a-f]{40}\/settlement-op-one-2026-11\.(csv|xlsx)$/)
      expect(marksIn(JSON.stringify(await cloud.stored('auditLog')))).toEqual([])
    },
  )
})

describe('people.ask', () => {
  it('tells a masked name, also where it finds her by everything', async () => {
    await cloud.restock(plain)
    const by = { idNumber: marks.idNumber, elderName: marks.name }
    const input = { by, relation: 'relative', scopes: ['view'], name: '某人' }
    expect(accepted(await cloud.as('o-nobody').call('people.ask', input))).toMatchObject({ name: '王*英' })
    const me = await cloud.as('o-nobody').call('people.me')
    expect(marksIn(JSON.stringify(me))).toEqual([])
  })

  it('answers a wrong name, an unknown number and an unknown card alike', async () => {
    await cloud.restock(plain)
    const ways = [
      { idNumber: marks.idNumber, elderName: '王秀' },
      { idNumber: idNumberOf('1930-01-01', 'male'), elderName: marks.name },
      { idNumber: '123', elderName: marks.name },
      { code: '00000000' },
    ]
    const replies = await Promise.all(
      ways.map((by) =>
        cloud.as('o-nobody').call('people.ask', { by, relation: 'son', scopes: ['view'], name: '某人' }),
      ),
    )
    for (const reply of replies) {
      expect({ ...reply, requestId: '' }).toEqual({ ok: false, code: 'NOT_FOUND_BY_THIS', requestId: '' })
    }
  })
})

describe('whatever the database was asked until here', () => {
  it('was served by indexes', () => {
    expect(unserved()).toEqual([])
  })
})
