import { sealedIdNumber } from '../../cloudfunctions/_shell/sealed-parts'
import { personOf } from '../../cloudfunctions/_shell/secrets'
import { functionVariables } from '../../emulator/function-variables'
import { membershipId, relationId } from '../../types/ids'
import {
  aFlag,
  aMealPolicy,
  aMismatchNight,
  anApplication,
  anEntry,
  anInvitation,
  anOrder,
  anUpload,
  aPhoto,
  aRelation,
  aSitting,
  aStation,
  aVisit,
  clerk,
  DISTRICT,
  idNumberOf,
  LUNCH,
  NOW,
  TODAY,
  TOMORROW,
} from '../domain/builders'
import { aPlan } from '../domain/meals/planning/a-plan'
import type { Stock } from './a-cloud'
import { aDishPhoto, aDishPlace, aDraft, aKitchensDay, day, nextWeek, steamed, WEEK, week } from './a-kitchen'
import { aNeighbourhood, chen, wang } from './neighbourhood'
import { writing } from './plan-wish'
import { joinedTwice, PAIR, registeredTwice } from './registered-twice'

Object.assign(process.env, functionVariables({})) // so that what is sealed here can be opened by the functions

/** A writing action in a scene where it succeeds. */
export interface WritingCall {
  name: `${string}.${string}`
  /** What it is called in the tests: its name, and of what where it stands here twice. */
  title: string
  openid: string
  input: Record<string, unknown>
  scene: Stock
  /** Who finishes what a failure after the transaction leaves undone: the night, which a mark tells, or the repeat alone. */
  settles?: 'atNight' | 'onRepeat'
  /** True where one document is written by itself: no line in the audit log, and a key only says which document. */
  isAlone?: boolean
  /** The same caller's wish for something else, where a changed reason or another action of the list will not do. */
  otherwise?: { name?: `${string}.${string}`; input: Record<string, unknown> }
}

const meal = { sittingId: LUNCH, elderId: 'e-wang', mode: 'dineIn', setId: 'fish' }
const orderId = `${LUNCH}_e-wang`
const subsidised = anOrder({
  usedIn: 'e-wang_2026-11-22',
  policyId: 'beijing-meal-2022-03',
  elderPays: 1300,
  lines: [
    { kind: 'list', label: '红烧鱼套餐', payer: null, rule: null, amount: 1800 },
    { kind: 'subsidy', label: '补贴', payer: 'district', rule: 'basic-care-recipient-5-a-day', amount: 500 },
    { kind: 'selfPay', label: '自付', payer: 'elder', rule: null, amount: 1300 },
  ],
})
/** Of which the kitchen makes something else, and nobody has told her. */
const madeOtherwise = {
  isToTell: true,
  dishesTold: 2,
  kitchenChange: {
    ...{ rev: 2, setId: subsidised.setId, at: NOW.toISOString(), from: '红烧鱼套餐', reason: null },
    ...{ was: ['红烧鱼'], dishes: ['清蒸鱼'] },
  },
} as const
const booked: Stock = {
  sittings: [aSitting({ seatsLeft: 19 })],
  mealOrders: [subsidised],
  subsidyUses: [
    {
      id: 'e-wang_2026-11-22',
      district: 'quiet',
      elderId: 'e-wang',
      period: '2026-11-22',
      uses: [
        {
          orderId,
          on: '2026-11-22',
          slot: 'lunch',
          layer: 'basic-care',
          rule: 'basic-care-recipient-5-a-day',
          amount: 500,
        },
      ],
      denied: [],
      meals: [],
    },
  ],
}
/** An id number with which two elders were registered. */
const shared = { sealed: 'sealed', tail: '002X', digest: 'digest-of-both' }
const hers = sealedIdNumber('e-wang', idNumberOf('1950-02-03', 'female'))
/** Of Wang and Chen, who had one number, a clerk has said that it is Wang's. */
const settled: Stock = {
  elders: [
    { ...wang, idNumber: hers },
    { ...chen, isIdPending: true, verifiedBy: null },
  ],
  identities: [
    {
      ...{ id: hers?.digest ?? '', district: DISTRICT, elderId: 'e-wang' },
      settled: {
        ...{ at: NOW.toISOString(), holderId: 'e-chen' },
        claims: [chen, wang].map(({ id, stationId }) => ({ elderId: id, stationId })),
        before: [
          { elderId: 'e-wang', verifiedBy: null, isIdPending: true },
          { elderId: 'e-chen', verifiedBy: null },
        ],
      },
    },
  ],
}
const chensId = `${LUNCH}_e-chen`
const bothBooked: Stock = {
  ...booked,
  mealOrders: [
    subsidised,
    anOrder({ id: chensId, elderId: 'e-chen', elderName: '陈建国', notify: 'o-stranger' }),
  ],
}
const helper = { openid: 'o-volunteer', name: '某人', kind: 'partyMember' as const }
const report = { outcome: 'well' as const, note: null, at: NOW.toISOString() }
const claimed: Stock = { visits: [aVisit({ state: 'claimed', helper })] }
const visitId = 'v-1'

