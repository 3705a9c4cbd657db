import { type Condition, levels } from '#types/policies/conditions'
import type { MealLayer, MealPolicy, MealRule, When } from '#types/policies/meal'

/**
 * The subsidy of a meal as JsonLogic, made from the same document: as much of the language as a table of flat amounts needs,
 * with no operator that could be left out. Facts are all known, so that yes and no are enough.
 */
export function subsidyLogic(policy: MealPolicy): object {
  const sum = joined(
    '+',
    policy.layers.map((layer) => layerLogic(layer, policy)),
  )
  return { if: [joined('and', whenLogic(policy)), { min: [{ var: 'list' }, sum] }, 0] }
}

const layerLogic = ({ rules, ...layer }: MealLayer, policy: MealPolicy): unknown => {
  const most = joined(
    'max',
    rules.map((rule) => ruleLogic(rule, policy)),
  )
  const when = whenLogic(layer)
  return when.length > 0 ? { if: [joined('and', when), most, 0] } : most
}

const ruleLogic = (rule: MealRule, policy: MealPolicy): unknown => ({
  if: [joined('and', [...whenLogic(rule), whoLogic(rule.who, policy)]), rule.amount, 0],
})

const whenLogic = ({ slots, modes, days, eatsIn }: When): unknown[] => [
  ...(slots ? [oneOf('slot', slots)] : []),
  ...(modes ? [oneOf('mode', modes)] : []),
  ...(days ? [oneOf('day', days)] : []),
  ...(eatsIn ? [{ '<=': [{ var: 'eatsIn' }, levels.indexOf(eatsIn)] }] : []),
]

function whoLogic({ age, hukou, category, group, any }: Condition, policy: MealPolicy): unknown {
  const inner = (one: Condition) => whoLogic(one, policy)
  return joined('and', [
    ...(age ? [ageLogic(age)] : []),
    ...(hukou ? [{ '<=': [{ var: 'hukou' }, levels.indexOf(hukou)] }] : []),
    ...(category ? [{ some: [{ var: 'held' }, { in: [{ var: '' }, category] }] }] : []),
    ...(group
      ? [
          joined(
            'or',
            group.map((name) => inner(policy.groups[name]?.who ?? { not: {} })),
          ),
        ]
      : []),
    ...(any ? [joined('or', any.map(inner))] : []),
  ])
}

const ageLogic = ({ from, to }: { from?: number; to?: number }): unknown =>
  to === undefined ? { '>=': [{ var: 'age' }, from] } : { '<=': [from ?? 0, { var: 'age' }, to] }

const oneOf = (name: string, values: readonly string[]): unknown =>
  values.length === 1 ? { '===': [{ var: name }, values[0]] } : { in: [{ var: name }, values] }

/** Parts under one operator; a single part needs none. */
const joined = (operator: string, parts: readonly unknown[]): unknown =>
  parts.length === 1 ? parts[0] : { [operator]: parts }
