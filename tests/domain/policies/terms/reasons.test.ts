import fc from 'fast-check'
import { compileCondition } from '../../../../cloudfunctions/_domain/policies/terms/conditions'
import type { Situation } from '../../../../cloudfunctions/_domain/policies/terms/person'
import { reasonsOf, type Telling } from '../../../../cloudfunctions/_domain/policies/terms/reasons'
import { answerOf } from '../../../../cloudfunctions/_domain/policies/terms/truth'
import type { Condition } from '../../../../types/policies/conditions'
import { aPerson } from '../a-policy'

const ground = {
  groups: {
    old: { label: '高龄', who: { age: { from: 80 } } },
    poor: { label: '困难', who: { category: ['lowIncome' as const] } },
  },
  needsPapers: true,
}
const telling = (own: Partial<Telling> = {}): Telling => ({ ground, names: {}, hidden: [], ...own })
const reasons = (condition: Condition, person: Situation, own: Partial<Telling> = {}) =>
  reasonsOf(condition, person, telling(own))
const brief = (...given: Parameters<typeof reasons>) =>
  reasons(...given).map(({ fact, answer }) => `${fact}:${answer}`)

describe('reasonsOf', () => {
  it('carries a yes by everything that is asked', () => {
    const condition: Condition = { age: { from: 60 }, hukou: 'district' }
    expect(reasons(condition, aPerson({ hukou: 1 }))).toEqual([
      {
        fact: 'age',
        answer: 'yes',
        wants: ['60', ''],
        names: {},
        has: '75',
        isNegated: false,
        isDeclared: false,
        from: null,
      },
      {
        fact: 'hukou',
        answer: 'yes',
        wants: ['district'],
        names: {},
        has: 'district',
        isNegated: false,
        isDeclared: false,
        from: null,
      },
    ])
  })

  it('tells of a no only what stands against it', () => {
    expect(
      brief({ age: { from: 80 }, hukou: 'district', category: ['lowIncome'] }, aPerson({ isAsked: false })),
    ).toEqual(['age:no'])
  })

  it('tells of what is not known yet only what is missing', () => {
    expect(brief({ age: { from: 60 }, category: ['lowIncome'] }, aPerson({ isAsked: false }))).toEqual([
      'category:unknown',
    ])
  })

  it('gives one way for a yes, and all of them for a no', () => {
    const condition: Condition = { any: [{ age: { from: 70 } }, { hukou: 'town' }, { sex: 'male' }] }
    expect(brief(condition, aPerson())).toEqual(['age:yes'])
    expect(brief(condition, aPerson({ age: 60, hukou: 4 }))).toEqual(['age:no', 'hukou:no', 'sex:no'])
  })

  it('looks into groups', () => {
    expect(brief({ group: ['old', 'poor'] }, aPerson())).toEqual(['age:no', 'category:no'])
    expect(brief({ group: ['old', 'poor'] }, aPerson({ held: ['lowIncome'] }))).toEqual(['category:yes'])
  })

  it('tells each fact once', () => {
    expect(brief({ all: [{ age: { from: 80 } }, { any: [{ age: { from: 80 } }] }] }, aPerson())).toEqual([
      'age:no',
    ])
  })

  it('says where the opposite is asked', () => {
    const [reason] = reasons({ not: { living: ['institution'] } }, aPerson({ living: 'institution' }))
    expect(reason).toMatchObject({ fact: 'living', isNegated: true, has: 'institution' })
  })

  it('says that only a paper is missing', () => {
    const person = aPerson({ isVerified: false })
    expect(reasons({ age: { from: 60 } }, person)[0]).toMatchObject({
      answer: 'unknown',
      isDeclared: true,
      has: '75',
    })
    expect(reasons({ age: { from: 60 } }, aPerson({ age: undefined }))[0]).toMatchObject({
      answer: 'unknown',
      isDeclared: false,
      has: null,
    })
    expect(reasons({ age: { from: 80 } }, person)[0]).toMatchObject({ answer: 'no' })
  })

  it('does not tell what the reader may not know', () => {
    const condition: Condition = { ability: ['severe'] }
    const person = aPerson({ ability: 'severe' })
    expect(reasons(condition, person)[0]).toMatchObject({ answer: 'yes', has: 'severe' })
    expect(reasons(condition, person, { hidden: ['ability'] })[0]).toMatchObject({ has: null })
  })

  it('tells of categories only those that were asked for, by the district’s own names', () => {
    const condition: Condition = { category: ['lowIncome', 'own-special'] }
    const held: Situation['held'] = ['own-special', 'livingAlone']
    const names = { 'own-special': { label: '特殊困难老人', isPlaceholder: false } }
    expect(reasons(condition, aPerson({ held }), { names })[0]).toMatchObject({
      has: 'own-special',
      wants: ['lowIncome', 'own-special'],
      names: { 'own-special': '特殊困难老人' },
    })
  })

  it.each([
    ['a birthday to come', '1966-11-22', '2026-11-21', '2026-11-22'],
    ['one in a year or two', '1968-05-01', '2026-11-21', '2028-05-01'],
    ['29 February, in a year that has one', '1968-02-29', '2028-02-28', '2028-02-29'],
    ['29 February, in a year that has none', '1966-02-29', '2026-02-28', '2026-03-01'],
  ])('tells from when the age will do: %s', (_, birthDate, on, from) => {
    const [reason] = reasons({ age: { from: 60 } }, aPerson({ birthDate, on, age: 59 }))
    expect(reason).toMatchObject({ answer: 'no', from })
  })

  it('tells no such day to somebody who is too old, or whose birth date is not known', () => {
    expect(reasons({ age: { to: 70 } }, aPerson({ birthDate: '1950-01-01' }))[0]?.from).toBeNull()
    expect(reasons({ age: { from: 80 } }, aPerson())[0]?.from).toBeNull()
  })

  it('always has a reason of the answer’s own kind', () => {
    const leaf = fc.constantFrom<Condition>(
      { age: { from: 80 } },
      { hukou: 'district' },
      { category: ['lowIncome'] },
      { ability: ['severe'] },
      { livesAtHome: true },
      { group: ['old', 'poor'] },
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
    const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
    const person = fc
      .record({
        age: maybe(fc.integer({ min: 55, max: 95 })),
        hukou: maybe(fc.integer({ min: 0, max: 4 })),
        ability: maybe(fc.constantFrom('able' as const, 'severe' as const)),
        livesAtHome: maybe(fc.boolean()),
        held: fc.subarray(['lowIncome' as const]),
        isAsked: fc.boolean(),
        isVerified: fc.boolean(),
      })
      .map((own) => aPerson(own as Partial<Situation>)) // undefined is how a fact is not known
    fc.assert(
      fc.property(condition, person, (asked, somebody) => {
        const answer = answerOf(compileCondition(asked, ground)(somebody))
        const found = reasons(asked, somebody)
        expect(found.length).toBeGreaterThan(0)
        for (const one of found) {
          if (answer === 'unknown') expect(one.answer).toBe('unknown')
          else expect(one.answer === answer).toBe(!one.isNegated)
        }
      }),
      { seed: 3, numRuns: 500 },
    )
  })
})
