import type { MealPolicy } from '#types/policies/meal'
import { mealLayersOf, type PlacedLayer } from '../meal/layers'
import { conditionsIn } from '../terms/conditions-in'
import { conditionFaults, groupFaults } from './conditions'
import { type Fault, type Path, repeatedFaults } from './faults'
import { neverApplies } from './never-applies'
import { paidToEat } from './paid-to-eat'
import { sizeFaults } from './sizes'

/**
 * What a schema alone cannot see in a meal policy: names that stand twice or lead nowhere, entries that can never apply,
 * money from the elder, and rules that together pay somebody to eat.
 */
export function mealFaults(policy: MealPolicy): Fault[] {
  const layers = mealLayersOf(policy)
  const faults = [
    ...nameFaults(policy, layers),
    ...groupFaults(policy),
    ...layers.flatMap(({ path, layer }) =>
      layer.rules.flatMap(({ who }, place) => conditionFaults(who, policy, [...path, 'rules', place, 'who'])),
    ),
    ...policy.operator.flatMap(({ who }, place) => conditionFaults(who, policy, ['operator', place, 'who'])),
    ...payerFaults(layers),
    ...stepFaults(policy),
    ...neverApplies(policy),
  ]
  // A policy with groups in a circle, or with too large ones, cannot be asked anything.
  if (faults.length > 0) return faults
  const tooLarge = sizeFaults(policy.groups, conditionsIn(policy))
  return tooLarge.length > 0 ? tooLarge : paidToEat(policy)
}

function nameFaults(policy: MealPolicy, layers: readonly PlacedLayer[]): Fault[] {
  const rules: [string, Path][] = [
    ...layers.flatMap(({ path, layer }) =>
      layer.rules.map(({ rule }, place): [string, Path] => [rule, [...path, 'rules', place, 'rule']]),
    ),
    ...policy.operator.map(({ rule }, place): [string, Path] => [rule, ['operator', place, 'rule']]),
  ]
  const layerNames = layers.map(({ layer, path }): [string, Path] => [layer.layer, [...path, 'layer']])
  return [layerNames, rules].flatMap((named) =>
    repeatedFaults(
      named.map(([name]) => name),
      (place) => named[place]?.[1] ?? [],
    ),
  )
}

/** The type forbids it; a document from elsewhere may still say it. */
function payerFaults(layers: readonly PlacedLayer[]): Fault[] {
  const isElder = (payer: string | undefined) => payer === 'elder'
  const problem = '补贴不能由老人自己出。请写明出钱的是哪一级：station、town、district、city 或 state。'
  return layers.flatMap(({ path, layer }) => [
    ...(isElder(layer.payer) ? [{ path: [...path, 'payer'], problem }] : []),
    ...layer.rules.flatMap(({ payer }, place) =>
      isElder(payer) ? [{ path: [...path, 'rules', place, 'payer'], problem }] : [],
    ),
  ])
}

function stepFaults({ delivery }: MealPolicy): Fault[] {
  if (delivery === null || typeof delivery.fee === 'number') return []
  const steps = delivery.fee.byDistance
  return steps.flatMap(({ upTo }, place) => {
    const before = steps[place - 1]
    if (!before || before.upTo < upTo) return []
    return [
      {
        path: ['delivery', 'fee', 'byDistance', place, 'upTo'],
        problem: `这一档到 ${upTo} 米，上一档已经到 ${before.upTo} 米。请从近到远写，每一档都比上一档远。`,
      },
    ]
  })
}
