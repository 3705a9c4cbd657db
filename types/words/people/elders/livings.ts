import type { Living } from '#types/people/elders'

export const livingWord: Record<Living, string> = {
  alone: '一个人住',
  couple: '和老伴住',
  withFamily: '和家人住',
  withOther: '和别人住',
  institution: '住在养老机构',
}
