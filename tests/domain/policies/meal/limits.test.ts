import type { MealFacts, Use } from '../../../../cloudfunctions/_domain/policies/meal/facts'
import { priceMeal } from '../../../../cloudfunctions/_domain/policies/meal/price'
import type { MealPolicy } from '../../../../types/policies/meal'
import { aLayer, aMeal, aPerson, aPolicy, aRule, aUse } from '../a-policy'

const subsidy = (policy: MealPolicy, uses: Use[], meal: Partial<MealFacts> = {}): number =>
  priceMeal(aMeal(meal), aPerson(), policy, uses)
    .price.lines.filter(({ kind }) => kind === 'subsidy')
    .reduce((sum, { amount }) => sum + amount, 0)

const limited = (per: 'slot' | 'day' | 'month' | 'year', most: { times?: number; amount?: number }) =>
  aPolicy({ layers: [aLayer({ rules: [aRule({ limits: [{ per, ...most }] })] })] })

describe('limits', () => {
  it.each([
    ['slot', {}, 0],
    ['slot', { slot: 'dinner' as const }, 300],
    ['slot', { on: '2026-03-04' }, 300],
    ['day', { slot: 'dinner' as const }, 0],
    ['day', { on: '2026-03-04' }, 300],
    ['month', { on: '2026-03-31' }, 0],
    ['month', { on: '2026-04-01' }, 300],
    ['year', { on: '2026-12-31' }, 0],
    ['year', { on: '2027-01-01' }, 300],
  ] as const)('gives once a %s; another meal %j has %d', (per, meal, amount) => {
    expect(subsidy(limited(per, { times: 1 }), [aUse()], meal)).toBe(amount)
  })

  it.each([
    [[], 250],
    [[aUse({ amount: 100 })], 150],
    [[aUse({ amount: 200 }), aUse({ orderId: 'other', amount: 100 })], 0],
    [[aUse({ amount: 100, on: '2026-02-28' })], 250],
  ])('cuts a sum a month, after %j', (uses, amount) => {
    expect(subsidy(limited('month', { amount: 250 }), uses)).toBe(amount)
  })

  it('counts orders, not lines', () => {
    const uses = [aUse(), aUse({ rule: 'three' })]
    expect(subsidy(limited('day', { times: 2 }), uses)).toBe(300)
  })

  it('does not count what another rule or layer gave', () => {
    expect(subsidy(limited('day', { times: 1 }), [aUse({ rule: 'other' }), aUse({ layer: 'other' })])).toBe(
      300,
    )
  })

  it('keeps both of two limits', () => {
    const limits = [
      { per: 'day' as const, times: 2 },
      { per: 'month' as const, amount: 400 },
    ]
    const policy = aPolicy({ layers: [aLayer({ rules: [aRule({ limits })] })] })
    expect(subsidy(policy, [aUse()])).toBe(100)
    expect(subsidy(policy, [aUse({ amount: 10 }), aUse({ orderId: 'second', amount: 10 })])).toBe(0)
  })

  it('cuts what the rules of a layer give together at the sum of the layer, the first meal too', () => {
    const rules = [aRule({ rule: 'one' }), aRule({ rule: 'two' })]
    const policy = aPolicy({
      layers: [aLayer({ meet: 'add', rules, limits: [{ per: 'day', amount: 500 }] })],
    })
    expect(subsidy(policy, [])).toBe(500)
    expect(subsidy(policy, [aUse({ rule: 'one', amount: 450 })])).toBe(50)
  })

  it('counts over the whole policy: all meals that got anything, all subsidies and no discount', () => {
    const discounts = [
      aLayer({
        layer: 'cheaper',
        payer: 'station',
        rules: [aRule({ rule: 'off', amount: { percent: 10 } })],
      }),
    ]
    const twice = aPolicy({ discounts, limits: [{ per: 'day', times: 1 }] })
    expect(
      priceMeal(aMeal(), aPerson(), twice, [aUse({ layer: 'cheaper', rule: 'off' })]).price.elderPays,
    ).toBe(1200)
    const sum = aPolicy({ discounts, limits: [{ per: 'month', amount: 400 }] })
    expect(subsidy(sum, [aUse({ layer: 'cheaper', rule: 'off', amount: 400 })])).toBe(300)
    expect(subsidy(sum, [aUse({ amount: 300 })])).toBe(100)
  })

  it('counts the subsidy of a delivery in the sum of the policy', () => {
    const delivery = {
      fee: 200,
      layers: [aLayer({ layer: 'brought', rules: [aRule({ rule: 'brought', amount: 200 })] })],
    }
    const policy = aPolicy({ delivery, limits: [{ per: 'month', amount: 400 }] })
    expect(subsidy(policy, [], { mode: 'delivery' })).toBe(400)
    expect(subsidy(policy, [aUse({ amount: 300 })], { mode: 'delivery' })).toBe(100)
  })

  it('uses up nothing where nothing was given', () => {
    const policy = limited('day', { times: 1 })
    expect(priceMeal(aMeal({ list: 0 }), aPerson(), policy).uses).toEqual([])
  })
})
