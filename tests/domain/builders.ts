import type { ApplicationRecord, UploadRecord } from '../../cloudfunctions/_domain/eligibility/records'
import type { MismatchNightRecord } from '../../cloudfunctions/_domain/integrity/records'
import { capacityOf } from '../../cloudfunctions/_domain/meals/claims/pools'
import type { MealOrderRecord, SittingRecord } from '../../cloudfunctions/_domain/meals/records'
import type { MessageRecord } from '../../cloudfunctions/_domain/messages/records'
import type {
  ConsentRecord,
  InvitationRecord,
  RelationRecord,
} from '../../cloudfunctions/_domain/people/circle/records'
import type { LikenessRecord } from '../../cloudfunctions/_domain/people/likenesses/records'
import type { AccountRecord, AuditRecord, ElderRecord } from '../../cloudfunctions/_domain/people/records'
import type { MembershipRecord } from '../../cloudfunctions/_domain/people/staff/records'
import type { FlagRecord, SettlementEntryRecord } from '../../cloudfunctions/_domain/settlement/records'
import type { StationRecord } from '../../cloudfunctions/_domain/stations/records'
import { alarmOf } from '../../cloudfunctions/_domain/visits/alarms'
import { placed, type VisitRecord } from '../../cloudfunctions/_domain/visits/records'
import beijing from '../../cloudfunctions/_policies/meal/beijing-2022-03.json'
import unseenTerms from '../../cloudfunctions/_policies/unseen.json'
import { readingsOf } from '../../cloudfunctions/_shell/names/readings'
import { personOf } from '../../cloudfunctions/_shell/secrets'
import type { Actor } from '../../types/actors'
import { checkDigit } from '../../types/id-numbers'
import { membershipId, relationId } from '../../types/ids'
import type { StaffRole } from '../../types/people/staff'
import { MealPolicy } from '../../types/policies/meal'
import type { VisitReport } from '../../types/visits'

/** Valid, dull things; a test names only what matters to it. All of them belong to one small district. */
export const DISTRICT = 'quiet'
/** Saturday morning, 08:00 in Shanghai. */
export const NOW = new Date('2026-11-21T00:00:00Z')
export const TODAY = '2026-11-21'
export const TOMORROW = '2026-11-22'
export const LUNCH = 'st-one_2026-11-22_lunch'

export const daughter: Actor = { name: '李敏', role: 'family', relation: 'daughter', channel: 'app' }
export const clerk: Actor = { name: '张静', role: 'clerk', relation: null, channel: 'app' }

/** An elder's own yes. */
export const aYes = {
  version: 'first',
  at: '2026-01-01T00:00:00.000Z',
  by: '王秀英',
  capacity: 'elder' as const,
  how: 'app' as const,
  witness: null,
}

export function anElder(own: Partial<ElderRecord> = {}): ElderRecord {
  return {
    id: 'e-wang',
    district: DISTRICT,
    townId: 't-east',
    stationId: 'st-one',
    stationName: '一号驿站',
    state: 'active',
    name: '王秀英',
    sex: 'female',
    birthDate: '1944-03-05',
    idNumber: null,
    phone: null,
    phoneTail: '0001',
    building: '长江路 18 弄 2 号',
    room: '301 室',
    place: { lng: 120.6, lat: 31.3 },
    hukou: 'thisDistrict',
    residentSince: null,
    living: 'alone',
    categories: [],
    notHeld: [],
    askedOn: '2026-01-01',
    formerHomes: [],
    absences: [],
    diedOn: null,
    ability: null,
    diet: [],
    allergies: [],
    contacts: [],
    consents: { service: aYes, health: aYes, category: aYes, location: aYes },
    verifiedBy: '张静',
    openid: null,
    circle: [],
    code: '12345678',
    erasedBy: null,
    recordsBehindSince: null,
    readings: readingsOf(own.name ?? '王秀英'),
    invented: true,
    ...own,
  }
}

export const extremelyPoor: ElderRecord['categories'] = [
  { category: 'extremePoverty', from: '2020-01-01', to: null, evidence: '特困供养证', verifiedBy: '张静' },
]

