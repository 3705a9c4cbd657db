import type { Category, StandardCategory } from '#types/people/categories'

export const categoryWord: Record<StandardCategory, string> = {
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
