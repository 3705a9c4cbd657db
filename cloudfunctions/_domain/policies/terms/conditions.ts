import type { Group } from '#types/policies'
import type { Condition } from '#types/policies/conditions'
import type { LocalDate } from '#types/values'
import type { Situation } from './person'
import { plainTest, seen, type Unseen } from './plain-test'
import { NO, opposite, type Test, type Truth, UNKNOWN, YES } from './truth'

/** What a condition needs of its policy. `needsPapers`: a declared fact is not enough for a yes. */
export interface Ground {
  groups: Readonly<Record<string, Group>>
  needsPapers: boolean
  /** First day of the policy: categories of its own were not known before. */
  since?: LocalDate
}

/** What the conditions of a policy need of it. */
export const groundOf = ({
  groups,
  evidence,
  effectiveFrom,
}: {
  groups: Ground['groups']
  evidence: 'verified' | 'declared'
  effectiveFrom: LocalDate
}): Ground => ({ groups, needsPapers: evidence === 'verified', since: effectiveFrom })

/** A test for each key of a condition; all have to hold. */
export function compileCondition(condition: Condition, ground: Ground, isNegated = false): Test {
  const tests = testsOf(condition, ground, isNegated)
  const [first, second, third] = tests
  if (!first) return () => YES
  if (!second) return first
  if (!third) return both(first, second)
  return (person) => {
    let found: Truth = YES
    for (const test of tests) {
      const truth = test(person)
      if (truth === NO) return NO
      if (truth === UNKNOWN) found = UNKNOWN
    }
    return found
  }
}

function testsOf(condition: Condition, ground: Ground, isNegated: boolean): Test[] {
  const { residentMonths, ability, living, livesAtHome, sex, group, all, any, not } = condition
  const unseen = unseenBy(ground, isNegated)
  const plain = plainTest(condition, unseen, ground.since)
  const tests: Test[] = plain ? [plain] : []
  const inner = (one: Condition) => compileCondition(one, ground, isNegated)
  const fact = <T>(of: (person: Situation) => T | undefined, holds: (value: T) => boolean) =>
    tests.push((person) => {
      const value = of(person)
      return value === undefined ? UNKNOWN : seen(holds(value), person.isVerified, unseen)
    })

  if (residentMonths !== undefined)
    fact(
      (person) => person.residentMonths,
      (months) => months >= residentMonths,
    )
  if (living)
    fact(
      (person) => person.living,
      (one) => living.includes(one),
    )
  if (livesAtHome !== undefined)
    fact(
      (person) => person.livesAtHome,
      (isAtHome) => isAtHome === livesAtHome,
    )
  if (sex)
    fact(
      (person) => person.sex,
      (one) => one === sex,
    )
  if (ability)
    tests.push((person) =>
      person.ability === undefined ? UNKNOWN : ability.includes(person.ability) ? YES : NO,
    )
  if (group) tests.push(some(group.map((name) => inner(ground.groups[name]?.who ?? nobody))))
  if (all) for (const one of all) tests.push(inner(one))
  if (any) tests.push(some(any.map(inner)))
  if (not) {
    const test = compileCondition(not, ground, !isNegated)
    tests.push((person) => opposite(test(person)))
  }
  return tests
}

/** A group that is not there has nobody in it; a policy that names one cannot be saved. */
const nobody: Condition = { not: {} }

const both =
  (first: Test, second: Test): Test =>
  (person) => {
    const one = first(person)
    if (one === NO) return NO
    const other = second(person)
    return other === YES ? one : other
  }

const either =
  (first: Test, second: Test): Test =>
  (person) => {
    const one = first(person)
    if (one === YES) return YES
    const other = second(person)
    return other === NO ? one : other
  }

function some(tests: readonly Test[]): Test {
  const [first, second, third] = tests
  if (first && !second) return first
  if (first && second && !third) return either(first, second)
  return (person) => {
    let found: Truth = NO
    for (const test of tests) {
      const truth = test(person)
      if (truth === YES) return YES
      if (truth === UNKNOWN) found = UNKNOWN
    }
    return found
  }
}

/**
 * What somebody says in favour of themselves counts once a paper was seen; what they say against it is believed. Under a
 * `not` the two change places.
 */
const unseenBy = ({ needsPapers }: Ground, isNegated: boolean): Unseen => ({
  yes: needsPapers && !isNegated ? UNKNOWN : YES,
  no: needsPapers && isNegated ? UNKNOWN : NO,
})
