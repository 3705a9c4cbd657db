import type { CarePolicy, VoucherPolicy } from '#types/policies/care'
import type { MealLayer, MealPolicy } from '#types/policies/meal'

type Policy = MealPolicy | CarePolicy | VoucherPolicy

const strict = new WeakMap<Policy, Policy>()

/**
 * A policy for somebody of whom nobody is sure yet who it is: what is declared is not enough, whatever the policy says, and what it gives
 * to everybody is given to nobody twice.
 */
export function withPapers<P extends Policy>(policy: P): P {
  const known = strict.get(policy)
  if (known) return known as P // made of this very policy
  const made = { ...policy, ...(policy.kind === 'meal' && ofMeals(policy)), evidence: 'verified' as const }
  strict.set(policy, made)
  return made
}

function ofMeals({ layers, delivery }: MealPolicy): Pick<MealPolicy, 'layers' | 'delivery'> {
  return {
    layers: forSome(layers),
    delivery: delivery && { ...delivery, layers: forSome(delivery.layers) },
  }
}

const forSome = (layers: readonly MealLayer[]): MealLayer[] =>
  layers
    .map((layer) => ({ ...layer, rules: layer.rules.filter(({ who }) => Object.keys(who).length > 0) }))
    .filter(({ rules }) => rules.length > 0)
