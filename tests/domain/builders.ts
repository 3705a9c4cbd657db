import type { MealOrderRecord, SittingRecord } from '../../cloudfunctions/_domain/records/meals'
import type { AccountRecord, ElderRecord } from '../../cloudfunctions/_domain/records/people'
import type { MealPolicy } from '../../cloudfunctions/_domain/records/policies'
import type { StationRecord } from '../../cloudfunctions/_domain/records/stations'
import type { VisitRecord } from '../../cloudfunctions/_domain/records/visits'
import beijing from '../../cloudfunctions/_policies/beijing-meal-2022-03.json'
import type { Actor } from '../../types/meals'

/** Valid, dull things; a test names only what matters to it. All of them belong to one small district. */
export const DISTRICT = 'quiet'
/** Saturday morning, 08:00 in Shanghai. */
export const NOW = new Date('2026-11-21T00:00:00Z')
export const TODAY = '2026-11-21'
export const TOMORROW = '2026-11-22'
export const LUNCH = 'st-one_2026-11-22_lunch'

export const daughter: Actor = { name: '李敏', role: 'family', relation: 'daughter', channel: 'app' }
export const clerk: Actor = { name: '张静', role: 'clerk', relation: null, channel: 'app' }

export function anElder(own: Partial<ElderRecord> = {}): ElderRecord {
  return {
    id: 'e-wang',
    district: DISTRICT,
    townId: 't-east',
    stationId: 'st-one',
    stationName: '一号驿站',
    name: '王秀英',
    sex: 'female',
    birthDate: '1944-03-05',
    phoneTail: '0001',
    building: '长江路 18 弄 2 号',
    room: '301 室',
    place: { lng: 120.6, lat: 31.3 },
    living: 'alone',
    categories: [],
    openid: null,
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
    place: null,
    ...own,
  }
}

/** The account of a relative, by default one who may see and order. */
export function aRelative(
  id: string,
  elder: ElderRecord,
  scopes: AccountRecord['relations'][number]['scopes'] = ['view', 'order'],
): AccountRecord {
  const { name, place } = elder
  const relation = { elderId: elder.id, name, politeName: '王奶奶', place, scopes }
  return anAccount({ id, relations: [{ ...relation, relation: 'daughter', state: 'granted' }] })
}

/** The account of an elder herself. */
export function anElderAccount(id: string, elder: ElderRecord): AccountRecord {
  const { name, place } = elder
  return anAccount({ id, name, self: { elderId: elder.id, name, politeName: '王奶奶', place } })
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
    state: 'assignable',
    helperKind: null,
    ...own,
  }
  return anAccount({ id, memberships: [membership] })
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
    phone: '000-0001',
    contactName: '张静',
    access: ['ramp'],
    kitchenId: null,
    kitchenName: null,
    invented: true,
    ...own,
  }
}

export function aSitting(own: Partial<SittingRecord> = {}): SittingRecord {
  return {
    id: LUNCH,
    district: DISTRICT,
    stationId: 'st-one',
    stationName: '一号驿站',
    kitchenId: 'k-one',
    date: TOMORROW,
    slot: 'lunch',
    startsAt: '2026-11-22T03:30:00.000Z',
    seats: 20,
    seatsLeft: 20,
    portions: 10,
    portionsLeft: 10,
    cutoffAt: '2026-11-22T01:00:00.000Z',
    cancelUntil: '2026-11-22T01:00:00.000Z',
    modes: ['dineIn', 'takeAway', 'delivery'],
    sets: [
      {
        id: 'fish',
        name: '红烧鱼套餐',
        dishes: ['红烧鱼', '青菜'],
        tags: ['软'],
        price: 1800,
        picture: 'fish',
      },
      { id: 'greens', name: '素什锦套餐', dishes: ['素什锦'], tags: [], price: 1200, picture: 'greens' },
    ],
    state: 'open',
    ...own,
  }
}

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
    policyId: null,
    key: null,
    body: 'first',
    ...own,
  }
}

export function aVisit(own: Partial<VisitRecord> = {}): VisitRecord {
  return {
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
    place: { lng: 120.6, lat: 31.3 },
    urgency: 'urgent',
    reason: '电话没人接',
    when: 'now',
    date: TODAY,
    dueAt: '2026-11-21T00:30:00.000Z',
    state: 'open',
    askedBy: daughter,
    askedAt: NOW.toISOString(),
    asker: 'o-daughter',
    helper: null,
    releasedBy: null,
    report: null,
    history: [{ state: 'open', at: NOW.toISOString(), by: daughter }],
    ...own,
  }
}

/** The Beijing meal policy in this district. */
export function aMealPolicy(own: Partial<MealPolicy> = {}): MealPolicy {
  return { ...(beijing as Omit<MealPolicy, 'district'>), district: DISTRICT, ...own }
}
