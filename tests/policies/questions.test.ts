import type { AnyPolicy } from '../../cloudfunctions/_policies/command/kinds'
import { questionsOf } from '../../cloudfunctions/_policies/command/questions/questions'
import { perhapsOnePlace } from '../../cloudfunctions/_policies/command/reading/places'
import type { Condition } from '../../types/policies/conditions'
import { aLayer, aPolicy, aRule } from '../domain/policies/a-policy'
import { aCarePolicy, anAllowance, aVoucher, aVoucherPolicy } from '../domain/policies/care/builders'

const asked = (policy: AnyPolicy): string[] =>
  questionsOf(policy).map(({ path, problem }) => `${path.join('.')} ${problem}`)

const rules = (...own: Parameters<typeof aRule>[0][]) =>
  aPolicy({ layers: [aLayer({ rules: own.map((one, place) => aRule({ rule: `r${place}`, ...one })) })] })
const firsts = (...own: Parameters<typeof aRule>[0][]) => {
  const [layer] = rules(...own).layers
  return aPolicy({ layers: layer ? [{ ...layer, meet: 'first' }] : [] })
}

describe('questionsOf, figures in the wrong unit', () => {
  const amount = 'layers.0.rules.0.amount'
  const deliveryOf = (fee: number, given: number) =>
    aPolicy({
      delivery: {
        fee,
        layers: [aLayer({ layer: 'delivery', rules: [aRule({ rule: 'd', amount: given })] })],
      },
    })
  const operator = (fen: number) =>
    aPolicy({ operator: [{ rule: 'o', label: '运营', payer: 'city', amount: fen, per: 'meal' }] })
  const monthly = (fen: number) => rules({ limits: [{ per: 'month', amount: fen }] })
  const care = (own: Parameters<typeof aCarePolicy>[0]) => aCarePolicy(own)

  it.each<[string, string, (fen: number) => AnyPolicy, number]>([
    ['an amount', amount, (fen) => rules({ amount: fen }), 300],
    [
      'an amount in a table',
      `${amount}.bySlot.lunch`,
      (fen) => rules({ amount: { bySlot: { lunch: fen } } }),
      300,
    ],
    ['a cap', `${amount}.cap`, (cap) => rules({ amount: { percent: 25, cap } }), 300],
    ['a price to pay', `${amount}.elderPays`, (elderPays) => rules({ amount: { elderPays } }), 200],
    ['a smallest bill', 'layers.0.rules.0.spend.atLeast', (atLeast) => rules({ spend: { atLeast } }), 1000],
    ['a monthly limit', 'layers.0.rules.0.limits.0.amount', monthly, 15_000],
    ['the least to pay', 'elderPaysAtLeast', (elderPaysAtLeast) => aPolicy({ elderPaysAtLeast }), 100],
    ['the standard price', 'standardPrice', (standardPrice) => aPolicy({ standardPrice }), 1200],
    ['a delivery fee', 'delivery.fee', (fee) => deliveryOf(fee, 0), 200],
    ['a delivery subsidy', 'delivery.layers.0.rules.0.amount', (given) => deliveryOf(200, given), 200],
    ['what the operator receives', 'operator.0.amount', operator, 200],
    ['the price of an hour', 'hourPrice', (hourPrice) => care({ hourPrice }), 2500],
    ['a year', 'yearly.amount', (fen) => care({ yearly: { amount: fen } }), 300_000],
    [
      'a monthly sum',
      'allowances.0.amount',
      (fen) => care({ allowances: [anAllowance('a', { amount: fen })] }),
      40_000,
    ],
    [
      'a voucher',
      'vouchers.0.monthlyCap',
      (monthlyCap) => aVoucherPolicy({ vouchers: [aVoucher('v', { monthlyCap })] }),
      15_000,
    ],
  ])('asks for %s that is a hundred times too much or too little, in yuan', (_, path, policyOf, usual) => {
    const about = (fen: number) => asked(policyOf(fen)).filter((line) => line.startsWith(`${path} `))
    expect(about(usual)).toEqual([])
    expect(about(0)).toEqual([])
    for (const fen of [usual * 100, usual / 100])
      expect(about(fen)).toEqual([expect.stringContaining(`${(fen / 100).toFixed(2)} 元`)])
  })

  it('asks for hours that were written for minutes', () => {
    const policy = aCarePolicy({ allowances: [anAllowance('a', { minutes: 8 })] })
    expect(asked(policy)).toEqual([
      expect.stringMatching(/^allowances\.0\.minutes .*0\.13 小时.*8 小时写 480/),
    ])
  })

  it('asks for a share below one in a hundred', () => {
    expect(asked(rules({ amount: { percent: 0.25 } }))).toEqual([expect.stringContaining('不写 0.25')])
  })
})

