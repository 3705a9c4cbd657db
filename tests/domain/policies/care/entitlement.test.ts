import { monthEntitlement } from '../../../../cloudfunctions/_domain/policies/care/entitlement'
import type { Person } from '../../../../cloudfunctions/_domain/policies/terms/person'
import type { WrittenCarePolicy } from '../../../../types/policies/care'
import { aCarePolicy, anAllowance, aPerson, holding } from './builders'

const MONTH = '2021-06'
const poor = aPerson({ held: holding('subsistenceAllowance') })
const poorAndDisabled = aPerson({ held: holding('subsistenceAllowance', 'severeDisability') })
const unasked = aPerson({ isAsked: false })

const right = (policy: Partial<WrittenCarePolicy>, ...people: Person[]) =>
  monthEntitlement(aCarePolicy(policy), people, MONTH)

const rules = [
  anAllowance('poor', { who: { category: ['subsistenceAllowance'] }, minutes: 300 }),
  anAllowance('disabled', { who: { category: ['severeDisability'] }, minutes: 480, bring: ['残疾人证'] }),
]

describe('monthEntitlement, rules that meet', () => {
  it.each([
    ['highest', 480, { disabled: 480 }],
    ['add', 780, { poor: 300, disabled: 480 }],
    ['first', 300, { poor: 300 }],
  ] as const)('%s gives %i minutes', (meet, granted, lines) => {
    const found = right({ meet, allowances: rules }, poorAndDisabled)
    expect(found).toMatchObject({ answer: 'yes', granted, atBest: granted, missing: [] })
    expect(Object.fromEntries(found.lines.map(({ rule, amount }) => [rule, amount]))).toEqual(lines)
  })

  it('prices minutes at the price of an hour', () => {
    expect(right({ allowances: rules }, poor).amount).toBe(10_000)
    expect(right({ allowances: rules, hourPrice: null }, poor).amount).toBeNull()
  })

  it.each([
    ['highest', 300, 480],
    ['add', 300, 780],
    ['first', 300, 300],
  ] as const)('%s grants what is sure and says what else could be', (meet, granted, atBest) => {
    const half = aPerson({ held: holding('subsistenceAllowance'), isAsked: false })
    const found = right({ meet, allowances: rules }, half)
    expect(found).toMatchObject({ answer: 'yes', granted, atBest })
    expect(found.missing.map(({ fact }) => fact)).toEqual(atBest > granted ? ['category'] : [])
    expect(found.bring).toEqual(atBest > granted ? ['残疾人证'] : [])
  })

  it('grants under "first" only what either rule would give', () => {
    const turned = [rules[1], rules[0]] as typeof rules
    const half = aPerson({ held: holding('subsistenceAllowance'), isAsked: false })
    expect(right({ meet: 'first', allowances: turned }, half)).toMatchObject({ granted: 300, atBest: 480 })
  })

  it('grants under "first" no more than an earlier rule that may fit', () => {
    const half = aPerson({ held: holding('severeDisability'), isAsked: false })
    expect(right({ meet: 'first', allowances: rules }, half)).toMatchObject({ granted: 300, atBest: 480 })
  })

  it('leaves out of what is missing what could not give more', () => {
    const half = aPerson({ held: holding('severeDisability'), isAsked: false })
    expect(right({ allowances: rules }, half)).toMatchObject({ answer: 'yes', granted: 480, missing: [] })
  })

  it('does not know where nobody has asked, and names what would do', () => {
    const found = right({ allowances: rules }, unasked)
    expect(found).toMatchObject({ answer: 'unknown', granted: 0, atBest: 480, lines: [] })
    expect(found.missing).toEqual([
      { fact: 'category', wants: ['subsistenceAllowance', 'severeDisability'], isDeclared: false },
    ])
  })
})

describe('monthEntitlement, somebody who comes to fit in a month', () => {
  const turning = aPerson({ age: undefined, birthDate: '1961-06-15' })

  it.each([
    ['nextMonth', { answer: 'no', from: '2021-06-01' }],
    ['sameDay', { answer: 'yes', from: '2021-06-15', granted: 480 }],
  ] as const)('%s', (whenGained, expected) => {
    expect(right({ whenGained }, turning)).toMatchObject(expected)
  })

  it('judges a month in which the policy begins by its first day', () => {
    expect(right({ effectiveFrom: '2021-06-15' }, turning)).toMatchObject({
      answer: 'yes',
      from: '2021-06-15',
    })
    expect(right({ effectiveFrom: '2021-07-01' }, aPerson())).toMatchObject({ answer: 'no', from: null })
    expect(right({ effectiveTo: '2021-05-31' }, aPerson())).toMatchObject({ answer: 'no', from: null })
  })
})
