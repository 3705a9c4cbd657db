import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { MealFacts } from '../../../../cloudfunctions/_domain/policies/meal/facts'
import { priceMeal } from '../../../../cloudfunctions/_domain/policies/meal/price'
import type { Situation } from '../../../../cloudfunctions/_domain/policies/terms/person'
import { modes, slots } from '../../../../types/meals/slots'
import { categories } from '../../../../types/people/categories'
import { abilityLevels } from '../../../../types/policies/conditions'
import { dayKinds, MealPolicy } from '../../../../types/policies/meal'
import { aMeal, aPerson } from '../a-policy'

const RUNS = 100_000

const policyOf = (name: string) =>
  MealPolicy.parse(
    JSON.parse(
      readFileSync(join(__dirname, `../../../../cloudfunctions/_policies/meal/${name}.json`), 'utf8'),
    ),
  )

/** What was given, in fen by the names of rules; nothing is not named. */
type Lines = Record<string, number>

/** Shenzhen, as the paper says it. */
function shenzhen(person: Situation, meal: MealFacts): Lines {
  const lines: Lines = {}
  if (meal.slot !== 'lunch' || meal.day !== 'workday') return lines
  const { age = -1, hukou = 9, held, ability } = person
  if (hukou > 2) return lines
  const inNeed = held.some((category) =>
    /^(extremePoverty|subsistenceAllowance|nearSubsistence|entitledGroup|specialFamilyPlanning)$/.test(
      category,
    ),
  )
  if ((age >= 60 && inNeed) || age >= 100) lines['key-group-15'] = Math.min(1500, meal.list)
  else if (age >= 70) lines['from-70-5'] = Math.min(500, meal.list)
  const isDisabled = ability === 'moderate' || ability === 'severe' || ability === 'total'
  if (meal.mode === 'delivery' && (age >= 100 || (age >= 70 && isDisabled))) lines['delivery-2'] = 200
  return lines
}

/** Zhengguo town, as the paper says it: what each payer gives, the last one less where the meal is cheap. */
function zhengguo(person: Situation, meal: MealFacts): Lines {
  const lines: Lines = {}
  if (meal.slot === 'breakfast' || meal.eatsIn === null) return lines
  const { age = -1, hukou = 9, held, livesAtHome } = person
  if (hukou > 0 || age < 60) return lines
  const isPoor = held.some(
    (one) => one === 'subsistenceAllowance' || one === 'lowIncome' || one === 'entitledGroup',
  )
  const inHardship = isPoor || (held.includes('extremePoverty') && livesAtHome === true)
  let left = meal.list
  const give = (rule: string, amount: number) => {
    const given = Math.min(amount, left)
    left -= given
    if (given > 0) lines[rule] = given
  }
  if (meal.eatsIn <= 2) give('city-3', 300)
  if (meal.eatsIn <= 1) give('district-3', 300)
  if (meal.eatsIn > 0) return lines
  if (inHardship) give('town-hardship-5', 500)
  else if (age >= 80) give('town-80-3', 300)
  else give('town-60-1', 100)
  return lines
}

const anyPerson = fc
  .record({
    age: fc.oneof(fc.integer({ min: 50, max: 110 }), fc.constantFrom(59, 60, 69, 70, 79, 80, 99, 100)),
    hukou: fc.oneof(
      { arbitrary: fc.constant(0), weight: 2 },
      { arbitrary: fc.integer({ min: 0, max: 4 }), weight: 1 },
    ),
    held: fc.subarray([...categories], { maxLength: 3 }),
    livesAtHome: fc.boolean(),
    ability: fc.constantFrom(...abilityLevels),
  })
  .map((own) => aPerson({ ...own, living: own.livesAtHome ? 'alone' : 'institution' }))

const anyMeal = fc
  .record({
    list: fc.integer({ min: 1, max: 3000 }),
    slot: fc.oneof(fc.constant('lunch' as const), fc.constantFrom(...slots)),
    mode: fc.constantFrom(...modes),
    day: fc.oneof(fc.constant('workday' as const), fc.constantFrom(...dayKinds)),
    eatsIn: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 })),
  })
  .map((own) => aMeal(own))

describe.each([
  ['shenzhen-2025-01', shenzhen, 200],
  ['zengcheng-zhengguo-2020-03', zhengguo, 0],
] as const)('%s', (name, byHand, fee) => {
  const policy = policyOf(name)

  it(`gives ${RUNS} persons what the paper gives them, and uses every rule`, () => {
    const hits = new Map<string, number>()
    fc.assert(
      fc.property(anyPerson, anyMeal, (person, meal) => {
        const { price } = priceMeal(meal, person, policy)
        const given = price.lines.filter(({ kind }) => kind === 'subsidy')
        const wanted = byHand(person, meal)
        const rules = Object.keys(wanted)
        const sum = Object.values(wanted).reduce((total, amount) => total + amount, 0)
        const pays = meal.list + (meal.mode === 'delivery' ? fee : 0) - sum
        // Plain comparisons: `expect` a hundred thousand times takes most of a minute.
        const isSame =
          given.length === rules.length &&
          given.every(({ rule, amount }) => wanted[rule ?? ''] === amount) &&
          price.elderPays === pays &&
          price.undecided.length === 0
        if (!isSame) expect({ person, meal, price }).toEqual({ wanted, pays })
        for (const rule of rules) hits.set(rule, (hits.get(rule) ?? 0) + 1)
      }),
      { numRuns: RUNS, seed: 20_250_120 },
    )
    const rules = [...policy.layers, ...(policy.delivery?.layers ?? [])].flatMap((layer) =>
      layer.rules.map(({ rule }) => rule),
    )
    expect(rules.filter((rule) => (hits.get(rule) ?? 0) < 100)).toEqual([])
  })
})
