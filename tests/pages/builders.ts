import type { MealOrder, Quote } from '#types/meals/orders'
import type { MealSet, Sitting } from '#types/meals/sittings'
import type { ActFor, Home, HomeContact, Me } from '#types/people'
import type { ElderFile } from '#types/people/elders'
import type { NearbyStation, Station } from '#types/stations'
import type { Visit, VisitReport } from '#types/visits'

/** Valid, dull things; a test names only what matters to it. Saturday 21 November 2026, 14:20 in Shanghai. */
export const now = '2026-11-21T06:20:00.000Z'

export const anElder = (over: Partial<ActFor> = {}): ActFor => ({
  id: 'e-wang',
  name: '王秀英',
  politeName: '王奶奶',
  relation: 'self',
  scopes: ['view', 'order', 'health'],
  place: { lng: 117.15, lat: 31.84 },
  ...over,
})

export const aMother = (): ActFor => anElder({ relation: 'daughter', scopes: ['view', 'order'] })

export const aMe = (over: Partial<Me> = {}): Me => ({
  now,
  name: '王秀英',
  invented: true,
  roles: [{ role: 'elder' }],
  elders: [anElder()],
  asks: [],
  asking: 0,
  startsFrom: null,
  notices: [],
  asked: [],
  joining: [],
  ...over,
})

export const aGuest = (): Me => aMe({ name: null, roles: [], elders: [] })

export const aDaughter = (): Me => aMe({ name: '李敏', roles: [{ role: 'family' }], elders: [aMother()] })

export const aContact = (over: Partial<HomeContact> = {}): HomeContact => ({
  name: '张静',
  phone: '000-0002',
  stationName: '长江路社区养老驿站',
  openNow: true,
  opensAt: null,
  otherwise: null,
  ...over,
})

export const aHome = (over: Partial<Home> = {}): Home => {
  const me = over.me ?? aMe()
  return {
    me,
    elder: me.elders[0] ?? null,
    isEnded: false,
    nextMeal: null,
    alarms: [],
    alarmCount: 0,
    returned: [],
    visit: null,
    atWork: null,
    station: null,
    contact: null,
    ...over,
  }
}

const herself = { name: '王秀英', role: 'elder', relation: null, channel: 'app' } as const

export const anOrder = (over: Partial<MealOrder> = {}): MealOrder => ({
  id: 'o-1',
  sittingId: 's-1',
  stationId: 'st-changjiang',
  stationName: '长江路社区养老驿站',
  date: '2026-11-22',
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
  picture: 'hongshao-yu',
  lines: [],
  elderPays: 1300,
  state: 'confirmed',
  placedBy: herself,
  placedAt: now,
  reason: null,
  history: [],
  ...over,
})

const aSet = (over: Partial<MealSet> = {}): MealSet => ({
  id: 'fish',
  name: '红烧鱼套餐',
  dishes: [
    { name: '红烧鱼块', allergens: ['fish', 'soybeans'] },
    { name: '米饭', allergens: [] },
  ],
  tags: ['软'],
  price: 1800,
  picture: 'hongshao-yu',
  ...over,
})

/** Tomorrow's lunch at 11:30, to be booked and cancelled until 9:00. */
export const aSitting = (over: Partial<Sitting> = {}): Sitting => ({
  id: 'st-changjiang_2026-11-22_lunch',
  stationId: 'st-changjiang',
  stationName: '长江路社区养老驿站',
  date: '2026-11-22',
  slot: 'lunch',
  startsAt: '2026-11-22T03:30:00.000Z',
  seats: 32,
  seatsLeft: 12,
  portions: 40,
  portionsLeft: 40,
  cutoffAt: '2026-11-22T01:00:00.000Z',
  cancelUntil: '2026-11-22T01:00:00.000Z',
  modes: ['dineIn', 'takeAway', 'delivery'],
  sets: [aSet(), aSet({ id: 'veg', name: '素什锦套餐', price: 1250 })],
  soldOut: [],
  bookable: true,
  closure: null,
  ...over,
})

