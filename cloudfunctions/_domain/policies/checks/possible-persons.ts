import type { Category } from '#types/people/categories'
import { livings, sexes } from '#types/people/livings'
import { abilityLevels, type Condition, levels } from '#types/policies/conditions'
import type { Situation } from '../terms/person'

/** A policy that asks for more than so many persons cannot be looked through. */
const MOST = 150_000

/** Of more categories than this no pairs are made: there would be tens of thousands. */
const MOST_PAIRED = 40

/** A person of whom everything is known and nothing holds. */
const plain: Situation = {
  on: '2025-01-01',
  birthDate: undefined,
  age: 60,
  sex: 'female',
  hukou: 0,
  residentMonths: 1200,
  living: 'alone',
  livesAtHome: true,
  ability: 'able',
  held: [],
  notHeld: [],
  isAsked: true,
  isVerified: true,
}

/**
 * Null where the policy asks for too much at once to look at everybody. Where pairs of categories alone make it too much, each
 * of them and all together stand for them.
 *
 * Persons who differ in everything that the conditions ask for: ages on both sides of each boundary, each level of household,
 * each category alone, in pairs, all together. Facts that exclude each other never meet in one of them.
 */
export function possiblePersons(conditions: readonly Condition[], needsAbility: boolean): Situation[] | null {
  const all = conditions.flatMap(withInner)
  const asks = (key: keyof Condition) => all.some((one) => one[key] !== undefined)
  const named = [...new Set(all.flatMap(({ category = [] }) => category))]
  const parts: Partial<Situation>[][] = [
    agesOf(all).map((age) => ({ age })),
    asks('hukou') ? [...levels, 'elsewhere'].map((_, hukou) => ({ hukou })) : [{}],
    asks('living') || asks('livesAtHome')
      ? livings.map((living) => ({ living, livesAtHome: living !== 'institution' }))
      : [{}],
    asks('sex') ? sexes.map((sex) => ({ sex })) : [{}],
    asks('ability') || needsAbility ? abilityLevels.map((ability) => ({ ability })) : [{}],
    monthsOf(all).map((residentMonths) => ({ residentMonths })),
  ]
  const count = parts.reduce((product, some) => product * some.length, 1)
  const sets = [setsOf(named), setsOf(named, false)].find((some) => some.length * count <= MOST)
  if (!sets) return null
  return [...parts, sets.map((held) => ({ held }))].reduce<Situation[]>(
    (persons, some) => persons.flatMap((person) => some.map((own) => ({ ...person, ...own }))),
    [plain],
  )
}

/** A condition and all conditions in it; those of groups stand in the policy's own list. */
const withInner = (condition: Condition): Condition[] => [
  condition,
  ...[...(condition.all ?? []), ...(condition.any ?? []), ...(condition.not ? [condition.not] : [])].flatMap(
    withInner,
  ),
]

function agesOf(conditions: readonly Condition[]): number[] {
  const edges = conditions.flatMap(({ age }) => [age?.from, age?.to].filter((edge) => edge !== undefined))
  const near = edges.flatMap((edge) => [edge - 1, edge, edge + 1])
  return [...new Set([60, ...near])].filter((age) => age >= 0 && age <= 150)
}

function monthsOf(conditions: readonly Condition[]): number[] {
  const edges = conditions.flatMap(({ residentMonths }) => residentMonths ?? [])
  return [...new Set([1200, ...edges.flatMap((edge) => [edge - 1, edge])])]
}

/** None, each, each pair where wanted, all. */
function setsOf(categories: readonly Category[], withPairs = true): Category[][] {
  const pairs = (withPairs && categories.length <= MOST_PAIRED ? categories : []).flatMap((one, place) =>
    categories.slice(place + 1).map((other) => [one, other]),
  )
  return [
    [],
    ...categories.map((one) => [one]),
    ...pairs,
    ...(categories.length > 2 ? [[...categories]] : []),
  ]
}
