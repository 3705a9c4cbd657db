import type { OperatorLine, Price, PriceLine, Undecided } from '#types/meals/prices'
import type { MealPolicy } from '#types/policies/meal'
import { missingFacts } from '../terms/missing-facts'
import type { Situation } from '../terms/person'
import { YES } from '../terms/truth'
import { settleBills } from './bills'
import { deliveryFee } from './delivery-fee'
import type { MealFacts, Use } from './facts'
import type { Given, Open } from './layer-offer'
import { type MealTable, mealTable } from './table'
import { isMeant } from './when'

/** A price, and what goes with it that is not the elder's. */
export interface PricedMeal {
  price: Price
  /** What the operator will receive for the meal once it is served. */
  operator: OperatorLine[]
  /** What it uses of the limits, as other orders will have to know. */
  uses: Omit<Use, 'orderId'>[]
}

/**
 * Splits the bill for one meal into what each payer gives and what the elder pays.
 *
 * Discounts come first, then the layers in the policy's order, each cut so that the elder never pays less than nothing; the
 * delivery fee is a bill of its own. Where a fact that decides is not known, nothing is given for it and `undecided` says
 * what could be.
 * @param policy null where none is in force: the elder pays the list price
 * @param uses what other live orders of the same person have used; only their own periods count
 * @returns lines that add up: list and delivery equal discounts, subsidies and the elder's own part, in fen
 * @throws AppError `DELIVERY_TOO_FAR` where nothing is delivered so far
 */
export function priceMeal(
  meal: MealFacts,
  person: Situation,
  policy: MealPolicy | null,
  uses: readonly Use[] = [],
): PricedMeal {
  if (policy === null) return { price: bare(meal), operator: [], uses: [] }
  const table = mealTable(policy)
  const fee = deliveryFee(policy, meal)
  const { discounts, subsidies, delivered } = settleBills(
    table,
    { person, meal, uses, list: meal.list, discounted: meal.list },
    fee,
  )

  const elderPays = subsidies.left + delivered.left
  const subsidised = [...subsidies.given, ...delivered.given]
  const given = [...discounts.given, ...subsidised]
  const open = [...discounts.open, ...subsidies.open, ...delivered.open]
  return {
    price: {
      lines: [
        listLine(meal),
        ...(fee > 0 && policy.delivery ? [feeLine(policy.delivery.label, fee)] : []),
        ...discounts.given.map((one) => givenLine('discount', one)),
        ...subsidised.map((one) => givenLine('subsidy', one)),
        selfPay(elderPays),
      ],
      elderPays,
      undecided: undecidedBy(open, { person, meal, table, left: elderPays }),
    },
    operator: operatorLines(
      table,
      { person, meal, discounted: discounts.left, left: subsidies.left },
      subsidised.length > 0,
    ),
    uses: table.periods.length === 0 ? [] : given.map((one) => useOf(one, meal)),
  }
}

interface Served {
  person: Situation
  meal: MealFacts
  discounted: number
  left: number
}

function operatorLines(
  table: MealTable,
  { person, meal, discounted, left }: Served,
  isSubsidised: boolean,
): OperatorLine[] {
  const lines: OperatorLine[] = []
  for (const { source, who, when } of table.operator) {
    const { rule, label, payer, amount, per } = source
    if (source.onlySubsidised && !isSubsidised) continue
    if (per === 'delivery' && meal.mode !== 'delivery') continue
    if (who(person) === YES && isMeant(when, meal, { list: meal.list, discounted, left }) === YES)
      lines.push({ rule, label, payer, amount, per })
  }
  return lines
}

/** Rules that might give more, each with the facts that decide, the most worth first. */
function undecidedBy(
  open: readonly Open[],
  { person, meal, table, left }: { person: Situation; meal: MealFacts; table: MealTable; left: number },
): Undecided[] {
  return open
    .map(({ rule, amount }) => ({
      rule: rule.source.rule,
      label: rule.label,
      payer: rule.payer,
      amount: amount === null ? null : Math.min(amount, left),
      facts: missingFacts(rule, { person, meal, policy: table.policy }),
      bring: rule.source.bring ?? [],
    }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0))
    .slice(0, 5)
}

function bare(meal: MealFacts): Price {
  return { lines: [listLine(meal), selfPay(meal.list)], elderPays: meal.list, undecided: [] }
}

const useOf = ({ rule, amount }: Given, { on, slot }: MealFacts) => ({
  on,
  slot,
  layer: rule.layer.layer,
  rule: rule.source.rule,
  amount,
})

const listLine = ({ label, list }: MealFacts): PriceLine => ({
  kind: 'list',
  label,
  payer: null,
  rule: null,
  amount: list,
})

const feeLine = (label: string, amount: number): PriceLine => ({
  kind: 'delivery',
  label,
  payer: null,
  rule: null,
  amount,
})

const givenLine = (kind: 'discount' | 'subsidy', { rule, amount }: Given): PriceLine => ({
  kind,
  label: rule.label,
  payer: rule.payer,
  rule: rule.source.rule,
  amount,
})

const selfPay = (amount: number): PriceLine => ({
  kind: 'selfPay',
  label: '自付',
  payer: 'elder',
  rule: null,
  amount,
})
