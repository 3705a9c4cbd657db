import { monthEntitlement } from '../../../../cloudfunctions/_domain/policies/care/entitlement'
import { careOutcome } from '../../../../cloudfunctions/_domain/policies/cases/care'
import { voucherOutcome } from '../../../../cloudfunctions/_domain/policies/cases/voucher'
import type { Person } from '../../../../cloudfunctions/_domain/policies/terms/person'
import type { WrittenCarePolicy } from '../../../../types/policies/care'
import { CareCase, VoucherCase, type WrittenCareCase } from '../../../../types/policies/care-cases'
import { aCarePolicy, anAllowance, aPerson, aVoucherPolicy, holding } from './builders'

const right = (policy: Partial<WrittenCarePolicy>, ...people: Person[]) =>
  monthEntitlement(aCarePolicy(policy), people, '2021-06')

const poor = aPerson({ held: holding('subsistenceAllowance') })
const rules = [
  anAllowance('poor', { who: { category: ['subsistenceAllowance'] }, minutes: 300 }),
  anAllowance('disabled', { who: { category: ['severeDisability'] }, minutes: 480, bring: ['残疾人证'] }),
]

describe('monthEntitlement, by person and by household', () => {
  const young = aPerson({ age: 58 })

  it.each([
    ['a couple has it once', [aPerson(), aPerson()], 480],
    ['one of two is enough', [young, aPerson()], 480],
    ['none of two is not', [young, young], 0],
  ])('%s', (_name, people, granted) => {
    expect(right({ per: 'household' }, ...people).granted).toBe(granted)
  })

  it('looks at the person alone where it is per person', () => {
    expect(right({ per: 'person' }, young, aPerson()).granted).toBe(0)
  })

  it('gives each rule once to a household and then lets them meet', () => {
    const household = [poor, aPerson({ held: holding('severeDisability') }), poor]
    expect(right({ per: 'household', meet: 'add', allowances: rules }, ...household).granted).toBe(780)
    expect(right({ per: 'household', meet: 'highest', allowances: rules }, ...household).granted).toBe(480)
  })

  it('asks only for what could give the household more', () => {
    const byAbility = { able: 240, mild: 240, moderate: 240, severe: 480, total: 480 }
    const policy: Partial<WrittenCarePolicy> = {
      per: 'household',
      groups: { all: { label: '所有人', who: {} } },
      allowances: [
        anAllowance('by-ability', {
          who: { any: [{ age: { from: 60 } }, { category: ['severeDisability'] }] },
          minutes: { matrix: [{ group: 'all', byAbility }] },
        }),
      ],
    }
    const able = { level: 'able', from: null } as const
    const perhapsMore = aPerson({ age: undefined, ability: { level: 'severe', from: null } })
    const perhapsTheSame = aPerson({ age: 50, isAsked: false, ability: able })
    const found = right(policy, aPerson({ ability: able }), perhapsMore, perhapsTheSame)
    expect(found).toMatchObject({ answer: 'yes', granted: 240, atBest: 480 })
    expect(found.missing.map(({ fact }) => fact)).toEqual(['age'])
  })

  it('does not know where the one who might fit is not known', () => {
    const found = right({ per: 'household' }, young, aPerson({ age: undefined }))
    expect(found.answer).toBe('unknown')
    expect(found.missing.map(({ fact }) => fact)).toEqual(['age'])
  })
})

describe('a case that does not say who lives there', () => {
  type Who = Pick<WrittenCareCase, 'person' | 'household'>
  const outcome = (who: Who, policy: Partial<WrittenCarePolicy> = {}) =>
    careOutcome(
      aCarePolicy({ per: 'household', ...policy }),
      CareCase.parse({ id: 'one', ...who, care: { month: '2021-06' }, expect: { answer: 'no' } }),
    )
  const young = { age: 58, categories: [] }

  it.each<[string, Who, object]>([
    ['does not know', { person: young }, { answer: 'unknown', missing: ['living'] }],
    [
      'does not know of a couple either',
      { person: { ...young, living: 'couple' } },
      { answer: 'unknown', missing: ['living'] },
    ],
    ['has nothing who lives alone', { person: { ...young, living: 'alone' } }, { answer: 'no', missing: [] }],
    ['has nothing with an empty household', { person: young, household: [] }, { answer: 'no', missing: [] }],
    ['has nothing with others who do not fit', { person: young, household: [young] }, { answer: 'no' }],
    ['has it all the same who fits', { person: { age: 80 } }, { answer: 'yes', minutes: 480, missing: [] }],
    ['is a person with an own question', { person: {} }, { answer: 'unknown', missing: ['age', 'living'] }],
  ])('%s', (_name, who, expected) => {
    expect(outcome(who)).toMatchObject(expected)
  })

  it('matters to nobody where each person has their own', () => {
    expect(outcome({ person: young }, { per: 'person' })).toMatchObject({ answer: 'no', missing: [] })
  })

  it('gives what is sure and leaves open what another could bring', () => {
    const who = { person: { age: 70, categories: ['subsistenceAllowance' as const] } }
    const found = outcome(who, { allowances: rules })
    expect(found).toMatchObject({ answer: 'yes', minutes: 300, missing: ['living'] })
  })

  it('is asked for in vouchers too', () => {
    const policy = aVoucherPolicy({ per: 'household' })
    const one = (person: object) =>
      VoucherCase.parse({
        id: 'one',
        person,
        voucher: { bills: [{ on: '2021-06-01', service: 'bathing', price: 1000 }] },
        expect: { answer: 'no' },
      })
    expect(voucherOutcome(policy, one(young))).toMatchObject({ answer: 'unknown', missing: ['living'] })
    expect(voucherOutcome(policy, one({ ...young, living: 'alone' }))).toMatchObject({ answer: 'no' })
  })
})
