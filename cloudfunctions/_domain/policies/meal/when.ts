import { modes, slots } from '#types/meals/slots'
import { levels } from '#types/policies/conditions'
import { type Bill, dayKinds, type Spend, type When } from '#types/policies/meal'
import { NO, type Truth, UNKNOWN, YES } from '../terms/truth'
import type { MealFacts } from './facts'

/** Whether a meal is meant by its place and bill. */
type MealTest = (meal: MealFacts, bills: Readonly<Record<Bill, number>>) => Truth

/** Which meals are meant. */
export interface MealsMeant {
  /** A bit for each slot, mode and kind of day together. */
  mask: number
  /** Place and bill; null where they do not matter. */
  test: MealTest | null
}

/** The bit of a meal's slot, mode and kind of day. Comparing is quicker than looking up, and this is asked for every meal. */
export function mealBit({ slot, mode, day }: Pick<MealFacts, 'slot' | 'mode' | 'day'>): number {
  const ofSlot = slot === 'lunch' ? 9 : slot === 'dinner' ? 18 : 0
  const ofMode = mode === 'dineIn' ? 0 : mode === 'takeAway' ? 3 : 6
  const ofDay = day === 'workday' ? 0 : day === 'weekend' ? 1 : 2
  return 1 << (ofSlot + ofMode + ofDay)
}

/** What holds for the policy, the layer and the rule together. */
export function compileWhen(parts: readonly When[]): MealsMeant {
  return { mask: maskOf(parts), test: allOf(parts.flatMap(testsOf)) }
}

/** Whether a meal is meant. */
export function isMeant(
  { mask, test }: MealsMeant,
  meal: MealFacts,
  bills: Readonly<Record<Bill, number>>,
): Truth {
  if ((mask & mealBit(meal)) === 0) return NO
  return test === null ? YES : test(meal, bills)
}

function maskOf(parts: readonly When[]): number {
  let mask = 0
  for (const slot of slots)
    for (const mode of modes)
      for (const day of dayKinds) {
        const isIn = (part: When) =>
          (part.slots?.includes(slot) ?? true) &&
          (part.modes?.includes(mode) ?? true) &&
          (part.days?.includes(day) ?? true)
        if (parts.every(isIn)) mask |= mealBit({ slot, mode, day })
      }
  return mask
}

function testsOf({ eatsIn, spend }: When): MealTest[] {
  const tests: MealTest[] = []
  if (eatsIn) {
    const most = levels.indexOf(eatsIn)
    tests.push(({ eatsIn: where }) => (where === null ? UNKNOWN : where <= most ? YES : NO))
  }
  if (spend) tests.push(reaches(spend))
  return tests
}

function allOf(tests: readonly MealTest[]): MealTest | null {
  const [first, second] = tests
  if (!first) return null
  if (!second) return first
  return (meal, bills) => {
    let found: Truth = YES
    for (const test of tests) {
      const truth = test(meal, bills)
      if (truth === NO) return NO
      if (truth === UNKNOWN) found = UNKNOWN
    }
    return found
  }
}

function reaches({ above, atLeast, of }: Spend): MealTest {
  if (above !== undefined) return (_, bills) => (bills[of] > above ? YES : NO)
  return (_, bills) => (bills[of] >= (atLeast ?? 0) ? YES : NO)
}
