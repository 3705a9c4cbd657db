import type { CarePolicy, FenAMonth, MinutesAMonth } from '#types/policies/care'
import { abilityWord } from '#types/words/policies/abilities'

export const minutes = (count: number): string => `${count} 分钟`

/** Whose an allowance or a voucher is. */
export const perWords = (per: CarePolicy['per']): string => (per === 'household' ? '每户一份' : '每人一份')

/** A rule that gives something, and to whom. */
export const ruleRow = (rule: string, amounts: readonly string[], who: string) => ({
  cells: [rule, ...amounts, who],
  sentence: `${who}：${amounts.join('，')}`,
})

/** So much a month: one figure, or a table of groups by ability. */
export function tableWords(
  written: MinutesAMonth | FenAMonth,
  one: (count: number) => string,
  { groups }: Pick<CarePolicy, 'groups'>,
): string {
  if (typeof written === 'number') return one(written)
  return written.matrix
    .map(({ group, byAbility }) => {
      const entries = Object.entries(byAbility) as [keyof typeof abilityWord, number][]
      const row = entries.map(([level, count]) => `${abilityWord[level]} ${one(count)}`).join('、')
      return `${groups[group]?.label ?? group}（${row}）`
    })
    .join('；')
}