export function anAccount(own: Partial<AccountRecord> = {}): AccountRecord {
  return {
    id: 'o-someone',
    district: DISTRICT,
    name: '某人',
    invented: true,
    self: null,
    relations: [],
    memberships: [],
    asks: [],
    place: null,
    notices: [],
    ...own,
  }
}

/** The account of a relative, by default one who may see and order. */
export function aRelative(
  id: string,
  elder: ElderRecord,
  scopes: AccountRecord['relations'][number]['scopes'] = ['view', 'order'],
  relation: AccountRecord['relations'][number]['relation'] = 'daughter',
): AccountRecord {
  const own = keptOf(elder)
  return anAccount({ id, relations: [{ ...own, scopes, relation, state: 'granted', until: null }] })
}

/** The account of an elder herself. */
export function anElderAccount(id: string, elder: ElderRecord): AccountRecord {
  return anAccount({ id, name: elder.name, self: keptOf(elder) })
}

/** What an account keeps of an elder. */
function keptOf(elder: ElderRecord): NonNullable<AccountRecord['self']> {
  const { id, name, place, isPlaceUnknown = false, stationId, diedOn, returned = [], phoneLentUntil } = elder
  const isUnseen = elder.seen === null
  const where = { place, isPlaceUnknown, stationId }
  const lent = phoneLentUntil && { phoneLentUntil }
  return { elderId: id, name, politeName: '王奶奶', ...where, isUnseen, diedOn, returned, ...lent }
}

type Membership = AccountRecord['memberships'][number]

/** The account of somebody with a role: of a station, a town or the district. */
export function aMember(
  id: string,
  role: Membership['role'],
  orgId: string,
  own: Partial<Membership> = {},
): AccountRecord {
  const orgKind = orgId.startsWith('st-') ? 'station' : orgId.startsWith('t-') ? 'town' : 'district'
  const membership: Membership = {
    orgId,
    orgName: orgId,
    orgKind,
    role,
    name: '某人',
    state: 'assignable',
    helperKind: null,
    until: null,
    ...own,
  }
  return anAccount({ id, memberships: [membership] })
}

/** What a relative is to an elder, as `aRelative` makes their account say. */
export function aRelation(
  elder: ElderRecord,
  openid: string,
  own: Partial<RelationRecord> = {},
): RelationRecord {
  return {
    id: relationId(elder.id, personOf(openid)),
    district: elder.district,
    elderId: elder.id,
    stationId: elder.stationId,
    elderName: elder.name,
    building: elder.building,
    asksElder: elder.openid !== null,
    openid,
    name: '某人',
    relation: 'daughter',
    state: 'granted',
    scopes: ['view', 'order'],
    words: null,
    since: '2026-01-01T00:00:00.000Z',
    granted: { by: elder.name, capacity: 'elder', how: 'app', witness: null, at: '2026-01-01T00:00:00.000Z' },
    evidence: null,
    ...own,
  }
}

/** The memberships that accounts sum up. */
export function membershipsOf(accounts: readonly AccountRecord[]): MembershipRecord[] {
  return accounts.flatMap(({ id: openid, district, memberships, place }) =>
    memberships.map(({ orgId, orgName, orgKind, role, name, helperKind, state }) => ({
      id: membershipId(orgId, role, personOf(openid)),
      district,
      elderId: null,
      orgId,
      orgName,
      orgKind,
      role: role as StaffRole, // an elder or a relative holds no membership
      helperKind,
      openid,
      name,
      location: place && { type: 'Point', coordinates: [place.lng, place.lat] },
      state,
      certificates: [],
      steps: [],
    })),
  )
}

export function aStation(own: Partial<StationRecord> = {}): StationRecord {
  return {
    id: 'st-one',
    district: DISTRICT,
    townId: 't-east',
    name: '一号驿站',
    kind: 'station',
    address: '长江路 1 号',
    place: { lng: 120.601, lat: 31.301 },
    services: ['meal'],
    hours: [{ weekdays: [1, 2, 3, 4, 5, 6], from: '08:00', to: '17:00' }],
    closures: [],
    operatorId: 'op-one',
    operatorName: '一号公司',
    phone: '000-0001',
    contactName: '张静',
    access: ['ramp'],
    kitchenId: null,
    kitchenName: null,
    invented: true,
    ...own,
  }
}