const closed = { from: TOMORROW, to: '2026-12-05' }
const here = { lng: 120.61, lat: 31.31 }
const paper = { how: 'paper', form: '2026-001', witness: '李站长' }
const evidence = { document: '法院判决', number: '2026-8', until: null }
const agreed = [
  { purpose: 'service', version: 'service-2026-11' },
  { purpose: 'health', version: 'health-2026-12' },
]
/** Of an area that does not exist; her birth date and sex. */
export const WANGS_NUMBER = idNumberOf('1944-03-05', 'female')
const newElder = {
  name: '赵桂芳',
  idNumber: idNumberOf('1950-02-03', 'female'),
  building: '长江路 20 弄 1 号',
  room: '101 室',
  living: 'couple',
  phone: '13800002222',
  diet: ['soft'],
  contacts: [{ name: '赵明', relation: 'son', phone: '13800003333' }],
}
const askingForChen = { by: { code: chen.code }, relation: 'relative', scopes: ['view'], name: '某人' }
/** Today's lunch: confirmed, and written down as eaten with its line in the ledger. */
const eatenId = `st-one_${TODAY}_lunch_e-wang`
const eaten = anOrder({
  ...subsidised,
  id: eatenId,
  sittingId: `st-one_${TODAY}_lunch`,
  date: TODAY,
  startsAt: `${TODAY}T00:30:00.000Z`, // at NOW it may be written down
  state: 'confirmed',
  usedIn: `e-wang_${TODAY}`,
  operator: [
    {
      rule: 'operator-3-a-day',
      label: '助餐点运营补贴',
      payer: 'district',
      amount: 300,
      per: 'personDay',
    },
  ],
})
const todays: Stock = {
  sittings: [aSitting({ id: eaten.sittingId, date: TODAY, seatsLeft: 19 })],
  subsidyUses: booked.subsidyUses?.map((day) => ({
    ...day,
    id: `e-wang_${TODAY}`,
    period: TODAY,
    uses: day.uses.map((use) => ({ ...use, on: TODAY, orderId: eatenId })),
  })),
}
const confirmed: Stock = { ...todays, mealOrders: [eaten] }
const served: Stock = {
  ...todays,
  mealOrders: [
    {
      ...eaten,
      state: 'served',
      entries: 1,
      history: [...eaten.history, { state: 'served', at: NOW.toISOString(), by: clerk }],
    },
  ],
  settlementEntries: [anEntry()],
  servedDays: [
    {
      id: `e-wang_${TODAY}`,
      district: DISTRICT,
      elderId: 'e-wang',
      date: TODAY,
      served: [
        {
          orderId: eatenId,
          stationId: 'st-one',
          stationName: '一号驿站',
          slot: 'lunch',
          operatorRules: ['operator-3-a-day'],
        },
      ],
    },
  ],
}

/** She is alive, and her station's record says otherwise. */
const died: Stock = { elders: [{ ...wang, diedOn: '2026-11-20' }, chen] }

