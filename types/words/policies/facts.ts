import type { MealFact } from '#types/policies/conditions'

/** A fact that decides, as one says that it is not known. */
export const factWord: Record<MealFact, string> = {
  age: '年龄',
  hukou: '户籍',
  residentMonths: '在本区住了多久',
  category: '身份类别',
  ability: '能力评估的结果',
  living: '和谁一起住',
  livesAtHome: '是不是住在家里',
  sex: '性别',
  eatsIn: '在哪里吃',
}
