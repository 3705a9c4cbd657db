import jsonLogic from 'json-logic-js'
import { modes, slots } from '#types/meals/slots'
import { abilityLevels } from '#types/policies/conditions'
import { dayKinds, MealPolicy } from '#types/policies/meal'
import { applyLayers } from '../../../_domain/policies/meal/apply-layers'
import type { MealFacts } from '../../../_domain/policies/meal/facts'
import type { Occasion } from '../../../_domain/policies/meal/layer-offer'
import { priceMeal } from '../../../_domain/policies/meal/price'
import { mealTable } from '../../../_domain/policies/meal/table'
import type { Situation } from '../../../_domain/policies/terms/person'
import shenzhen from '../../meal/shenzhen-2025-01.json'
import { subsidyLogic } from './logic'

const PERSONS = 2000
const ROUNDS = 15

interface Asked {
  occasion: Occasion
  /** The same facts, as JsonLogic reads them. */
  data: object
}

/**
 * How many times as many meals the compiled table prices in a second as JsonLogic does with the same table, for the same
 * prepared persons: what each rule gives against the bare sum. The median of rounds in turn.
 * @throws Error where the two do not agree on every person
 */
export function policyRatio(): { ratio: number; perSecond: number; prices: number } {
  const policy = MealPolicy.parse(shenzhen)
  const logic = subsidyLogic(policy)
  const asked = Array.from({ length: PERSONS }, (_, seed) => anAsked(seed))
  const { layers, meet } = mealTable(policy)
  const ours = ({ occasion }: Asked) => {
    const { list } = occasion
    return list - applyLayers(layers, occasion, { left: list, meet }).left
  }
  const whole = ({ occasion: { person, meal } }: Asked) =>
    meal.list - priceMeal(meal, person, policy).price.elderPays
  const theirs = ({ data }: Asked) => Number(jsonLogic.apply(logic, data))
  for (const one of asked)
    if (ours(one) !== theirs(one) || whole(one) !== theirs(one))
      throw new Error(`table ${ours(one)}, JsonLogic ${theirs(one)}: ${JSON.stringify(one.data)}`)

  const rounds = Array.from({ length: ROUNDS }, () => {
    const slow = secondsOf(theirs, asked, 1)
    const fast = secondsOf(ours, asked, 10)
    return { ratio: slow / fast, fast }
  }).sort((a, b) => a.ratio - b.ratio)
  const { ratio, fast } = rounds[Math.floor(ROUNDS / 2)] ?? { ratio: 0, fast: 1 }
  secondsOf(whole, asked, 20) // once before, as the others had it
  return { ratio, perSecond: PERSONS / fast, prices: PERSONS / secondsOf(whole, asked, 20) }
}

/** Seconds for all of them once, measured over several times. */
function secondsOf(work: (one: Asked) => number, asked: readonly Asked[], times: number): number {
  const started = performance.now()
  let sum = 0
  for (let turn = 0; turn < times; turn++) for (const one of asked) sum += work(one)
  if (sum < 0) throw new Error('a subsidy below nothing')
  return (performance.now() - started) / 1000 / times
}

const categories = [
  'extremePoverty',
  'subsistenceAllowance',
  'lowIncome',
  'entitledGroup',
  'specialFamilyPlanning',
] as const

/** Nine in ten are of the city and eat lunch on a workday, as a district's elders do. */
function anAsked(seed: number): Asked {
  const pick = draws(seed)
  const held = categories.filter(() => pick(6) === 0)
  const person: Situation = {
    on: '2025-03-04',
    birthDate: undefined,
    age: 55 + pick(50),
    sex: 'female',
    hukou: pick(10) === 0 ? 3 : pick(3),
    residentMonths: 100,
    living: 'alone',
    livesAtHome: true,
    ability: abilityLevels[pick(5)],
    held,
    notHeld: [],
    isAsked: true,
    isVerified: true,
  }
  const meal: MealFacts = {
    list: 300 + 50 * pick(50),
    label: '午餐',
    slot: pick(10) === 0 ? (slots[pick(3)] ?? 'lunch') : 'lunch',
    mode: modes[pick(2)] ?? 'dineIn',
    on: '2025-03-04',
    day: pick(10) === 0 ? (dayKinds[pick(3)] ?? 'workday') : 'workday',
    eatsIn: 0,
    distance: null,
  }
  const { age, hukou } = person
  const { list, slot, mode, day, eatsIn } = meal
  return {
    occasion: { person, meal, uses: [], list, discounted: list },
    data: { age, hukou, held, list, slot, mode, day, eatsIn },
  }
}

/** Whole numbers below a bound, the same in every run. */
function draws(seed: number): (bound: number) => number {
  let state = seed * 2_654_435_761 + 12_345
  return (bound) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return (state >>> 8) % bound
  }
}
