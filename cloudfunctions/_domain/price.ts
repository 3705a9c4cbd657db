import type { Mode, Price, PriceLine, Slot } from '#types/meals'
import type { LocalDate } from '#types/values'
import type { ElderRecord } from './records/people'
import type { MealLayer, MealPolicy } from './records/policies'

/** A meal to be priced. `list` is the menu's price in fen, `on` the local date of eating. */
export interface PricedMeal {
  list: number
  label: string
  slot: Slot
  mode: Mode
  on: LocalDate
}

/** A rule whose use for the day is gone already, by another order. */
export interface DayUse {
  rule: string
}

/**
 * Splits the bill for one meal into what each payer gives and what the elder pays.
 *
 * Layers are applied in the policy's order; each is cut so that nobody is paid to eat. Categories count on the day of
 * eating. A layer that is given once a day is left out when `used` names its rule.
 * @param policy null where none is in force: the elder pays the list price
 * @returns lines in fen: the list price equals subsidies and the elder's own part together
 */
export function priceMeal(
  meal: PricedMeal,
  diner: Pick<ElderRecord, 'categories'>,
  policy: MealPolicy | null,
  used: readonly DayUse[] = [],
): Price {
  const layers = (policy?.layers ?? []).filter((layer) => applies(layer, meal, diner) && isLeft(layer, used))
  const subsidies: PriceLine[] = []
  let rest = meal.list
  for (const layer of layers) {
    const amount = Math.min(layer.amount, rest)
    if (amount === 0) continue
    subsidies.push({ kind: 'subsidy', label: layer.label, payer: layer.payer, rule: layer.rule, amount })
    rest -= amount
  }
  return {
    lines: [
      { kind: 'list', label: meal.label, payer: null, rule: null, amount: meal.list },
      ...subsidies,
      { kind: 'selfPay', label: '自付', payer: 'elder', rule: null, amount: rest },
    ],
    elderPays: rest,
    undecided: [],
  }
}

/** The lines of a price that use up a right of the day. */
export function dayUses(
  lines: readonly PriceLine[],
  policy: MealPolicy | null,
): { rule: string; amount: number }[] {
  const once = new Set(
    policy?.layers.filter((layer) => layer.uses === 'oncePerDay').map((layer) => layer.rule),
  )
  return lines.flatMap((line) =>
    line.rule !== null && once.has(line.rule) ? [{ rule: line.rule, amount: line.amount }] : [],
  )
}

/** Whether any layer of the policy depends on what the diner has had that day. */
export function countsDayUses(
  policy: MealPolicy | null,
  meal: PricedMeal,
  diner: Pick<ElderRecord, 'categories'>,
): boolean {
  return (policy?.layers ?? []).some((layer) => layer.uses === 'oncePerDay' && applies(layer, meal, diner))
}

/** The policy in force on a local date: the latest that has begun and not ended; null: none. */
export function policyOn(policies: readonly MealPolicy[], date: LocalDate): MealPolicy | null {
  const inForce = policies.filter(
    (policy) => policy.effectiveFrom <= date && (policy.effectiveTo === null || date <= policy.effectiveTo),
  )
  return inForce.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0] ?? null
}

function applies(layer: MealLayer, meal: PricedMeal, diner: Pick<ElderRecord, 'categories'>): boolean {
  return (
    layer.slots.includes(meal.slot) &&
    layer.modes.includes(meal.mode) &&
    reaches(layer.minSpend, meal.list) &&
    diner.categories.some((held) => layer.categories.includes(held.category) && isHeldOn(held, meal.on))
  )
}

function reaches(minSpend: MealLayer['minSpend'], bill: number): boolean {
  if (minSpend === null) return true
  return minSpend.bill === 'above' ? bill > minSpend.amount : bill >= minSpend.amount
}

const isHeldOn = (held: { from: LocalDate; to: LocalDate | null }, on: LocalDate) =>
  held.from <= on && (held.to === null || on <= held.to)

const isLeft = (layer: MealLayer, used: readonly DayUse[]) =>
  layer.uses !== 'oncePerDay' || !used.some((use) => use.rule === layer.rule)
