import fc from 'fast-check'
import { compileCondition } from '../../../../cloudfunctions/_domain/policies/terms/conditions'
import type { Situation } from '../../../../cloudfunctions/_domain/policies/terms/person'
import {
  anyOf,
  NO,
  opposite,
  type Truth,
  UNKNOWN,
  YES,
} from '../../../../cloudfunctions/_domain/policies/terms/truth'
import type { Condition } from '../../../../types/policies/conditions'
import { aPerson } from '../a-policy'

const groups = {
  old: { label: '高龄', who: { age: { from: 80 } } },
  poor: { label: '困难', who: { category: ['lowIncome' as const, 'extremePoverty' as const] } },
}
const ask = (condition: Condition, person: Situation, needsPapers = false): Truth =>
  compileCondition(condition, { groups, needsPapers })(person)

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>(
    { age: { from: 80 } },
    { age: { to: 79 } },
    { hukou: 'district' },
    { category: ['lowIncome'] },
    { ability: ['severe', 'total'] },
    { livesAtHome: true },
    { living: ['alone'] },
    { sex: 'male' },
    { residentMonths: 12 },
    { group: ['old', 'poor'] },
    { age: { from: 60 }, hukou: 'city', category: ['extremePoverty'] },
  ),
)
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}))

/** Anybody; each fact may not be known. */
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const somebody = fc
  .record({
    age: maybe(fc.integer({ min: 55, max: 95 })),
    hukou: maybe(fc.integer({ min: 0, max: 4 })),
    ability: maybe(fc.constantFrom('able' as const, 'severe' as const)),
    livesAtHome: maybe(fc.boolean()),
    living: maybe(fc.constantFrom('alone' as const, 'couple' as const)),
    sex: maybe(fc.constantFrom('female' as const, 'male' as const)),
    residentMonths: maybe(fc.integer({ min: 0, max: 24 })),
    held: fc.subarray(['lowIncome' as const, 'extremePoverty' as const]),
    isAsked: fc.boolean(),
    isVerified: fc.boolean(),
  })
  .map((own) => aPerson(own))

const options = { numRuns: 3000, seed: 7 }

describe('compileCondition', () => {
  it('keeps the laws of three values', () => {
    fc.assert(
      fc.property(condition, condition, somebody, (one, other, person) => {
        const [p, q] = [ask(one, person), ask(other, person)]
        expect(ask({ not: { not: one } }, person)).toBe(p)
        expect(ask({ not: one }, person)).toBe(opposite(p))
        expect(ask({ all: [one, other] }, person)).toBe(opposite(anyOf([opposite(p), opposite(q)])))
        expect(ask({ any: [one, other] }, person)).toBe(anyOf([p, q]))
        expect(ask({ not: { all: [one, other] } }, person)).toBe(
          ask({ any: [{ not: one }, { not: other }] }, person),
        )
        expect(ask({ all: [one, one] }, person)).toBe(p)
      }),
      options,
    )
  })

  it('never changes a yes or a no when a further fact becomes known', () => {
    fc.assert(
      fc.property(condition, somebody, (one, person) => {
        const known = {
          ...aPerson({ age: 81, hukou: 1, ability: 'severe', sex: 'male' }),
          ...defined(person),
          isAsked: true,
        }
        const before = ask(one, person)
        if (before !== UNKNOWN) expect(ask(one, known)).toBe(before)
        expect(ask(one, known)).not.toBe(UNKNOWN)
      }),
      options,
    )
  })

  it('says yes to whoever is only declared exactly where nothing but what speaks against them counts', () => {
    fc.assert(
      fc.property(condition, somebody, (one, person) => {
        const seen = ask(one, { ...person, isVerified: true }, true)
        const declared = ask(one, { ...person, isVerified: false }, true)
        expect(ask(one, { ...person, isVerified: true }, false)).toBe(seen)
        // A paper that nobody saw takes a yes away and never gives one; a no is believed.
        if (declared === YES) expect(seen).toBe(YES)
        if (declared === NO) expect(seen).toBe(NO)
      }),
      options,
    )
  })

  it.each<[string, Condition, Partial<Situation>, Truth]>([
    ['age, declared, in favour', { age: { from: 60 } }, { age: 70 }, UNKNOWN],
    ['age, declared, against', { age: { from: 60 } }, { age: 50 }, NO],
    ['not an institution, declared', { not: { livesAtHome: false } }, { livesAtHome: true }, UNKNOWN],
    ['an institution, declared', { not: { livesAtHome: false } }, { livesAtHome: false }, NO],
    ['a category is on file with its paper', { category: ['lowIncome'] }, { held: ['lowIncome'] }, YES],
    ['an assessment is a paper itself', { ability: ['severe'] }, { ability: 'severe' }, YES],
    ['a group of declared facts', { group: ['old'] }, { age: 85 }, UNKNOWN],
    ['not in a group, declared', { not: { group: ['old'] } }, { age: 70 }, UNKNOWN],
    ['a group that is not there', { group: ['nobody'] }, {}, NO],
    ['everybody', {}, { age: undefined }, YES],
  ])('%s', (_, one, own, truth) => {
    expect(ask(one, aPerson({ ...own, isVerified: false }), true)).toBe(truth)
  })

  it.each([
    ['day', '2026-03-05', YES],
    ['day', '2026-03-04', NO],
    ['nextMonth', '2026-03-31', NO],
    ['nextMonth', '2026-04-01', YES],
    ['wholeYear', '2026-01-01', YES],
    ['wholeYear', '2025-12-31', NO],
  ] as const)('counts a birthday on 5 March as %s on %s', (counted, on, truth) => {
    const age = on >= '2026-03-05' ? 60 : 59
    const person = aPerson({ birthDate: '1966-03-05', age, on })
    expect(ask({ age: { from: 60, counted } }, person)).toBe(truth)
  })
})

const defined = (person: Situation): Partial<Situation> =>
  Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined))
