import type { Channel } from '#types/actors'
import type { Role, Scope } from '#types/contract'
import type { MealOrder } from '#types/meals/orders'
import type { Mode, Slot } from '#types/meals/sittings'
import type { Payer } from '#types/payers'
import type { ActFor } from '#types/people'
import type { Category, StandardCategory } from '#types/people/categories'
import type { Diet, Hukou, Living, Sex } from '#types/people/elders'
import type { Relation } from '#types/people/relations'
import type { CertificateKind } from '#types/people/staff'
import type { MealOrderState, MembershipState, VisitState } from '#types/states'
import type { Service, Station, StationKind } from '#types/stations'
import type { HelperKind, Outcome, Urgency, Visit } from '#types/visits'

/** Everything that the contracts name by a code, in the words of people. */

/** Fen as 13 or 2.50, without the unit. */
export const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))

/** 13 元, 2.50 元 */
export const money = (fen: number): string => `${yuan(fen)} 元`

/** 走 6 分钟; far away in kilometres, since nobody walks that. */
export const walk = (way: { walkMinutes: number; metres: number }): string =>
  way.walkMinutes <= 60 ? `走 ${way.walkMinutes} 分钟` : `大约 ${Math.round(way.metres / 1000)} 公里`

export const slotWord: Record<Slot, string> = { breakfast: '早餐', lunch: '午餐', dinner: '晚餐' }

export const modeWord: Record<Mode, string> = { dineIn: '在店里吃', takeAway: '自己取', delivery: '送到家' }

/** The same for staff. */
export const modeShort: Record<Mode, string> = { dineIn: '堂食', takeAway: '自取', delivery: '送餐' }

export const channelWord: Record<Channel, string> = { app: '手机上', phone: '打电话', counter: '在驿站' }

export const payerWord: Record<Payer, string> = {
  elder: '您',
  station: '驿站',
  town: '街道',
  district: '区里',
  city: '市里',
  state: '国家',
}

/** How a state is shown: always a word, a sign and a colour that say the same. */
export interface StateWord {
  word: string
  kind: 'ok' | 'wait' | 'bad' | 'plain'
}

export const orderStateWord: Record<MealOrderState, StateWord> = {
  waiting: { word: '排队等座位', kind: 'wait' },
  offered: { word: '有座位了，等您答应', kind: 'wait' },
  lapsed: { word: '没有等到', kind: 'plain' },
  placed: { word: '等驿站确认', kind: 'wait' },
  confirmed: { word: '已确认', kind: 'ok' },
  refused: { word: '驿站没有接', kind: 'bad' },
  cancelled: { word: '已取消', kind: 'plain' },
  served: { word: '吃过了', kind: 'ok' },
  missed: { word: '没有来', kind: 'bad' },
}

const visitStateWord: Record<VisitState, StateWord> = {
  open: { word: '正在找人', kind: 'wait' },
  claimed: { word: '有人去了', kind: 'ok' },
  onSite: { word: '到门口了', kind: 'ok' },
  reported: { word: '看过了', kind: 'ok' },
  closed: { word: '办完了', kind: 'plain' },
  cancelled: { word: '已取消', kind: 'plain' },
  escalated: { word: '驿站正在跟进', kind: 'bad' },
}

/** What a report says in a tag: the state alone would call every outcome well. */
const reportWord: Record<Outcome, StateWord> = {
  well: { word: '看过了', kind: 'ok' },
  needsFound: { word: '有事要帮', kind: 'wait' },
  noAnswer: { word: '没人应门', kind: 'bad' },
  refused: { word: '说不用来', kind: 'plain' },
  emergency: { word: '情况紧急', kind: 'bad' },
}

/** How a visit stands: its state, or what was found while somebody still has to read it. */
export function visitWord({ state, report }: Pick<Visit, 'state' | 'report'>): StateWord {
  return state === 'reported' && report ? reportWord[report.outcome] : visitStateWord[state]
}

export const urgencyWord: Record<Urgency, string> = { urgent: '急事', hard: '难事', worry: '烦心事' }

export const outcomeWord: Record<Outcome, string> = {
  well: '见到人了，一切都好',
  needsFound: '见到人了，有事要帮忙',
  noAnswer: '敲了门，没有人应',
  refused: '老人说不用来',
  emergency: '情况紧急，已经求助',
}

export const helperWord: Record<HelperKind, string> = {
  partyMember: '党员志愿者',
  socialWorker: '社工',
  gridWorker: '网格员',
  neighbour: '热心邻居',
  staff: '驿站工作人员',
}

export const roleWord: Record<Role, string> = {
  elder: '老人',
  family: '家人',
  clerk: '工作人员',
  manager: '站长',
  kitchen: '厨房',
  careWorker: '护理员',
  volunteer: '志愿者',
  coordinator: '养老生活协调员',
  supervisor: '监管人员',
}

export const stationKindWord: Record<StationKind, string> = {
  careCenter: '养老服务中心',
  station: '养老驿站',
  neighbourhoodPoint: '睦邻点',
}

export const serviceWord: Record<Service, string> = {
  meal: '吃饭',
  delivery: '送餐',
  dayCare: '白天照看',
  healthCheck: '量血压',
  rehabilitation: '康复',
  haircut: '理发',
  bathing: '洗澡',
  activities: '活动',
  companionship: '陪伴',
  lifeCare: '生活照料',
  legalAid: '法律咨询',
  shortStay: '短住',
}

export const accessWord: Record<Station['access'][number], string> = {
  ramp: '有坡道',
  lift: '有电梯',
  toilet: '有无障碍厕所',
  parking: '能停车',
  hearingLoop: '助听设备',
}

