import { periodOfUses, policyOn } from '../../../cloudfunctions/_domain/policies/in-force'
import type { PolicyRecord } from '../../../cloudfunctions/_domain/policies/records'
import type { Limit } from '../../../types/policies/meal'
import { aLayer, aPolicy, aRule } from './a-policy'
import { aCarePolicy } from './care/builders'

const district = 'quiet'
const meal = (id: string, effectiveFrom: string, effectiveTo: string | null = null): PolicyRecord => ({
  ...aPolicy({ id, effectiveFrom, effectiveTo }),
  district,
})

describe('policyOn', () => {
  const first = meal('first', '2025-01-01')
  const second = meal('second', '2026-01-01', '2026-06-30')
  const third = meal('third', '2026-07-01')
  const care: PolicyRecord = { ...aCarePolicy({ id: 'care' }), district }
  const all = [third, care, first, second]

  it.each([
    ['2024-12-31', null],
    ['2025-01-01', 'first'],
    ['2025-12-31', 'first'],
    ['2026-01-01', 'second'],
    ['2026-06-30', 'second'],
    ['2026-07-01', 'third'],
    ['2099-01-01', 'third'],
  ])('on %s is %s', (date, id) => {
    expect(policyOn(all, 'meal', date)?.id ?? null).toBe(id)
    expect(policyOn([...all].reverse(), 'meal', date)?.id ?? null).toBe(id)
  })

  it('does not fall back on an earlier one after the last day of the latest', () => {
    expect(policyOn([first, second], 'meal', '2026-07-01')).toBeNull()
  })

  it('asks each kind by itself', () => {
    expect(policyOn(all, 'care', '2026-02-01')?.id).toBe('care')
    expect(policyOn(all, 'voucher', '2026-02-01')).toBeNull()
  })
})

describe('periodOfUses', () => {
  const limited = (...limits: Limit[]) => aPolicy({ layers: [aLayer({ rules: [aRule({ limits })] })] })

  it.each<[string, Limit[], string | null]>([
    ['nothing is limited', [], null],
    ['a slot', [{ per: 'slot', times: 1 }], '2026-11'],
    ['a day', [{ per: 'day', times: 1 }], '2026-11'],
    ['a month', [{ per: 'month', amount: 10_000 }], '2026-11'],
    ['a year', [{ per: 'year', times: 100 }], '2026'],
    [
      'a day and a year',
      [
        { per: 'day', times: 1 },
        { per: 'year', amount: 100_000 },
      ],
      '2026',
    ],
  ])('where it is %s', (_, limits, period) => {
    expect(periodOfUses(limited(...limits), '2026-11-22')).toBe(period)
  })

  it('is the widest of rules, layers and policy', () => {
    const layers = [
      aLayer({
        limits: [{ per: 'month', times: 20 }],
        rules: [aRule({ limits: [{ per: 'day', times: 1 }] })],
      }),
    ]
    expect(periodOfUses(aPolicy({ layers }), '2026-11-22')).toBe('2026-11')
    expect(periodOfUses(aPolicy({ layers, limits: [{ per: 'year', times: 300 }] }), '2026-11-22')).toBe(
      '2026',
    )
  })

  it('is none without a policy', () => {
    expect(periodOfUses(null, '2026-11-22')).toBeNull()
  })
})
