import type { MissingFact } from '#types/meals/prices'
import type { Group } from '#types/policies'
import type { Condition, PersonFact } from '#types/policies/conditions'
import type { MealPolicy } from '#types/policies/meal'
import type { MealFacts } from '../meal/facts'
import type { TableRule } from '../meal/table'
import { compileCondition, type Ground, groundOf } from './conditions'
import type { Situation } from './person'
import { UNKNOWN } from './truth'

/** The facts that keep a rule from saying yes or no. */
export function missingFacts(
  rule: TableRule,
  { person, meal, policy }: { person: Situation; meal: MealFacts; policy: MealPolicy },
): MissingFact[] {
  const ground = groundOf(policy)
  const ofPerson = unknownIn(rule.source.who, person, ground)
  const ability =
    rule.needsAbility && person.ability === undefined
      ? [{ fact: 'ability' as const, wants: [], isDeclared: false }]
      : []
  const asksPlace = [policy, rule.layer, rule.source].some(({ eatsIn }) => eatsIn !== undefined)
  const place =
    asksPlace && meal.eatsIn === null ? [{ fact: 'eatsIn' as const, wants: [], isDeclared: false }] : []
  return distinctFacts([...ofPerson, ...ability, ...place])
}

/** The keys of a condition that are not known, wherever they stand; none where the whole is decided. */
export function unknownIn(
  condition: Condition,
  person: Situation,
  ground: Ground,
  isNegated = false,
): MissingFact[] {
  if (compileCondition(condition, ground, isNegated)(person) !== UNKNOWN) return []
  const inner = (one: Condition) => unknownIn(one, person, ground, isNegated)
  const leaves = Object.entries(condition).flatMap(([key, value]): MissingFact[] => {
    if (key === 'all' || key === 'any') return (value as Condition[]).flatMap(inner)
    if (key === 'not') return unknownIn(value as Condition, person, ground, !isNegated)
    if (key === 'group') return groupsOf(value as string[], ground.groups).flatMap(inner)
    const leaf = { [key]: value } as Condition
    if (compileCondition(leaf, ground, isNegated)(person) !== UNKNOWN) return []
    const isDeclared =
      compileCondition(leaf, { ...ground, needsPapers: false }, isNegated)(person) !== UNKNOWN
    const wants = Array.isArray(value)
      ? value.filter((one) => key !== 'category' || !person.notHeld.includes(one))
      : []
    return [{ fact: key as PersonFact, wants, isDeclared }]
  })
  return distinctFacts(leaves)
}

/** The groups of these names. */
export const groupsOf = (names: readonly string[], groups: Readonly<Record<string, Group>>): Condition[] =>
  names.flatMap((name) => groups[name]?.who ?? [])

/** Each fact once, with all that would do; only the papers are missing where that holds for each mention. */
export function distinctFacts(facts: readonly MissingFact[]): MissingFact[] {
  const found = new Map<string, MissingFact>()
  for (const { fact, wants, isDeclared } of facts) {
    const known = found.get(fact)
    found.set(fact, {
      fact,
      wants: [...new Set([...(known?.wants ?? []), ...wants])],
      isDeclared: isDeclared && (known?.isDeclared ?? true),
    })
  }
  return [...found.values()]
}