/** What a sitting holds, said in short. */
interface Laid {
  seats?: number
  seatsLeft?: number
  portions?: number
  portionsLeft?: number
}

/** A sitting of which nothing is claimed yet, although less may be left: `claimedFor` makes up for it. */
export function aSitting({
  seats = 20,
  seatsLeft = seats,
  portions = 10,
  portionsLeft = portions,
  ...own
}: Partial<SittingRecord> & Laid = {}): SittingRecord {
  const capacity = capacityOf({ seats, reserve: 0, portions }, unseenTerms)
  return {
    id: LUNCH,
    district: DISTRICT,
    stationId: 'st-one',
    stationName: '一号驿站',
    townId: 't-east',
    place: { lng: 120.601, lat: 31.301 },
    operatorId: 'op-one',
    operatorName: '一号公司',
    kitchenId: 'k-one',
    date: TOMORROW,
    slot: 'lunch',
    startsAt: '2026-11-22T03:30:00.000Z',
    capacity,
    left: { ...capacity, seats: seatsLeft, portions: portionsLeft },
    cutoffAt: '2026-11-22T01:00:00.000Z',
    cancelUntil: '2026-11-22T01:00:00.000Z',
    modes: ['dineIn', 'takeAway', 'delivery'],
    sets: [
      {
        id: 'fish',
        name: '红烧鱼套餐',
        dishes: [
          { name: '红烧鱼', allergens: ['fish', 'soybeans'] },
          { name: '青菜', allergens: [] },
        ],
        tags: ['软'],
        price: 1800,
        picture: 'fish',
      },
      {
        id: 'greens',
        name: '素什锦套餐',
        dishes: [{ name: '素什锦', allergens: null }],
        tags: [],
        price: 1200,
        picture: 'greens',
      },
    ],
    state: 'open',
    basis: { plan: 'st-one_2026-01-01_lunch@1', menu: 'k-one_2026-11-16_lunch@1' },
    confirmsItself: false,
    off: {},
    claims: {},
    rev: 1,
    checkedAt: null,
    ...own,
  }
}

/** The same lunch on another local date. */
export const aLunchOn = (date: string): SittingRecord =>
  aSitting({
    id: `st-one_${date}_lunch`,
    date,
    startsAt: `${date}T03:30:00.000Z`,
    cutoffAt: `${date}T01:00:00.000Z`,
    cancelUntil: `${date}T01:00:00.000Z`,
  })

export function anOrder(own: Partial<MealOrderRecord> = {}): MealOrderRecord {
  return {
    id: `${LUNCH}_e-wang`,
    district: DISTRICT,
    sittingId: LUNCH,
    stationId: 'st-one',
    stationName: '一号驿站',
    date: TOMORROW,
    slot: 'lunch',
    startsAt: '2026-11-22T03:30:00.000Z',
    cancelUntil: '2026-11-22T01:00:00.000Z',
    elderId: 'e-wang',
    elderName: '王秀英',
    elderAge: 82,
    mode: 'dineIn',
    deliverTo: null,
    setId: 'fish',
    setName: '红烧鱼套餐',
    picture: 'fish',
    lines: [],
    elderPays: 1800,
    state: 'placed',
    placedBy: daughter,
    placedAt: NOW.toISOString(),
    reason: null,
    history: [{ state: 'placed', at: NOW.toISOString(), by: daughter }],
    notify: 'o-daughter',
    aheadTold: false,
    policyId: null,
    townId: 't-east',
    operatorId: 'op-one',
    operatorName: '一号公司',
    operator: [],
    uses: [],
    usedIn: null,
    entries: 0,
    attempt: 'first',
    key: null,
    body: 'first',
    ...own,
  }
}