describe('questionsOf, rules that reach nobody', () => {
  const from = (age: number, own: Condition = {}) => ({ who: { age: { from: age }, ...own } })

  it('asks where an earlier rule of which only the first counts is for everybody of a later one', () => {
    const policy = firsts(from(60, { category: ['lowIncome'] }), from(70, { category: ['lowIncome'] }))
    expect(asked(policy)).toEqual([expect.stringMatching(/rules\.1\.rule “r1”好像永远用不上.*“r0”/)])
  })

  it.each<[string, AnyPolicy]>([
    ['is for fewer', firsts(from(70), from(60))],
    ['is for other meals', firsts({ ...from(60), slots: ['lunch'] }, from(70))],
    ['gives only so often', firsts({ ...from(60), limits: [{ per: 'day', times: 1 }] }, from(70))],
    ['does not exclude it', rules(from(60), from(70))],
  ])('does not ask where the earlier one %s', (_, policy) => {
    expect(asked(policy)).toEqual([])
  })

  it('asks for a row whose group nobody of the rule belongs to', () => {
    const matrix = ['young', 'old'].map((group) => ({ group, byAbility: { severe: 40_000 } }))
    const policy = aCarePolicy({
      groups: {
        young: { label: '60 至 69 岁', who: { age: { from: 60, to: 69 } } },
        old: { label: '80 岁以上', who: { age: { from: 80 } } },
      },
      allowances: [anAllowance('a', { who: { group: ['old'] }, amount: { matrix } })],
    })
    expect(asked(policy)).toEqual([expect.stringMatching(/matrix\.0\.group “young”这一行/)])
  })
})

describe('questionsOf, ages', () => {
  const band = (from: number, to: number, own: Condition = {}) => ({ who: { age: { from, to }, ...own } })

  it('asks for ages between two rules of one layer', () => {
    const policy = rules(band(81, 89), band(60, 79))
    expect(asked(policy)).toEqual([expect.stringMatching(/rules\.0\.who 80 岁的人哪一条都不算/)])
  })

  it.each<[string, AnyPolicy]>([
    ['without a hole', rules(band(60, 79), band(80, 89))],
    ['of which one is wider', rules(band(60, 99), band(60, 69), band(80, 89))],
    ['that differ in more', rules(band(60, 69, { hukou: 'city' }), band(80, 89))],
  ])('does not ask for rules %s', (_, policy) => {
    expect(asked(policy)).toEqual([])
  })
})

describe('questionsOf, living alone', () => {
  it.each<[string, Condition, RegExp]>([
    ['the category', { category: ['livingAlone'] }, /"living": \["alone"\]/],
    ['the housing', { living: ['alone'] }, /"category": \["livingAlone"\]/],
  ])('asks whether %s is meant', (_, who, said) => {
    expect(asked(rules({ who }))).toEqual([expect.stringMatching(said)])
  })
})

describe('perhapsOnePlace', () => {
  const link = (id: string, district?: string) => aPolicy({ id, name: id, ...(district && { district }) })

  it.each([
    ['an id with a word more', link('a-meal-2026-01'), link('a-meal-new-2027')],
    ['a district in one only', link('a-meal-2026-01'), link('a-meal-2027-01', '110105')],
  ])('asks for two with %s', (_, one, other) => {
    expect(perhapsOnePlace([one, other])).toEqual([expect.stringContaining('看上去是同一个地方的')])
  })

  it.each([
    ['of other ids', link('a-meal-2026-01'), link('b-meal-2026-01')],
    ['of two districts', link('a-meal-2026-01', '110105'), link('a-meal-2026-01', '110106')],
    ['that follow each other', link('a-meal-2026-01'), link('a-meal-2027-01')],
  ])('leaves two alone %s', (_, one, other) => {
    expect(perhapsOnePlace([one, other])).toEqual([])
  })
})
