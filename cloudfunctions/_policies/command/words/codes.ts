import type { Mode, Slot } from '#types/meals/slots'
import type { Payer } from '#types/payers'
import type { StandardCategory } from '#types/people/categories'
import type { livings, sexes } from '#types/people/livings'
import type { AbilityLevel, Level } from '#types/policies/conditions'
import type { DayKind } from '#types/policies/meal'

/** What the codes of a policy mean to somebody who reads it. */
export const slotWords: Record<Slot, string> = { breakfast: '早餐', lunch: '午餐', dinner: '晚餐' }
export const modeWords: Record<Mode, string> = { dineIn: '堂食', takeAway: '自取', delivery: '送餐' }
export const dayWords: Record<DayKind, string> = { workday: '工作日', weekend: '周末', holiday: '法定节假日' }
export const payerWords: Record<Payer, string> = {
  elder: '老人',
  station: '助餐点',
  town: '镇街',
  district: '区里',
  city: '市里',
  state: '国家',
}
export const levelWords: Record<Level, string> = {
  town: '本镇街',
  district: '本区',
  city: '本市',
  province: '本省',
}
export const abilityWords: Record<AbilityLevel, string> = {
  able: '能力完好',
  mild: '轻度失能',
  moderate: '中度失能',
  severe: '重度失能',
  total: '完全失能',
}
export const livingWords: Record<(typeof livings)[number], string> = {
  alone: '独住',
  couple: '和老伴住',
  withFamily: '和家人住',
  withOther: '和别人住',
  institution: '住在养老机构',
}
export const sexWords: Record<(typeof sexes)[number], string> = { female: '女', male: '男' }
export const categoryWords: Record<StandardCategory, string> = {
  basicCareRecipient: '基本养老服务对象',
  extremePoverty: '特困',
  subsistenceAllowance: '低保',
  nearSubsistence: '低保边缘',
  lowIncome: '低收入',
  specialFamilyPlanning: '计生特殊家庭',
  entitledGroup: '优抚对象',
  severeDisability: '重度残疾',
  advancedAge: '高龄',
  livingAlone: '独居',
  emptyNest: '空巢',
  leftBehind: '留守',
}

/** Facts that may not be known. */
export const factWords: Record<string, string> = {
  age: '年龄',
  hukou: '户籍',
  residentMonths: '在本区住了多久',
  category: '身份类别',
  ability: '能力评估',
  living: '和谁住',
  livesAtHome: '是不是住在家里',
  sex: '性别',
  eatsIn: '在哪里吃',
}

export const answerWords: Record<string, string> = { yes: '有', no: '没有', unknown: '还不知道' }

/** 5.00 元 */
export const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`