/** What a helper wrote: all is well. */
export function aVisitReport(own: Partial<VisitReport> = {}): VisitReport {
  return {
    outcome: 'well',
    note: null,
    isHeld: false,
    ambulanceCalled: null,
    at: NOW.toISOString(),
    by: '某人',
    ...own,
  }
}

type OwnOfVisit = Partial<Omit<VisitRecord, 'report' | 'location'>> & { report?: Partial<VisitReport> | null }

/** A visit; what follows from the rest of it (alarm, location) follows. */
export function aVisit({ report = null, ...own }: OwnOfVisit = {}): VisitRecord {
  const visit = { ...plainVisit, ...own, report: report && aVisitReport(report) }
  return {
    ...visit,
    ...placed(visit.place, visit.isPlaceUnknown ?? false),
    alarm: own.alarm === undefined ? alarmOf(visit) : own.alarm,
  }
}

const plainVisit: VisitRecord = {
  id: 'v-1',
  district: DISTRICT,
  townId: 't-east',
  stationId: 'st-one',
  elderId: 'e-wang',
  elderName: '王秀英',
  politeName: '王奶奶',
  elderAge: 82,
  building: '长江路 18 弄 2 号',
  room: '301 室',
  ...placed({ lng: 120.6, lat: 31.3 }, false),
  urgency: 'urgent',
  reason: '电话没人接',
  reasonHeld: false,
  when: 'now',
  date: TODAY,
  dueAt: '2026-11-21T00:30:00.000Z',
  state: 'open',
  askedBy: daughter,
  askedAt: NOW.toISOString(),
  asker: 'o-daughter',
  notify: 'o-daughter',
  helper: null,
  called: [],
  lateTold: 'nobody',
  releasedBy: null,
  lastHelper: null,
  report: null,
  earlierReports: [],
  settlings: [],
  alarm: 'urgent',
  history: [{ state: 'open', at: NOW.toISOString(), by: daughter }],
}

/** A message that was sent. */
export function aMessage(own: Partial<MessageRecord> = {}): MessageRecord {
  return {
    id: 'm-1',
    district: DISTRICT,
    elderId: 'e-wang',
    kind: 'orderConfirmed',
    ref: `${LUNCH}_e-wang`,
    at: NOW.toISOString(),
    template: 'meal',
    isUrgent: false,
    to: [
      {
        openid: 'o-daughter',
        as: 'asker',
        said: {
          page: 'pages/bookings/index',
          who: '王秀英',
          what: '一号驿站 红烧鱼套餐',
          at: '2026-11-22T03:30:00.000Z',
          state: '已确认',
        },
        state: 'sent',
      },
    ],
    tries: 1,
    claimedAt: null,
    isLeft: false,
    ...own,
  }
}

/** The Beijing meal policy in this district. */
export function aMealPolicy(own: Partial<MealPolicy> = {}): MealPolicy & { district: string } {
  return { ...MealPolicy.parse(beijing), district: DISTRICT, ...own } as MealPolicy & { district: string } // own may not take the district away
}

/** A valid id number of an area that does not exist. */
export function idNumberOf(birthDate: string, sex: ElderRecord['sex']): string {
  const first = `349900${birthDate.replace(/-/g, '')}00${sex === 'male' ? 1 : 2}`
  return first + checkDigit(first)
}

