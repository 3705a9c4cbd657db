import type { Meeting } from '#types/policies'
import type { FenAMonth, MinutesAMonth } from '#types/policies/care'
import type { Condition } from '#types/policies/conditions'
import type { Amount, When } from '#types/policies/meal'
import { mealLayersOf } from '../../../_domain/policies/meal/layers'
import type { AnyPolicy } from '../kinds'

/** A rule as far as questions about whom it reaches need it. */
export interface ListedRule {
  path: (string | number)[]
  rule: string
  who: Condition
  when: When
  /** It gives the same to everybody whom it fits, at every meal it is for, every time. */
  isPlain: boolean
  /** Its table of group × ability, and where that stands. */
  matrix?: { path: (string | number)[]; groups: string[] }
}

/** Rules that stand in one list and meet each other. */
export interface RuleList {
  meet: Meeting
  rules: ListedRule[]
}

/** The lists of rules of a policy: one for each layer, else one. */
export function ruleLists(policy: AnyPolicy): RuleList[] {
  switch (policy.kind) {
    case 'meal':
      return mealLayersOf(policy).map(({ path, layer }) => ({
        meet: layer.meet,
        rules: layer.rules.map(({ rule, who, slots, modes, days, eatsIn, spend, amount, limits }, place) => ({
          path: [...path, 'rules', place],
          rule,
          who,
          when: { slots, modes, days, eatsIn, spend },
          isPlain: isFlat(amount) && limits.length === 0,
        })),
      }))
    case 'care':
      return [
        {
          meet: policy.meet,
          rules: policy.allowances.map(({ rule, who, minutes, amount }, place) =>
            monthly(['allowances', place], { rule, who }, [
              minutes === undefined ? 'amount' : 'minutes',
              minutes ?? amount ?? 0,
            ]),
          ),
        },
      ]
    case 'voucher':
      return [
        {
          meet: policy.meet,
          rules: policy.vouchers.map(({ rule, who, monthlyCap, percent }, place) => {
            const one = monthly(['vouchers', place], { rule, who }, ['monthlyCap', monthlyCap])
            return { ...one, isPlain: one.isPlain && typeof percent === 'number' }
          }),
        },
      ]
  }
}

const isFlat = (amount: Amount): boolean =>
  typeof amount === 'number' || 'percent' in amount || 'elderPays' in amount

function monthly(
  path: (string | number)[],
  { rule, who }: { rule: string; who: Condition },
  [field, written]: [field: string, written: MinutesAMonth | FenAMonth],
): ListedRule {
  const one = { path, rule, who, when: {}, isPlain: typeof written === 'number' }
  if (typeof written === 'number') return one
  const groups = written.matrix.map(({ group }) => group)
  return { ...one, matrix: { path: [...path, field, 'matrix'], groups } }
}
