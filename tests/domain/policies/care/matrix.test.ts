import { monthEntitlement } from '../../../../cloudfunctions/_domain/policies/care/entitlement'
import type { Person } from '../../../../cloudfunctions/_domain/policies/terms/person'
import type { WrittenCarePolicy } from '../../../../types/policies/care'
import { aCarePolicy, anAllowance, aPerson, holding } from './builders'

const right = (policy: Partial<WrittenCarePolicy>, ...people: Person[]) =>
  monthEntitlement(aCarePolicy(policy), people, '2021-06')

describe('monthEntitlement, a matrix of group and ability', () => {
  const policy: Partial<WrittenCarePolicy> = {
    hourPrice: null,
    groups: {
      poor: { label: '低保', who: { category: ['subsistenceAllowance'] } },
      old: { label: '高龄', who: { age: { from: 80 } } },
    },
    allowances: [
      anAllowance('nursing', {
        amount: {
          matrix: [
            { group: 'poor', byAbility: { moderate: 20_000, severe: 30_000, total: 40_000 } },
            { group: 'old', byAbility: { moderate: 10_000, severe: 10_000, total: 10_000 } },
          ],
        },
      }),
    ],
  }
  const assessed = (level: 'able' | 'moderate' | 'severe', own: Partial<Person> = {}) =>
    aPerson({ ability: { level, from: '2021-01-01' }, ...own })

  it.each([
    [
      'the first row that is the person’s',
      assessed('severe', { held: holding('subsistenceAllowance') }),
      30_000,
    ],
    ['a later row', assessed('severe'), 10_000],
    ['no entry', assessed('able'), 0],
    ['no row', assessed('severe', { age: 70 }), 0],
    [
      'an assessment that came later',
      aPerson({ age: 70, ability: { level: 'severe', from: '2021-06-02' } }),
      0,
    ],
  ])('%s', (_name, person, granted) => {
    expect(right(policy, person)).toMatchObject({ answer: granted > 0 ? 'yes' : 'no', unit: 'fen', granted })
  })

  it('names the assessment where it decides', () => {
    const found = right(policy, aPerson({ held: holding('subsistenceAllowance') }))
    expect(found).toMatchObject({ answer: 'unknown', granted: 0, atBest: 40_000 })
    expect(found.missing.map(({ fact }) => fact)).toEqual(['ability'])
  })

  it('grants the smaller row where the group alone is open', () => {
    const found = right(policy, assessed('severe', { isAsked: false }))
    expect(found).toMatchObject({ answer: 'yes', granted: 10_000, atBest: 30_000 })
    expect(found.missing.map(({ fact }) => fact)).toEqual(['category'])
  })

  it('leaves out a group that would change nothing, where something else is open', () => {
    const byAbility = { able: 1, mild: 1, moderate: 1, severe: 1, total: 1 }
    const matrix = [
      { group: 'poor', byAbility },
      { group: 'old', byAbility },
    ]
    const who = { hukou: 'district' as const }
    const found = right(
      { ...policy, allowances: [anAllowance('flat', { who, amount: { matrix } })] },
      aPerson({ isAsked: false }),
    )
    expect(found.missing.map(({ fact }) => fact)).toEqual(['hukou'])
  })

  it('needs no assessment where every level gives the same', () => {
    const flat = { able: 1, mild: 1, moderate: 1, severe: 1, total: 1 }
    const allowances = [anAllowance('flat', { amount: { matrix: [{ group: 'old', byAbility: flat }] } })]
    expect(right({ ...policy, allowances }, aPerson())).toMatchObject({
      answer: 'yes',
      granted: 1,
      missing: [],
    })
  })
})