export const hukouWord: Record<Hukou, string> = {
  thisTown: '本街道（镇）',
  thisDistrict: '本区别的街道（镇）',
  thisCity: '本市别的区',
  thisProvince: '本省别的市',
  elsewhere: '外省',
}

export const dietWord: Record<Diet, string> = {
  soft: '要软烂',
  lowSalt: '少盐',
  lowSugar: '少糖',
  lowFat: '少油',
  vegetarian: '吃素',
  halal: '清真',
  noSpice: '不吃辣',
}

export const categoryWord: Record<StandardCategory, string> = {
  basicCareRecipient: '基本养老服务对象',
  extremePoverty: '特困',
  subsistenceAllowance: '低保',
  nearSubsistence: '低保边缘',
  lowIncome: '低收入',
  specialFamilyPlanning: '计划生育特殊家庭',
  entitledGroup: '优抚对象',
  severeDisability: '重度残疾',
  advancedAge: '高龄',
  livingAlone: '独居',
  emptyNest: '空巢',
  leftBehind: '留守',
}

/** A category in words; one that a district made up is named in its policy. */
export const categoryName = (category: Category): string =>
  (categoryWord as Record<string, string>)[category] ?? '区里认定的类别'

/** An assessed grade of ability, 0 to 4, as GB/T 42195-2022 names it. */
export const abilityWord = (grade: number): string =>
  ['能力完好', '轻度失能', '中度失能', '重度失能', '完全失能'][grade] ?? `${grade} 级`

/** What a daughter or son says. The phone is told no sex; the polite name says it where people would hear it. */
function parentWord(politeName: string): string {
  if (/(奶奶|婆婆|阿姨|大妈)$/.test(politeName)) return '妈妈'
  return /(爷爷|公公|叔叔|伯伯|大爷)$/.test(politeName) ? '爸爸' : politeName
}

const callWords: Record<Relation, (politeName: string) => string> = {
  self: () => '您',
  daughter: parentWord,
  son: parentWord,
  spouse: () => '老伴',
  grandchild: (politeName) => (/(奶奶|爷爷)$/.exec(politeName) ?? [politeName])[0],
  relative: (politeName) => politeName,
  neighbour: (politeName) => politeName,
  guardian: (politeName) => politeName,
}

/** What the caller calls an elder: 您, 妈妈, 老伴, 王奶奶. */
export const callWord = (elder: Pick<ActFor, 'relation' | 'politeName'>): string =>
  callWords[elder.relation](elder.politeName)

/** The same with the name, so that nobody books for the wrong one: 妈妈 王秀英; for oneself only the name. */
export function nameInFull(elder: ActFor): string {
  return elder.relation === 'self' ? elder.name : `${callWord(elder)} ${elder.name}`
}

/** How a relative is related, as others read it: 女儿李敏. */
export const relationWords: Record<Relation, string> = {
  self: '本人',
  daughter: '女儿',
  son: '儿子',
  spouse: '老伴',
  grandchild: '孙辈',
  relative: '亲戚',
  neighbour: '邻居',
  guardian: '监护人',
}

/** What somebody else can be to an elder. */
export type Kin = Exclude<Relation, 'self'>

/** In the order in which people are asked what they are to her. */
export const kinOptions: { value: Kin; word: string }[] = (
  ['daughter', 'son', 'spouse', 'grandchild', 'relative', 'neighbour', 'guardian'] as const
).map((value) => ({ value, word: relationWords[value] }))

/** What an elder lets a relative do, in her words; `who` is the elder: 您, 王奶奶. */
export const scopeWord: Record<Scope, (who: string) => string> = {
  view: () => '看看订了什么、谁来过',
  order: (who) => `替${who}订餐、请人上门`,
  health: () => '知道忌口、过敏和身体情况',
  log: () => '看谁办过什么',
}

/** The same for `Checks`, in the order of how much is given away. */
export const scopeOptions = (who: string): { value: Scope; word: string }[] =>
  (['view', 'order', 'health', 'log'] as const).map((value) => ({ value, word: scopeWord[value](who) }))

export const livingWord: Record<Living, string> = {
  alone: '一个人住',
  couple: '和老伴住',
  withFamily: '和家人住',
  withOther: '和别人住',
  institution: '住在养老机构',
}

export const sexWord: Record<Sex, string> = { female: '女', male: '男' }

export const certificateWord: Record<CertificateKind, string> = {
  health: '健康证',
  nursing: '护理员证',
  socialWork: '社工证',
  firstAid: '急救证',
  food: '食品安全证',
}

/** How far somebody has come who joins the work. */
export const membershipWord: Record<MembershipState, StateWord> = {
  accepted: { word: '已接受，等审核', kind: 'wait' },
  vetted: { word: '审核过了，等培训', kind: 'wait' },
  trained: { word: '培训好了，等安排', kind: 'wait' },
  assignable: { word: '可以上岗', kind: 'ok' },
  suspended: { word: '先停一停', kind: 'bad' },
  ended: { word: '已经结束', kind: 'plain' },
}

/** Who did something: 女儿李敏, 志愿者赵强, 王秀英. */
export function actorWord(actor: MealOrder['placedBy']): string {
  if (actor.role === 'elder') return actor.name
  if (actor.relation === null) return `${roleWord[actor.role]}${actor.name}`
  return `${relationWords[actor.relation]}${actor.name}`
}

/** Who did something, as the caller reads it: 您 for oneself. Names are all that a record tells of people. */
export const byWord = (actor: MealOrder['placedBy'], myName: string | null): string =>
  actor.name === myName ? '您' : actorWord(actor)
