import type { Channel } from '#types/actors'
import type { Role, Scope } from '#types/contract'
import type { Mode, Slot } from '#types/meals/sittings'
import type { Category, StandardCategory } from '#types/people/categories'
import type { Diet, Hukou, Living, Purpose, Sex } from '#types/people/elders'
import type { Relation } from '#types/people/relations'
import type { ApplicationState, ElderState, MealOrderState, RelationState, VisitState } from '#types/states'
import type { Outcome, Urgency } from '#types/visits'

/**
 * What codes are called in the copy of an elder's data. The copy is a document that the law asks of us, not a page: it reads
 * the same wherever it was made, so its words live with it.
 */
export const sexWord: Record<Sex, string> = { female: '女', male: '男' }

export const livingWord: Record<Living, string> = {
  alone: '一个人住',
  couple: '和老伴住',
  withFamily: '和家人住',
  withOther: '和别人住',
  institution: '住在养老机构',
}

export const hukouWord: Record<Hukou, string> = {
  thisTown: '本街道（镇）',
  thisDistrict: '本区别的街道（镇）',
  thisCity: '本市别的区',
  thisProvince: '本省别的市',
  elsewhere: '外省',
}

export const elderStateWord: Record<ElderState, string> = {
  pending: '等本人同意',
  active: '有效',
  erased: '已注销',
}

export const dietWord: Record<Diet, string> = {
  soft: '软烂',
  lowSalt: '少盐',
  lowSugar: '少糖',
  lowFat: '少油',
  vegetarian: '素食',
  halal: '清真',
  noSpice: '不辣',
}

const categoryWord: Record<StandardCategory, string> = {
  basicCareRecipient: '基本养老服务对象',
  extremePoverty: '特困人员',
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

export const relationWord: Record<Relation, string> = {
  self: '本人',
  daughter: '女儿',
  son: '儿子',
  spouse: '老伴',
  grandchild: '孙辈',
  relative: '亲戚',
  neighbour: '邻居',
  guardian: '监护人',
}

export const relationStateWord: Record<RelationState, string> = {
  asked: '想代办，等回话',
  granted: '能代办',
  declined: '没有同意',
  revoked: '已收回',
}

export const scopeWord: Record<Scope, string> = {
  view: '看订了什么、谁来过',
  order: '替订餐、请人上门',
  health: '知道忌口和身体情况',
  log: '看谁办过什么',
}

export const roleWord: Record<Role, string> = {
  elder: '本人',
  family: '家人',
  clerk: '驿站工作人员',
  manager: '站长',
  kitchen: '厨房',
  careWorker: '护理员',
  volunteer: '志愿者',
  coordinator: '协调员',
  supervisor: '区里的管理员',
}

export const channelWord: Record<Channel, string> = { app: '手机上', phone: '电话里', counter: '柜台上' }

export const purposeWord: Record<Purpose | 'circle', string> = {
  service: '登记和办事',
  health: '身体和饮食',
  category: '身份类别和补贴',
  location: '住处的位置',
  circle: '请家人代办',
}

export const capacityWord = { elder: '本人', guardian: '监护人' }

export const howWord = { app: '手机上', paper: '纸上签字', spoken: '电话里说的', invitation: '用邀请码' }

export const slotWord: Record<Slot, string> = { breakfast: '早餐', lunch: '午餐', dinner: '晚餐' }

export const modeWord: Record<Mode, string> = { dineIn: '在店里吃', takeAway: '自己取', delivery: '送到家' }

export const orderStateWord: Record<MealOrderState, string> = {
  waiting: '在排队',
  offered: '轮到了，等回话',
  lapsed: '没有回话，让给了别人',
  placed: '等驿站确认',
  confirmed: '驿站已确认',
  refused: '驿站接不了',
  cancelled: '取消了',
  served: '吃过了',
  missed: '没有来',
}

export const applicationStateWord: Record<ApplicationState, string> = {
  submitted: '交上去了',
  inReview: '正在看',
  returned: '退回来补材料',
  approved: '通过了',
  refused: '没有通过',
  withdrawn: '撤回了',
}

export const verdictWord = { approve: '通过', return: '退回补材料', refuse: '没有通过' }

export const absenceWord = { hospital: '住院', away: '外出' }

export const visitStateWord: Record<VisitState, string> = {
  open: '等人去',
  claimed: '有人去了',
  onSite: '到门口了',
  reported: '看过了，等读结果',
  closed: '办完了',
  cancelled: '取消了',
  escalated: '转给了上一级',
}

export const urgencyWord: Record<Urgency, string> = { urgent: '急事', hard: '难事', worry: '烦心事' }

export const outcomeWord: Record<Outcome, string> = {
  well: '平安',
  needsFound: '有事要帮忙',
  noAnswer: '没有人应门',
  refused: '不愿开门',
  emergency: '紧急',
}

/** What was done, by the name of the action. */
export const actionWord: Record<string, string> = {
  'meals.book': '订餐',
  'meals.bookFor': '帮忙订餐',
  'meals.cancel': '取消订餐',
  'meals.confirm': '确认订餐',
  'meals.refuse': '回绝订餐',
  'meals.switchMode': '换了吃法',
  'meals.serve': '记下吃过了',
  'meals.unserve': '改正：没有吃',
  'people.setAbsences': '记下不在家的日子',
  'people.recordDeath': '记下过世',
  'people.move': '换了驿站和住址',
  'eligibility.startDocument': '拍了证件',
  'eligibility.apply': '申请认定类别',
  'eligibility.withdraw': '撤回申请',
  'eligibility.take': '开始看申请',
  'eligibility.decide': '对申请做了决定',
  'eligibility.documents': '看了申请的照片',
  'supervision.closeFlag': '核对了一次用餐',
  'supervision.settlementFile': '导出了结算',
  'visits.request': '请人上门',
  'visits.cancel': '取消上门',
  'visits.claim': '接了上门的事',
  'visits.arrive': '到了门口',
  'visits.release': '放下上门的事',
  'visits.report': '写了上门的结果',
  'visits.close': '看过上门的结果',
  'people.registerSelf': '登记自己',
  'people.registerKin': '替老人登记',
  'people.registerAt': '在驿站登记',
  'people.correct': '改资料',
  'people.verify': '核对证件',
  'people.file': '看资料',
  'people.reveal': '看被遮住的内容',
  'people.renewCard': '换服务卡',
  'people.ask': '想来代办',
  'people.grant': '同意代办',
  'people.decline': '不同意代办',
  'people.revoke': '收回代办',
  'people.invite': '给出邀请码',
  'people.uninvite': '收回邀请码',
  'people.accept': '用了邀请码',
  'people.inviteStaff': '邀请工作人员',
  'people.advance': '办了人员的一步',
  'people.certify': '登记证件',
  'people.consent': '同意或者撤回同意',
  'people.copy': '拿了一份资料',
  'people.erase': '注销登记',
  'people.leave': '离开',
  'people.roster': '导出名册',
}

/** What of an action. */
export const aboutWord: Record<string, string> = {
  ...purposeWord,
  given: '同意',
  withdrawn: '撤回',
  building: '住址',
  room: '房号',
  place: '住处的位置',
  living: '和谁住',
  diet: '忌口',
  allergies: '过敏',
  phone: '电话',
  address: '住址',
  idNumber: '身份证号',
  contacts: '紧急联系人',
  identity: '是谁',
  categories: '身份类别',
  ability: '能力等级',
  ...scopeWord,
  self: '本人绑手机',
  family: '家人代办',
}