const applicationId = anApplication().id
const applying = {
  elderId: 'e-wang',
  category: 'basicCareRecipient',
  documents: [{ ...aPhoto(), label: '身份证' }],
  note: '证在老家，下周补',
}
const photographed: Stock = {
  uploads: [anUpload()],
  photos: [{ path: aPhoto().path, openid: 'o-daughter' }],
}
const applied: Stock = { ...photographed, applications: [anApplication()] }
const inReview: Stock = {
  ...photographed,
  applications: [
    anApplication({ state: 'inReview', reviewer: '某人', reviewerPerson: personOf('o-coordinator') }),
  ],
}

/** As a meal policy is read that follows the neighbourhood's own. */
export const afterTheFirst = { before: 'beijing-meal-2022-03', next: null }

/** A policy from a day on, as somebody wrote it. */
export function policyText(effectiveFrom: string): string {
  const { district: _, ...policy } = aMealPolicy({ effectiveFrom })
  return JSON.stringify(policy)
}

const asking = aRelation(wang, 'o-stranger', { state: 'asked', name: '陈芳', granted: null })

/** A week of a kitchen, written, copied, published, and changed where it is ordered. */
const menuCalls: WritingCall[] = [
  {
    ...call(
      'meals.saveMenu',
      'o-kitchen',
      {
        ...{ ...week, rev: 1 },
        dishes: [
          { id: 'soup', name: '紫菜汤', allergens: [], diets: [], limit: null },
          { id: 'rice', name: '米饭', allergens: ['peanuts'], diets: [], limit: null }, // ordered, and told
        ],
        sets: [{ ...steamed, id: 'soup-set', sides: ['soup'] }],
      },
      aKitchensDay(),
    ),
    otherwise: { input: { ...week, rev: 1, days: [] } },
  },
  { ...call('meals.startDishPhoto', 'o-kitchen', { kitchenId: 'k-one', key: 'one-photo' }), isAlone: true },
  {
    ...call(
      'meals.keepDishPhoto',
      'o-kitchen',
      { kitchenId: 'k-one', ...aDishPhoto() },
      { dishPhotos: [aDishPlace()], photos: [{ path: aDishPhoto().path, openid: 'o-kitchen' }] },
    ),
    isAlone: true,
  },
  call('meals.copyMenu', 'o-kitchen', { ...nextWeek, from: WEEK, rev: 0 }, aKitchensDay()),
  call('meals.publishMenu', 'o-kitchen', { ...nextWeek, rev: 1 }, { menus: [aDraft()] }),
  call('meals.setSoldOut', 'o-kitchen', { ...day, setId: 'fish-set', isSoldOut: true }, aKitchensDay()),
  call(
    'meals.changeOrderedSet',
    'o-kitchen',
    { ...day, rev: 1, setId: 'fish-set', becomes: steamed, count: 1, reason: '鱼没到' },
    aKitchensDay(),
  ),
].map((one) => ({ ...one, settles: 'onRepeat' as const }))

/** Plans and closures of a station at whose table somebody eats. */
const planningCalls: WritingCall[] = [
  {
    ...call(
      'meals.changePlan',
      'o-manager',
      { stationId: 'st-one', change: writing({ from: TOMORROW }), seen: null },
      aKitchensDay(),
    ),
    otherwise: {
      input: { stationId: 'st-one', change: writing({ from: TOMORROW, portions: 1 }), seen: null },
    },
  },
  call('meals.close', 'o-manager', { stationId: 'st-one', ...closed, reason: '修水管' }, aKitchensDay()),
  {
    ...call(
      'meals.reopen',
      'o-manager',
      { stationId: 'st-one', from: TOMORROW },
      {
        ...aKitchensDay(),
        stations: [aStation({ kitchenId: 'k-one', closures: [{ ...closed, reason: '修水管' }] })],
      },
    ),
    otherwise: { input: { stationId: 'st-one', from: '2026-11-23' } },
  },
].map((one) => ({ ...one, settles: 'onRepeat' as const }))

