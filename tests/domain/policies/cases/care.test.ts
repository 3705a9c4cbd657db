import { runCareCase } from '../../../../cloudfunctions/_domain/policies/cases/care'
import { CareCase, type WrittenCareCase } from '../../../../types/policies/care-cases'
import { aCarePolicy } from '../care/builders'

const policy = aCarePolicy({ effectiveTo: '2021-02-28' })
const aCase = (own: Pick<WrittenCareCase, 'care' | 'expect'>): CareCase =>
  CareCase.parse({ id: 'one', person: { age: 80, categories: [] }, ...own })

describe('runCareCase', () => {
  it('repeats a service on the last day of a month that is shorter', () => {
    const care = { services: [{ on: '2021-01-31', minutes: 60, every: 'month' as const, times: 3 }] }
    const expected = { services: ['paid', 'paid', { why: 'notInForce' }] as const }
    const found = runCareCase(policy, aCase({ care, expect: { services: [...expected.services] } }))
    expect(found).toEqual(expected)
  })

  it('shows all of what it was not asked for where lists are compared whole', () => {
    const care = { services: [{ on: '2021-01-04', minutes: 120, every: 'week' as const, times: 9 }] }
    const found = runCareCase(
      policy,
      aCase({ care, expect: { counts: { paid: 9 }, lines: {}, services: ['paid'] } }),
    )
    expect(found).toMatchObject({ counts: { paid: 8, selfPaid: 1 }, lines: { 'eight-hours': 480 } })
    expect(found.services).toHaveLength(9)
  })

  it.each([
    ['expects nothing', { care: { month: '2021-01' }, expect: {} }],
    ['asks nothing', { care: {}, expect: { answer: 'yes' } }],
    [
      'repeats without a number',
      { care: { services: [{ on: '2021-01-04', every: 'week' }] }, expect: { paid: 0 } },
    ],
    [
      'asks afterwards',
      { care: { services: [{ on: '2021-01-04', asked: '2021-01-05' }] }, expect: { paid: 0 } },
    ],
    ['names no outcome', { care: { month: '2021-01' }, expect: { services: ['free'] } }],
  ])('refuses a case that %s', (_name, own) => {
    expect(CareCase.safeParse({ id: 'one', person: {}, ...own }).success).toBe(false)
  })
})