/** An elder of whom everything is known that can be; every text is found nowhere else. */
export function aKnownElder(own: Partial<ElderRecord> = {}): ElderRecord {
  return anElder({
    id: 'e-known',
    name: '欧阳若兰',
    birthDate: '1941-07-19',
    idNumber: { sealed: 'sealed-id', tail: '473X', digest: 'digest-of-id' },
    phone: { sealed: 'sealed-phone', masked: '139****2468' },
    phoneTail: '2468',
    building: '枫桥弄 7 号',
    room: '902 室',
    place: { lng: 120.777, lat: 31.888 },
    hukou: 'elsewhere',
    residentSince: '1999-09-09',
    living: 'couple',
    categories: [
      {
        category: 'severeDisability',
        from: '2021-02-03',
        to: '2031-04-05',
        evidence: '残疾证第 88 号',
        verifiedBy: '钱经办',
      },
    ],
    notHeld: [
      {
        category: 'lowIncome',
        from: '2022-06-07',
        to: null,
        evidence: '低收入复核第 5 号',
        verifiedBy: '郑复核',
      },
    ],
    askedOn: '2024-08-09',
    formerHomes: [{ district: DISTRICT, townId: 't-north', stationId: 'st-north', until: '2019-08-07' }],
    absences: [{ kind: 'hospital', from: '2026-09-08', to: '2026-09-19', by: '冯登记' }],
    diedOn: '2026-10-11',
    ability: { grade: 3, assessor: '孙评估', on: '2025-05-06' },
    diet: ['soft', 'noSpice'],
    allergies: ['花生'],
    contacts: [{ name: '周建国', relation: 'neighbour', sealed: 'sealed-contact', masked: '137****1357' }],
    verifiedBy: '吴核对',
    openid: 'o-known',
    circle: ['o-kin'],
    code: '87654321',
    ...own,
  })
}

/** A clerk's place at a station, new. */
export function aMembership(own: Partial<MembershipRecord> = {}): MembershipRecord {
  return {
    id: 'st-one_clerk_someone',
    district: DISTRICT,
    elderId: null,
    orgId: 'st-one',
    orgName: '一号驿站',
    orgKind: 'station',
    role: 'clerk',
    helperKind: null,
    openid: 'o-someone',
    name: '某人',
    location: null,
    state: 'accepted',
    certificates: [],
    steps: [],
    ...own,
  }
}

/** An elder's yes in the paper trail. */
export function aConsentLine(own: Partial<ConsentRecord> = {}): ConsentRecord {
  return {
    id: 'e-wang_health_r-1',
    district: DISTRICT,
    elderId: 'e-wang',
    purpose: 'health',
    version: 'first',
    isGiven: true,
    by: '王秀英',
    capacity: 'elder',
    how: 'app',
    form: null,
    witness: null,
    actor: { name: '王秀英', role: 'elder', relation: null, channel: 'app' },
    about: null,
    at: NOW.toISOString(),
    ...own,
  }
}

/** A line of the audit log: a daughter books a meal. */
export function anAuditLine(own: Partial<AuditRecord> = {}): AuditRecord {
  return {
    id: 'r-1',
    district: DISTRICT,
    at: NOW.toISOString(),
    openid: 'o-daughter',
    name: '李敏',
    role: 'family',
    relation: 'daughter',
    action: 'meals.book',
    elderId: 'e-wang',
    ref: `${LUNCH}_e-wang`,
    about: null,
    reason: null,
    changed: true,
    channel: 'app',
    requestId: 'r-1',
    body: 'first',
    ...own,
  }
}

/** A code with which one relative joins an elder's circle, made by the elder herself, good for another week. */
export function anInvitation(own: Partial<InvitationRecord> = {}): InvitationRecord {
  return {
    id: '55550001',
    district: DISTRICT,
    elderId: 'e-wang',
    kind: 'family',
    from: '王奶奶',
    relation: 'relative',
    scopes: ['view'],
    role: null,
    orgId: null,
    orgKind: null,
    helperKind: null,
    note: null,
    by: { name: '王秀英', role: 'elder', relation: null, channel: 'app' },
    byOpenid: 'o-wang',
    paper: null,
    body: 'digest',
    expiresAt: '2026-11-28T00:00:00.000Z',
    usedBy: null,
    usedAt: null,
    ...own,
  }
}

/** Where the cloud told a phone to put a photo of an elder's paper, and what the storage calls it then. */
export function aPhoto(elderId = 'e-wang', name = 'photo-001'): { path: string; fileId: string } {
  const path = `applications/${elderId}/${name}.jpg`
  return { path, fileId: `cloud://local-1.6c6f-local-1-1250000000/${path}` }
}

/** A place that was given out to a daughter for one photo. */
export function anUpload(own: Partial<UploadRecord> = {}): UploadRecord {
  return {
    id: 'photo-001',
    district: DISTRICT,
    elderId: 'e-wang',
    path: aPhoto().path,
    openid: 'o-daughter',
    at: NOW.toISOString(),
    ...own,
  }
}

