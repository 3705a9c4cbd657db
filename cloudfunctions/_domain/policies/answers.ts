import type { RuleAnswer } from '#types/eligibility/entitlements'
import type { CarePolicy, VoucherPolicy } from '#types/policies/care'
import type { PersonFact } from '#types/policies/conditions'
import type { MealPolicy, When } from '#types/policies/meal'
import { compileTable } from './care/tables'
import { mealLayersOf } from './meal/layers'
import { mealTable, type TableRule } from './meal/table'
import { compileCondition, groundOf } from './terms/conditions'
import { conditionsIn } from './terms/conditions-in'
import { groupsOf } from './terms/missing-facts'
import type { Situation } from './terms/person'
import { reasonsOf } from './terms/reasons'
import { answerOf } from './terms/truth'

type Policy = MealPolicy | CarePolicy | VoucherPolicy

/** A bill against which rules of one layer are compared, fen. */
const PROBE = 2000

/**
 * What every rule of a policy says of a person on a day: yes, no, or not known yet, with the reasons. Of rules that exclude
 * each other the one that counts `isTaken`.
 * @param hidden facts that the reader may not know of
 */
export function answersOf(policy: Policy, person: Situation, hidden: readonly PersonFact[]): RuleAnswer[] {
  switch (policy.kind) {
    case 'meal':
      return mealAnswers(policy, person, hidden)
    case 'care':
      return careAnswers(policy, person, hidden)
    case 'voucher':
      return voucherAnswers(policy, person, hidden)
  }
}

function mealAnswers(policy: MealPolicy, person: Situation, hidden: readonly PersonFact[]): RuleAnswer[] {
  const table = mealTable(policy)
  const rules = [...table.discounts, ...table.layers, ...table.delivery].map(({ rules }) => rules)
  return mealLayersOf(policy).flatMap(({ layer }, nth) =>
    (rules[nth] ?? []).map((rule) => ({
      ...about(policy, rule.source.who, person, hidden),
      rule: rule.source.rule,
      layer: layer.layer,
      label: rule.label,
      payer: rule.payer,
      isTaken: layer.meet === 'add' || isBest(rule, rules[nth] ?? [], person, layer.meet),
      gives: {
        kind: 'meal' as const,
        amount: rule.source.amount,
        when: { ...whenOf(policy), ...whenOf(layer), ...whenOf(rule.source) },
        limits: [...policy.limits, ...layer.limits, ...rule.source.limits],
      },
      bring: bringFor(policy, rule.source.bring),
    })),
  )
}

/** Whether no other rule of the layer that is for the same meals counts instead. */
function isBest(rule: TableRule, rules: readonly TableRule[], person: Situation, meet: string): boolean {
  const rivals = rules.filter((one) => one === rule || (one.who(person) === 1 && sameMeals(one, rule)))
  if (meet === 'first') return rivals[0] === rule
  const most = Math.max(...rivals.map((one) => worth(one, person)))
  return worth(rule, person) === most && rivals.find((one) => worth(one, person) === most) === rule
}

const sameMeals = (one: TableRule, other: TableRule): boolean =>
  JSON.stringify(whenOf(one.source)) === JSON.stringify(whenOf(other.source))

const worth = (rule: TableRule, { ability }: Situation): number => {
  const bills = { list: PROBE, discounted: PROBE, left: PROBE }
  const slots = rule.source.slots ?? rule.layer.slots ?? ['lunch']
  return Math.max(
    ...slots.map((slot) => rule.give({ slot, mode: 'dineIn', day: 'workday', ability, ...bills })),
  )
}

function careAnswers(policy: CarePolicy, person: Situation, hidden: readonly PersonFact[]): RuleAnswer[] {
  return policy.allowances.map((allowance) => {
    const table = compileTable(allowance.minutes ?? allowance.amount ?? 0, groundOf(policy))
    const figure = table(asRead(person, hidden))
    const isKnown = figure.least === figure.most
    const monthly = isKnown ? figure.most : null
    return {
      ...about(policy, allowance.who, person, hidden),
      rule: allowance.rule,
      layer: 'allowances',
      label: allowance.label,
      payer: allowance.payer,
      isTaken: true,
      gives: {
        kind: 'care' as const,
        minutes: allowance.minutes === undefined ? null : monthly,
        amount: allowance.amount === undefined ? null : monthly,
        hourPrice: policy.hourPrice,
      },
      bring: bringFor(policy, allowance.bring),
    }
  })
}

function voucherAnswers(
  policy: VoucherPolicy,
  person: Situation,
  hidden: readonly PersonFact[],
): RuleAnswer[] {
  return policy.vouchers.map((voucher) => {
    const cap = compileTable(voucher.monthlyCap, groundOf(policy))(asRead(person, hidden))
    const { percent } = voucher
    return {
      ...about(policy, voucher.who, person, hidden),
      rule: voucher.rule,
      layer: 'vouchers',
      label: voucher.label,
      payer: voucher.payer,
      isTaken: true,
      gives: {
        kind: 'voucher' as const,
        percent:
          typeof percent === 'number'
            ? [{ service: null, percent }]
            : Object.entries(percent.byService).map(([service, share]) => ({
                service: policy.services[service] ?? service,
                percent: share,
              })),
        monthlyCap: cap.least === cap.most ? cap.most : null,
      },
      bring: bringFor(policy, voucher.bring),
    }
  })
}

/** A person without the grade that the reader may not know of: a sum that follows from it would tell it. */
const asRead = (person: Situation, hidden: readonly PersonFact[]): Situation =>
  hidden.includes('ability') ? { ...person, ability: undefined } : person

function about(
  policy: Policy,
  who: TableRule['source']['who'],
  person: Situation,
  hidden: readonly PersonFact[],
) {
  const ground = groundOf(policy)
  return {
    policyId: policy.id,
    policyName: policy.name,
    kind: policy.kind,
    answer: answerOf(compileCondition(who, ground)(person)),
    reasons: reasonsOf(who, person, { ground, names: policy.categories, hidden }),
    until: policy.effectiveTo,
  }
}

/** The rule's own papers, else those that prove the district's own categories. */
const bringFor = ({ categories }: Policy, own: string[] | undefined): string[] =>
  own ?? [...new Set(Object.values(categories).flatMap(({ bring }) => bring))].slice(0, 6)

function whenOf({ slots, modes, days, eatsIn, spend }: When): When {
  return {
    ...(slots && { slots }),
    ...(modes && { modes }),
    ...(days && { days }),
    ...(eatsIn && { eatsIn }),
    ...(spend && { spend }),
  }
}

/** The categories that any rule of a policy asks for; slots that the district has still to fill are none. */
export function categoriesIn(policy: Policy): string[] {
  const conditions = conditionsIn(policy).map(({ who }) => who)
  const all = [...conditions, ...groupsOf(Object.keys(policy.groups), policy.groups)]
  const isOpen = (name: string) => policy.categories[name]?.isPlaceholder ?? false
  return [...new Set(all.flatMap(namedIn))].filter((name) => !isOpen(name))
}

function namedIn(condition: TableRule['source']['who']): string[] {
  const { category = [], all = [], any = [], not } = condition
  return [...category, ...[...all, ...any, ...(not ? [not] : [])].flatMap(namedIn)]
}
