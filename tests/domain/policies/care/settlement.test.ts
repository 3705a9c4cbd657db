import { settleServices } from '../../../../cloudfunctions/_domain/policies/care/services/settlement'
import { aCarePolicy, anAllowance, aPerson, fiveWeeks, services } from './builders'
import { settle } from './settle'

describe('settleServices, money', () => {
  it('prices the month’s minutes, not each service’s', () => {
    const found = settle({}, services(['2021-03-01', 50], ['2021-03-02', 50], ['2021-03-03', 50]))
    expect(found.services.map(({ paid }) => paid)).toEqual([1666, 1667, 1667])
    expect(found.of['2021-03']?.paid).toBe(5000)
  })

  it.each([
    ['down', 'fen', 100, 10_000],
    ['up', 'fen', 100, 10_000],
    ['down', 'jiao', 100, 10_000],
    ['down', 'yuan', 102, 10_000],
    ['up', 'yuan', 100, 10_000],
  ] as const)('stops at the year’s sum to the fen, rounded %s to the %s', (mode, to, second, paid) => {
    const policy = { yearly: { amount: 10_000 }, rounding: { mode, to } }
    const found = settle(policy, services(['2021-03-01', 200], ['2021-03-02', 200], ['2021-03-03', 20]))
    expect(found.services[1]).toMatchObject({ outcome: 'partly', covered: second, why: 'yearUsedUp' })
    expect(found.services[2]?.covered).toBe(0)
    expect(found.of['2021-03']?.paid).toBe(paid)
  })

  it('counts no money where an hour has no price', () => {
    expect(settle({ hourPrice: null }, fiveWeeks).of['2021-03']).toMatchObject({
      covered: 480,
      paid: 0,
      selfPays: 0,
    })
  })

  it('spends a sum by the price of an hour, or by the service’s own price', () => {
    const policy = { allowances: [anAllowance('sum', { amount: 10_000 })], hourPrice: 3000 }
    const found = settle(policy, [
      { on: '2021-03-01', minutes: 150 },
      { on: '2021-03-02', price: 2000 },
      { on: '2021-03-03', minutes: 50 },
    ])
    expect(found.services.map(({ outcome, paid, selfPays }) => [outcome, paid, selfPays])).toEqual([
      ['paid', 7500, 0],
      ['paid', 2000, 0],
      ['partly', 500, 2000],
    ])
  })

  it('prices the month’s minutes together where the allowance is a sum', () => {
    const policy = { allowances: [anAllowance('sum', { amount: 10_000 })] }
    const found = settle(policy, services(['2021-03-01', 50], ['2021-03-02', 50], ['2021-03-03', 50]))
    expect(found.services.map(({ paid }) => paid)).toEqual([1666, 1667, 1667])
  })

  it('stops at the year’s sum where the allowance is a sum', () => {
    const policy = { allowances: [anAllowance('sum', { amount: 10_000 })], yearly: { amount: 15_000 } }
    const found = settle(policy, [
      { on: '2021-03-01', price: 10_000 },
      { on: '2021-04-01', price: 10_000 },
    ])
    expect(found.services.map(({ paid }) => paid)).toEqual([10_000, 5_000])
  })
})

describe('settleServices, order', () => {
  it('settles months in their order and answers in the order asked', () => {
    const carryOver = { until: 'yearEnd' as const }
    const found = settle({ carryOver }, services(['2021-02-01', 960], ['2021-01-04', 480]))
    expect(found.services.map(({ covered }) => covered)).toEqual([480, 480])
  })

  it('lets a couple use one allowance together', () => {
    const couple = [aPerson({ age: 58 }), aPerson()]
    const policy = aCarePolicy({ per: 'household' })
    const { services: found } = settleServices(policy, couple, fiveWeeks)
    expect(found.map(({ outcome }) => outcome)).toEqual(['paid', 'paid', 'paid', 'paid', 'selfPaid'])
  })
})
