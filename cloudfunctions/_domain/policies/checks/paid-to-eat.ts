import { modes, slots } from '#types/meals/slots'
import type { Condition } from '#types/policies/conditions'
import { dayKinds, type MealPolicy } from '#types/policies/meal'
import type { MealFacts } from '../meal/facts'
import { type MealTable, mealTable, type TableRule } from '../meal/table'
import type { Situation } from '../terms/person'
import type { Fault } from './faults'
import { possiblePersons } from './possible-persons'
import { sumOf, type Uncut, uncutAmounts } from './uncut-amounts'

/** A bill that no meal reaches, fen: what gives more than this was never meant. */
const LARGE = 10_000
const MOST_FAULTS = 3

/** What one person would be given for one bill, where that is more than the bill. */
interface Excess {
  given: Uncut[]
  bill: number
  isDelivery: boolean
}

/**
 * Rules that together give somebody more than the bill, however large it is: an amount typed in the wrong unit, shares
 * beyond a hundred. What the engine cuts at a small bill is meant and no fault.
 */
export function paidToEat(policy: MealPolicy): Fault[] {
  const table = mealTable(policy)
  const persons = distinctPersons(policy, table)
  if (persons === null) return [tooMuch]
  const excesses = new Map<string, Excess>()
  for (const person of persons)
    for (const meal of possibleMeals(policy))
      for (const excess of excessesOf(table, person, meal)) {
        const key = excess.given.map(({ rule }) => rule.source.rule).join()
        if (!excesses.has(key)) excesses.set(key, excess)
      }
  return smallest([...excesses.values()])
    .slice(0, MOST_FAULTS)
    .map((excess) => faultOf(excess, policy))
}

/** Nothing is let through that could not be looked at. */
const tooMuch: Fault = {
  path: [],
  problem:
    '这份政策的年龄、户籍、身份、能力等条件合在一起太多，没有办法逐一核对会不会倒贴钱。请拆成几份，或者少用几种条件。',
}

/** The conditions of a policy: of its rules, its groups, what the operator receives. */
const conditionsOf = (policy: MealPolicy): Condition[] => [
  ...Object.values(policy.groups).map(({ who }) => who),
  ...[...policy.discounts, ...policy.layers, ...(policy.delivery?.layers ?? [])].flatMap(({ rules }) =>
    rules.map(({ who }) => who),
  ),
]

/** One person for each set of rules that somebody can fit. */
function distinctPersons(policy: MealPolicy, table: MealTable): Situation[] | null {
  const rules = [...table.discounts, ...table.layers, ...table.delivery].flatMap((layer) => layer.rules)
  const needsAbility = rules.some((rule) => rule.needsAbility)
  const persons = possiblePersons(conditionsOf(policy), needsAbility)
  if (persons === null) return null
  const found = new Map<string, Situation>()
  for (const person of persons) {
    const key = rules.map((rule) => rule.who(person)).join('') + (needsAbility ? person.ability : '')
    if (!found.has(key)) found.set(key, person)
  }
  return [...found.values()]
}

function possibleMeals({ standardPrice }: MealPolicy): MealFacts[] {
  const lists = standardPrice ? [LARGE, standardPrice] : [LARGE]
  return lists.flatMap((list) =>
    slots.flatMap((slot) =>
      modes.flatMap((mode) =>
        dayKinds.flatMap((day) =>
          [0, 1, 2, 3, 4].map((eatsIn) => ({
            list,
            label: '',
            slot,
            mode,
            day,
            eatsIn,
            on: '2025-01-01',
            distance: null,
          })),
        ),
      ),
    ),
  )
}

function excessesOf(table: MealTable, person: Situation, meal: MealFacts): Excess[] {
  const { list } = meal
  const discounts = uncutAmounts(
    table.discounts,
    { person, meal, meet: 'add' },
    { list, discounted: list, left: list },
  )
  const discounted = Math.max(0, list - sumOf(discounts))
  const subsidies = uncutAmounts(
    table.layers,
    { person, meal, meet: table.meet },
    { list, discounted, left: discounted },
  )
  const given = [...discounts, ...subsidies]
  const fee = meal.mode === 'delivery' ? highestFee(table.policy) : 0
  const delivered =
    fee > 0
      ? uncutAmounts(table.delivery, { person, meal, meet: 'add' }, { list: fee, discounted: fee, left: fee })
      : []
  return [
    ...(sumOf(given) > list ? [{ given, bill: list, isDelivery: false }] : []),
    ...(sumOf(delivered) > fee ? [{ given: delivered, bill: fee, isDelivery: true }] : []),
  ]
}

const highestFee = ({ delivery }: MealPolicy): number =>
  delivery === null
    ? 0
    : typeof delivery.fee === 'number'
      ? delivery.fee
      : Math.max(...delivery.fee.byDistance.map(({ fee }) => fee))

/** Those that hold no other: each fault once, with no rule that has no part in it. */
function smallest(excesses: readonly Excess[]): Excess[] {
  const rulesOf = ({ given }: Excess) => new Set<TableRule>(given.map(({ rule }) => rule))
  const sets = excesses
    .map((excess) => ({ excess, rules: rulesOf(excess) }))
    .sort((a, b) => a.rules.size - b.rules.size)
  return sets
    .filter(
      ({ rules }, place) =>
        !sets.slice(0, place).some((smaller) => [...smaller.rules].every((rule) => rules.has(rule))),
    )
    .map(({ excess }) => excess)
}

function faultOf({ given, bill, isDelivery }: Excess, policy: MealPolicy): Fault {
  const worst = given.reduce((most, one) => (one.amount > most.amount ? one : most))
  const rules = given.map(({ rule, amount }) => `“${rule.source.rule}”给 ${yuan(amount)} 元`).join('，')
  const what = isDelivery ? `${yuan(bill)} 元的送餐费` : `${yuan(bill)} 元的一餐`
  return {
    path: [...pathOf(worst.rule, policy), 'amount'],
    problem: `有人会因为吃饭倒拿钱：${what}，${rules}，一共 ${yuan(sumOf(given))} 元，超过了账单。金额的单位是分，5 元要写 500；几条规则的比例加起来不能超过 100。请把金额或比例改小。`,
  }
}

function pathOf({ source, layer }: TableRule, policy: MealPolicy): Fault['path'] {
  const places: [Fault['path'], MealPolicy['layers']][] = [
    [['discounts'], policy.discounts],
    [['layers'], policy.layers],
    [['delivery', 'layers'], policy.delivery?.layers ?? []],
  ]
  for (const [path, layers] of places) {
    const place = layers.indexOf(layer)
    if (place >= 0) return [...path, place, 'rules', layer.rules.indexOf(source)]
  }
  return []
}

const yuan = (fen: number): string => (fen / 100).toFixed(2)