/** What a daughter applied for this morning, with one paper. */
export function anApplication(own: Partial<ApplicationRecord> = {}): ApplicationRecord {
  return {
    id: 'e-wang_basicCareRecipient',
    district: DISTRICT,
    townId: 't-east',
    stationId: 'st-one',
    elderId: 'e-wang',
    elderName: '王秀英',
    category: 'basicCareRecipient',
    label: null,
    state: 'submitted',
    documents: [{ ...aPhoto(), label: '身份证', at: NOW.toISOString(), by: '李敏' }],
    replaced: [],
    hasPhotos: true,
    note: null,
    by: daughter,
    applicants: [personOf('o-daughter')],
    notify: 'o-daughter',
    submittedAt: NOW.toISOString(),
    dueOn: '2026-12-04',
    reviewer: null,
    reviewerPerson: null,
    missing: [],
    reason: null,
    from: null,
    to: null,
    decidedAt: null,
    decisions: 0,
    history: [{ state: 'submitted', at: NOW.toISOString(), by: daughter }],
    key: null,
    body: 'first',
    ...own,
  }
}

/** The line of a lunch that was served and settled: the district owes the elder's five yuan and the operator's three. */
export function anEntry(own: Partial<SettlementEntryRecord> = {}): SettlementEntryRecord {
  return {
    id: `st-one_${TODAY}_lunch_e-wang_1`,
    district: DISTRICT,
    operatorId: 'op-one',
    operatorName: '一号公司',
    stationId: 'st-one',
    stationName: '一号驿站',
    month: '2026-11',
    date: TODAY,
    slot: 'lunch',
    mode: 'dineIn',
    elderId: 'e-wang',
    elderName: '王*英',
    orderId: `st-one_${TODAY}_lunch_e-wang`,
    kind: 'served',
    billed: 1800,
    elderPaid: 1300,
    owed: [
      {
        payer: 'district',
        rule: 'basic-care-recipient-5-a-day',
        label: '基本养老服务对象补贴',
        to: 'elder',
        amount: 500,
      },
      { payer: 'district', rule: 'operator-3-a-day', label: '助餐点运营补贴', to: 'operator', amount: 300 },
    ],
    policyId: 'beijing-meal-2022-03',
    at: NOW.toISOString(),
    by: '张静',
    ...own,
  }
}

/** A lunch of an elder who was in hospital that day. */
export function aFlag(own: Partial<FlagRecord> = {}): FlagRecord {
  return {
    id: `st-one_${TODAY}_lunch_e-wang_inHospital`,
    district: DISTRICT,
    townId: 't-east',
    stationId: 'st-one',
    orderId: `st-one_${TODAY}_lunch_e-wang`,
    kind: 'inHospital',
    elderId: 'e-wang',
    elderName: '王秀英',
    stationName: '一号驿站',
    date: TODAY,
    slot: 'lunch',
    about: '2026-11-18',
    state: 'open',
    at: NOW.toISOString(),
    closed: null,
    ...own,
  }
}

/** A night in which something was found, and at which nobody has looked. */
export function aMismatchNight(own: Partial<MismatchNightRecord> = {}): MismatchNightRecord {
  return {
    id: `${DISTRICT}_${TODAY}`,
    district: DISTRICT,
    date: TODAY,
    count: 1,
    found: [{ rule: 'placesDiffer', id: LUNCH }],
    state: 'open',
    at: NOW.toISOString(),
    closed: null,
    ...own,
  }
}

/** Two registrations of Wang at one station that nobody has looked at yet. */
export function aLikeness(own: Partial<LikenessRecord> = {}): LikenessRecord {
  return {
    id: 'e-again_e-wang',
    district: DISTRICT,
    townId: 't-east',
    stationId: 'st-one',
    elderId: 'e-again',
    otherId: 'e-wang',
    signs: ['name', 'birthDate', 'building'],
    state: 'found',
    at: '2026-11-20T01:00:00.000Z',
    decided: null,
    joining: null,
    ...own,
  }
}