/** Every action that writes; a withdrawn consent for each way in which records follow it. */
export const writingCalls: WritingCall[] = [
  call('meals.book', 'o-daughter', meal),
  call('meals.bookFor', 'o-clerk', { ...meal, channel: 'phone' }),
  call('meals.cancel', 'o-daughter', { orderId, reason: '不舒服' }, booked),
  call('meals.confirm', 'o-clerk', { orderId }, booked),
  {
    ...call('meals.confirmMany', 'o-clerk', { orderIds: [orderId, chensId] }, bothBooked),
    settles: 'onRepeat',
    otherwise: { input: { orderIds: [orderId] } },
  },
  call('meals.refuse', 'o-clerk', { orderId, reason: '停电' }, booked),
  call(
    'meals.agreeTime',
    'o-clerk',
    { orderId, startsAt: '2026-11-22T02:45:00.000Z' },
    { ...booked, plans: [aPlan({ startsAt: '10:45' })] },
  ),
  call(
    'meals.toldDishes',
    'o-clerk',
    { orderId, kitchenRev: 2, isAgreed: true },
    { ...booked, mealOrders: [{ ...subsidised, ...madeOtherwise }] },
  ),
  call('meals.switchMode', 'o-daughter', { orderId, mode: 'delivery', pays: 1300 }, booked),
  call('meals.changeSet', 'o-daughter', { orderId, setId: 'greens', pays: 700 }, booked),
  call('meals.serve', 'o-clerk', { orderId: eatenId }, confirmed),
  call('meals.unserve', 'o-clerk', { orderId: eatenId, reason: '点错了人' }, served),
  ...menuCalls,
  ...planningCalls,
  call('visits.request', 'o-daughter', { elderId: 'e-wang', urgency: 'hard', reason: '买药', when: 'today' }),
  call('visits.cancel', 'o-daughter', { visitId }, { visits: [aVisit()] }),
  call('visits.claim', 'o-volunteer', { visitId }, { visits: [aVisit()] }),
  call('visits.arrive', 'o-volunteer', { visitId }, claimed),
  call('visits.release', 'o-volunteer', { visitId }, claimed),
  call('visits.report', 'o-volunteer', { visitId, outcome: 'needsFound', note: '买药' }, claimed),
  call(
    'visits.close',
    'o-clerk',
    { visitId, done: '家人到了', seen: report.at },
    { visits: [aVisit({ state: 'reported', helper, report: { ...report, outcome: 'noAnswer' } })] },
  ),
  {
    ...call('people.registerSelf', 'o-plain', { elder: newElder, stationId: 'st-one', agreed }),
    otherwise: { name: 'people.ask', input: askingForChen },
  },
  call('people.registerKin', 'o-daughter', { elder: newElder, stationId: 'st-one', relation: 'daughter' }),
  call('people.registerAt', 'o-clerk', {
    elder: newElder,
    stationId: 'st-one',
    agreed,
    paper,
    channel: 'counter',
  }),
  {
    ...call(
      'people.correct',
      'o-wang',
      { elderId: 'e-wang', changes: { phone: '13800001111', place: here } },
      { visits: [aVisit()] },
    ),
    settles: 'atNight',
  },
  call('people.verify', 'o-clerk', {
    elderId: 'e-wang',
    identity: { name: '王秀瑛', idNumber: WANGS_NUMBER },
    reason: '看了身份证',
  }),
  {
    ...call(
      'people.setAbsences',
      'o-daughter',
      { elderId: 'e-wang', absences: [{ kind: 'hospital', from: '2026-11-18', to: null }] },
      served,
    ),
    settles: 'atNight',
  },
  {
    ...call(
      'people.recordDeath',
      'o-clerk',
      { elderId: 'e-wang', on: '2026-11-20', reason: '家属来说的' },
      { ...served, mealOrders: [...(served.mealOrders ?? []), subsidised], sittings: booked.sittings },
    ),
    settles: 'atNight',
  },
  call('people.undoDeath', 'o-clerk', { elderId: 'e-wang', reason: '记成了别人' }, died),
  {
    ...call('people.move', 'o-wang', {
      elderId: 'e-wang',
      stationId: 'st-two',
      from: TODAY,
      building: '黄河路 3 号',
      room: '202 室',
      place: here,
    }),
    settles: 'atNight',
  },
  call(
    'people.settleNumber',
    'o-clerk',
    { elderId: 'e-wang', reason: '看了身份证' },
    {
      elders: [wang, chen].map((elder) => ({ ...elder, idNumber: shared, verifiedBy: null })),
      identities: [
        {
          ...{ id: shared.digest, district: DISTRICT, elderId: 'e-chen', since: NOW.toISOString() },
          claims: [chen, wang].map(({ id, stationId }) => ({ elderId: id, stationId })),
        },
      ],
    },
  ),
  call('people.undoSettling', 'o-clerk', { elderId: 'e-wang' }, settled),
  call('people.renewCard', 'o-wang', { elderId: 'e-wang', code: wang.code }),
  {
    ...call('people.ask', 'o-stranger', {
      by: { code: wang.code },
      relation: 'relative',
      scopes: ['view'],
      words: '我是侄女',
    }),
    otherwise: { input: askingForChen },
  },
  call(
    'people.grant',
    'o-wang',
    { memberId: asking.id, scopes: ['view'], paper, evidence },
    { relations: [asking] },
  ),
  call('people.decline', 'o-wang', { memberId: asking.id, paper }, { relations: [asking] }),
  call(
    'people.declineRest',
    'o-wang',
    { elderId: 'e-wang', until: NOW.toISOString(), paper },
    { relations: [asking] },
  ),
  {
    ...call(
      'people.revoke',
      'o-wang',
      { memberId: relationId('e-wang', personOf('o-daughter')), paper },
      booked,
    ),
    settles: 'onRepeat',
  },
  call('people.invite', 'o-wang', {
    elderId: 'e-wang',
    for: { kind: 'family', relation: 'son', scopes: ['view'] },
    paper,
  }),
  call(
    'people.uninvite',
    'o-wang',
    { elderId: 'e-wang', code: '55550001' },
    { invitations: [anInvitation()] },
  ),
  call('people.accept', 'o-stranger', { code: '55550001' }, { invitations: [anInvitation()] }),
  call('people.inviteStaff', 'o-manager', { orgKind: 'station', orgId: 'st-one', role: 'clerk' }),
  call('people.advance', 'o-manager', {
    membershipId: membershipId('st-one', 'clerk', personOf('o-clerk')),
    act: 'suspend',
    note: '请长假',
  }),
  call('people.certify', 'o-manager', {
    membershipId: membershipId('st-one', 'clerk', personOf('o-clerk')),
    certificate: { kind: 'firstAid', number: 'A1', issuer: '红十字会', from: '2026-01-01', to: '2027-12-31' },
  }),
  {
    ...call(
      'people.consent',
      'o-wang',
      {
        elderId: 'e-wang',
        agreed: { purpose: 'category', version: 'category-2026-11' },
        isGiven: false,
        paper,
      },
      applied,
    ),
    title: 'people.consent of her categories',
    settles: 'atNight',
  },
  {
    ...call(
      'people.consent',
      'o-wang',
      {
        elderId: 'e-wang',
        agreed: { purpose: 'location', version: 'location-2026-12' },
        isGiven: false,
        paper,
      },
      { visits: [aVisit()] },
    ),
    title: 'people.consent of the place of her home',
    settles: 'atNight',
  },
  {
    ...call('people.consent', 'o-wang', {
      elderId: 'e-wang',
      agreed: { purpose: 'health', version: 'health-2026-12' },
      isGiven: true,
    }),
    title: 'people.consent to her health',
  },
  {
    ...call(
      'people.erase',
      'o-guardian',
      { elderId: 'e-chen', paper },
      {
        mealOrders: [
          anOrder({
            id: 'st-two_2026-11-01_lunch_e-chen',
            elderId: 'e-chen',
            date: '2026-11-01',
            state: 'served',
          }),
        ],
      },
    ),
    settles: 'atNight',
    otherwise: { input: { elderId: 'e-chen', reason: '搬走了' } },
  },
  {
    ...call(
      'people.seen',
      'o-daughter',
      { noticeIds: ['m-1'] },
      {
        accounts: aNeighbourhood().accounts?.map((account) =>
          account.id === 'o-daughter'
            ? {
                ...account,
                notices: [
                  { id: 'm-1', kind: 'visitAlarm', elderId: 'e-wang', ref: 'v-1', at: NOW.toISOString() },
                ],
              }
            : account,
        ),
      },
    ),
    isAlone: true,
  },
  { ...call('people.granted', 'o-daughter', { about: ['meal', 'visit'], key: 'one-tap-1' }), isAlone: true },
  { ...call('people.startFrom', 'o-volunteer', { place: here }), otherwise: { input: { place: null } } },
  {
    ...call('people.leave', 'o-daughter', {}, booked),
    settles: 'onRepeat',
    otherwise: { name: 'people.ask', input: askingForChen },
  },
  {
    ...call('eligibility.startDocument', 'o-daughter', { elderId: 'e-wang', key: 'one-photo' }),
    isAlone: true,
  },
  { ...call('eligibility.apply', 'o-daughter', applying, photographed), settles: 'onRepeat' },
  call('eligibility.withdraw', 'o-daughter', { applicationId }, applied),
  call('eligibility.take', 'o-coordinator', { applicationId }, applied),
  call(
    'eligibility.decide',
    'o-coordinator',
    { applicationId, verdict: 'approve', from: TODAY, to: '2027-11-20', reason: '材料齐全' },
    inReview,
  ),
  {
    ...call('eligibility.savePolicy', 'o-supervisor', {
      district: DISTRICT,
      text: policyText('2027-01-01'),
      between: afterTheFirst,
    }),
    otherwise: { input: { district: DISTRICT, text: policyText('2027-02-01'), between: afterTheFirst } },
  },
  {
    ...call(
      'supervision.closeFlag',
      'o-supervisor',
      { flagId: aFlag().id, words: '家人代吃的' },
      { flags: [aFlag()] },
    ),
    otherwise: { input: { flagId: aFlag().id, words: '别的事' } },
  },
  {
    ...call(
      'supervision.closeMismatches',
      'o-supervisor',
      { nightId: 'quiet_one' },
      { mismatches: ['quiet_one', 'quiet_two'].map((id) => aMismatchNight({ id })) },
    ),
    otherwise: { input: { nightId: 'quiet_two' } },
  },
  {
    ...call('people.join', 'o-clerk', { pairId: PAIR, staysId: 'e-wang' }, registeredTwice()),
    settles: 'onRepeat',
    otherwise: { input: { pairId: PAIR, staysId: 'e-again' } },
  },
  {
    ...call('people.setApart', 'o-clerk', { pairId: PAIR }, registeredTwice()),
    otherwise: { name: 'people.join', input: { pairId: PAIR, staysId: 'e-wang' } },
  },
  {
    ...call('people.undoJoin', 'o-clerk', { pairId: PAIR }, joinedTwice()),
    settles: 'onRepeat',
    otherwise: { name: 'people.setApart', input: { pairId: PAIR } },
  },
]

function call(
  name: WritingCall['name'],
  openid: string,
  input: Record<string, unknown>,
  own: Stock = {},
): WritingCall {
  return { name, title: name, openid, input, scene: aNeighbourhood(own) }
}

/** A value with everything that a second run makes anew (instants, made-up ids) written the same way. */
export function withoutNews<T>(value: T): T {
  const text = JSON.stringify(value)
    .replace(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z/g, 'AT')
    .replace(/v1\.[\w-]+\.[\w-]+/g, 'SEALED')
    .replace(/\bm-[\w-]{40,}/g, 'MESSAGE')
    .replace(/_\d{13}\b/g, '_MILLISECONDS')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')
  return JSON.parse(text)
}
