import type { MealPolicy } from '#types/policies/meal'
import type { Use } from './facts'
import { withinLimits } from './limits'
import { mealTable } from './table'

/**
 * Which of an order's uses have gone to other orders meanwhile, by their rules: those that the limits of rule, layer or
 * policy would no longer leave in full.
 * @param others what the other orders of the person have used
 */
export function goneRules(
  uses: readonly Omit<Use, 'orderId'>[],
  others: readonly Use[],
  policy: MealPolicy,
): string[] {
  const table = mealTable(policy)
  const rules = [...table.discounts, ...table.layers, ...table.delivery].flatMap((layer) => layer.rules)
  return uses
    .filter((use) => {
      const rule = rules.find(({ source }) => source.rule === use.rule)
      if (!rule) return false
      const ofLayer = others.filter(({ layer }) => layer === use.layer)
      const ofRule = ofLayer.filter(({ rule: name }) => name === use.rule)
      const left = [
        withinLimits(use.amount, rule.source.limits, ofRule, use),
        withinLimits(use.amount, rule.layer.limits, ofLayer, use),
        withinLimits(use.amount, policy.limits, others, use),
      ]
      return Math.min(...left) < use.amount
    })
    .map(({ rule }) => rule)
}