/** 18 yuan, of which the district gives 5. */
export const aPrice = (over: Partial<Quote> = {}): Quote => ({
  deliverTo: null,
  mind: null,
  clashes: null,
  lines: [
    { kind: 'list', label: '红烧鱼套餐', payer: null, rule: null, amount: 1800 },
    { kind: 'subsidy', label: '特困补贴', payer: 'district', rule: 'five-a-day', amount: 500 },
    { kind: 'selfPay', label: '自付', payer: 'elder', rule: null, amount: 1300 },
  ],
  elderPays: 1300,
  undecided: [],
  ...over,
})

export const aReport = (over: Partial<VisitReport> = {}): VisitReport => ({
  outcome: 'well',
  note: null,
  isHeld: false,
  ambulanceCalled: null,
  at: now,
  by: '赵强',
  ...over,
})

type OwnOfVisit = Partial<Omit<Visit, 'report'>> & { report?: Partial<VisitReport> | null }

export const aVisit = ({ report = null, ...over }: OwnOfVisit = {}): Visit => ({
  id: 'v-1',
  elderId: 'e-wang',
  elderName: '王秀英',
  elderAge: 82,
  address: '长江路 18 弄',
  place: { lng: 117.15, lat: 31.84 },
  urgency: 'urgent',
  reason: '电话没人接',
  reasonHeld: false,
  when: 'now',
  dueAt: '2026-11-21T06:50:00.000Z',
  state: 'open',
  askedBy: herself,
  askedAt: now,
  helper: null,
  isMine: false,
  earlierReports: [],
  settlings: [],
  alarm: null,
  history: [],
  ...over,
  report: report && aReport(report),
})

export const aNearbyStation = (over: Partial<NearbyStation> = {}): NearbyStation => ({
  id: 'st-changjiang',
  name: '长江路社区养老驿站',
  kind: 'station',
  address: '长江路 26 号',
  place: { lng: 117.151, lat: 31.841 },
  services: ['meal', 'haircut'],
  opening: { openNow: true, closesAt: '2026-11-21T09:00:00.000Z', opensAt: null, closure: null },
  metres: 420,
  walkMinutes: 6,
  nextClosure: null,
  ...over,
})

export const aStation = (over: Partial<Station> = {}): Station => {
  const { metres: _metres, walkMinutes: _walkMinutes, nextClosure: _next, ...station } = aNearbyStation()
  return {
    ...station,
    phone: '000-0000-0103',
    contactName: '张静',
    week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, spans: weekday < 6 ? ['08:00-17:00'] : [] })),
    onHolidays: 'open',
    closures: [],
    otherwise: null,
    access: ['ramp'],
    mealsUntil: '2026-12-05',
    kitchenName: null,
    ...over,
  }
}

export const aFile = (over: Partial<ElderFile> = {}): ElderFile => ({
  id: 'e-wang',
  state: 'active',
  name: '王秀英',
  politeName: '王奶奶',
  sex: 'female',
  birthDate: '1944-03-02',
  age: 82,
  idTail: '0021',
  phone: '138****5678',
  building: '长江路 18 弄',
  hasRoom: true,
  room: null,
  hukou: 'thisDistrict',
  residentSince: '1990-05-01',
  living: 'alone',
  absences: [],
  diedOn: null,
  askedOn: null,
  stationId: 'st-changjiang',
  stationName: '长江路社区养老驿站',
  hasOwnPhone: true,
  isVerified: true,
  health: {
    ability: { grade: 1, assessor: '王医生', on: '2026-03-01' },
    diet: ['soft', 'lowSalt'],
    allergies: ['鸡蛋'],
  },
  categories: [
    {
      category: 'subsistenceAllowance',
      from: '2026-01-01',
      to: null,
      evidence: '低保证',
      verifiedBy: '张静',
    },
    {
      category: 'nearSubsistence',
      from: '2024-01-01',
      to: '2025-12-31',
      evidence: '证明',
      verifiedBy: '张静',
    },
  ],
  contacts: [
    { name: '李敏', relation: 'daughter', phone: '139****0001' },
    { name: '王浩', relation: 'son', phone: '139****0002' },
  ],
  may: { correct: true, verify: false, reveal: true, decide: true },
  ...over,
})
