import { type Category, isStandard } from '#types/people/categories'
import type { Group } from '#types/policies'
import type { Condition } from '#types/policies/conditions'
import { categoryWord } from '#types/words/people/elders/categories'
import { livingWord } from '#types/words/people/elders/livings'
import { sexWord } from '#types/words/people/elders/sexes'
import { abilityWord } from '#types/words/policies/abilities'
import { levelWord } from '#types/words/policies/levels'

/** What names in a condition stand for. */
interface Glossary {
  groups: Readonly<Record<string, Group>>
  categories: Readonly<Record<string, { label: string }>>
}

/** A condition as somebody would say it. */
export function conditionWords(condition: Condition, glossary: Glossary): string {
  const { age, hukou, residentMonths, category, ability, living, livesAtHome, sex, group, all, any, not } =
    condition
  const inner = (one: Condition) => conditionWords(one, glossary)
  const parts = [
    age && ageWords(age),
    hukou && `${levelWord[hukou]}户籍`,
    residentMonths && `在本区住满 ${residentMonths} 个月`,
    category && anyOf(category.map((one) => categoryName(one, glossary))),
    ability && `评估为${anyOf(ability.map((one) => abilityWord[one]))}`,
    living && anyOf(living.map((one) => livingWord[one])),
    livesAtHome !== undefined && (livesAtHome ? '住在家里' : '住在养老机构'),
    sex && sexWord[sex],
    group && anyOf(group.map((name) => glossary.groups[name]?.label ?? name)),
    ...(all ?? []).map(inner),
    any && `（${any.map(inner).join('）或者（')}）`,
    not && `不是（${inner(not)}）`,
  ].filter((part) => typeof part === 'string')
  return parts.length > 0 ? parts.join('，') : '所有人'
}

/** A category's name: everybody's, or the one that the policy gives its own. */
const categoryName = (category: Category, { categories }: Glossary): string =>
  isStandard(category) ? categoryWord[category] : (categories[category]?.label ?? category)

const anyOf = (words: readonly string[]): string => words.join(' / ')

function ageWords({ counted, ...band }: NonNullable<Condition['age']>): string {
  const how = { day: '', nextMonth: '（生日的下个月起算）', wholeYear: '（当年过生日的全年都算）' }[
    counted ?? 'day'
  ]
  return `${bandWords(band)}${how}`
}

function bandWords({ from, to }: { from?: number; to?: number }): string {
  if (from !== undefined && to !== undefined) return from === to ? `${from} 岁` : `${from} 至 ${to} 岁`
  return from !== undefined ? `${from} 岁及以上` : `${to} 岁及以下`
}
