import type { Meeting } from '#types/policies'
import type { Limit, MealLayer, MealPolicy, MealRule, OperatorSubsidy } from '#types/policies/meal'
import { compileAmount, type Give, needsAbility } from '../terms/amounts'
import { compileCondition, groundOf } from '../terms/conditions'
import type { Test } from '../terms/truth'
import { withinLimits } from './limits'
import { compileWhen, type MealsMeant } from './when'

/** A rule, compiled. */
export interface TableRule {
  source: MealRule
  layer: MealLayer
  label: string
  payer: MealRule['payer'] & string
  /** The person. */
  who: Test
  /** The meal. */
  when: MealsMeant
  give: Give
  /** Fen, where the amount depends on nothing; else null. */
  flat: number | null
  /** The most for a first use, fen. */
  firstUse: number
  /** True where nothing can be said without an assessed ability. */
  needsAbility: boolean
}

export interface TableLayer {
  source: MealLayer
  rules: readonly TableRule[]
  /** The most for a first use, fen. */
  firstUse: number
}

/** A meal policy, compiled once: asked for every quote and every booking. */
export interface MealTable {
  policy: MealPolicy
  discounts: readonly TableLayer[]
  layers: readonly TableLayer[]
  meet: Meeting
  delivery: readonly TableLayer[]
  operator: readonly { source: OperatorSubsidy; who: Test; when: MealsMeant }[]
  /** The periods of which earlier uses decide. */
  periods: readonly Limit['per'][]
}

const compiled = new WeakMap<MealPolicy, MealTable>()

/** The table of a policy; the same document is compiled once in the life of an instance. */
export function mealTable(policy: MealPolicy): MealTable {
  const known = compiled.get(policy)
  if (known) return known
  const table = compile(policy)
  compiled.set(policy, table)
  return table
}

function compile(policy: MealPolicy): MealTable {
  const ground = groundOf(policy)
  const layersOf = (layers: readonly MealLayer[]): TableLayer[] =>
    layers.map((layer) => ({
      source: layer,
      firstUse: firstUse(layer.limits),
      rules: layer.rules.map((rule) => ({
        source: rule,
        layer,
        label: rule.label ?? layer.label,
        payer: rule.payer ?? layer.payer,
        who: compileCondition(rule.who, ground),
        when: compileWhen([policy, layer, rule]),
        give: compileAmount(rule.amount, policy.rounding),
        flat: typeof rule.amount === 'number' ? rule.amount : null,
        firstUse: firstUse(rule.limits),
        needsAbility: needsAbility(rule.amount),
      })),
    }))
  return {
    policy,
    discounts: layersOf(policy.discounts),
    layers: layersOf(policy.layers),
    meet: policy.meet,
    delivery: layersOf(policy.delivery?.layers ?? []),
    operator: policy.operator.map((source) => ({
      source,
      who: compileCondition(source.who, ground),
      when: compileWhen([policy, source]),
    })),
    periods: [...new Set(limitsOf(policy).map(({ per }) => per))],
  }
}

/** The most that limits leave for the first use in all their periods, fen. */
const firstUse = (limits: readonly Limit[]): number =>
  withinLimits(Number.POSITIVE_INFINITY, limits, [], noMeal)
const noMeal = { on: '', slot: 'lunch' } as const

/** Every limit of a policy, wherever it stands. */
function limitsOf(policy: MealPolicy): Limit[] {
  const layers = [...policy.discounts, ...policy.layers, ...(policy.delivery?.layers ?? [])]
  return [
    ...policy.limits,
    ...layers.flatMap((layer) => [...layer.limits, ...layer.rules.flatMap((rule) => rule.limits)]),
  ]
}
