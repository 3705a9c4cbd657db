import { answersOf, categoriesIn } from '../../../cloudfunctions/_domain/policies/answers'
import highTech from '../../../cloudfunctions/_policies/care/high-tech-2021.json'
import shenzhen from '../../../cloudfunctions/_policies/meal/shenzhen-2025-01.json'
import { CarePolicy } from '../../../types/policies/care'
import { MealPolicy } from '../../../types/policies/meal'
import { aLayer, aPerson, aPolicy, aRule } from './a-policy'
import { aVoucherPolicy } from './care/builders'

const taken = (...given: Parameters<typeof answersOf>) =>
  answersOf(...given).map(({ rule, answer, isTaken }) => `${rule}:${answer}${isTaken ? '' : ' (not taken)'}`)

const two = [
  aRule({ rule: 'three', amount: 300, who: { age: { from: 60 } } }),
  aRule({ rule: 'five', amount: 500, who: { age: { from: 70 } } }),
]

describe('answersOf a meal policy', () => {
  it('takes the highest of the rules that fit', () => {
    const policy = aPolicy({ layers: [aLayer({ meet: 'highest', rules: two })] })
    expect(taken(policy, aPerson(), [])).toEqual(['three:yes (not taken)', 'five:yes'])
    expect(taken(policy, aPerson({ age: 65 }), [])).toEqual(['three:yes', 'five:no'])
  })

  it('takes the first, or all of them', () => {
    const withMeet = (meet: 'first' | 'add') => aPolicy({ layers: [aLayer({ meet, rules: two })] })
    expect(taken(withMeet('first'), aPerson(), [])).toEqual(['three:yes', 'five:yes (not taken)'])
    expect(taken(withMeet('add'), aPerson(), [])).toEqual(['three:yes', 'five:yes'])
  })

  it('lets rules for different meals stand beside each other', () => {
    const rules = [
      aRule({ rule: 'noon', slots: ['lunch'] }),
      aRule({ rule: 'evening', slots: ['dinner'], amount: 500 }),
    ]
    const policy = aPolicy({ layers: [aLayer({ meet: 'highest', rules })] })
    expect(taken(policy, aPerson(), [])).toEqual(['noon:yes', 'evening:yes'])
  })

  it('joins when and limits of policy, layer and rule', () => {
    const policy = aPolicy({
      days: ['workday'],
      limits: [{ per: 'month', amount: 6000 }],
      layers: [
        aLayer({
          eatsIn: 'town',
          rules: [aRule({ slots: ['lunch'], spend: { above: 500 }, limits: [{ per: 'day', times: 1 }] })],
        }),
      ],
    })
    expect(answersOf(policy, aPerson(), [])[0]?.gives).toEqual({
      kind: 'meal',
      amount: 300,
      when: { days: ['workday'], eatsIn: 'town', slots: ['lunch'], spend: { above: 500, of: 'discounted' } },
      limits: [
        { per: 'month', amount: 6000 },
        { per: 'day', times: 1 },
      ],
    })
  })

  it('answers for discounts, layers and delivery alike, with payer and last day', () => {
    const policy = aPolicy({
      effectiveTo: '2026-12-31',
      discounts: [aLayer({ layer: 'cheaper', payer: 'station', rules: [aRule({ rule: 'off' })] })],
      delivery: {
        fee: 200,
        layers: [aLayer({ layer: 'way', payer: 'city', rules: [aRule({ rule: 'way-2', amount: 200 })] })],
      },
    })
    expect(
      answersOf(policy, aPerson(), []).map(({ rule, layer, payer, until }) => [rule, layer, payer, until]),
    ).toEqual([
      ['off', 'cheaper', 'station', '2026-12-31'],
      ['three', 'district', 'district', '2026-12-31'],
      ['way-2', 'way', 'city', '2026-12-31'],
    ])
  })

  it('never says what the operator receives: that is not the elder’s', () => {
    const rules = answersOf(MealPolicy.parse(shenzhen), aPerson(), []).map(({ rule }) => rule)
    expect(rules).toEqual(['key-group-15', 'from-70-5', 'delivery-2'])
  })

  it('names the rule’s papers, else those of the district’s own categories', () => {
    const bring = (own: object) => {
      const policy = aPolicy({
        categories: { 'own-special': { label: '特殊困难', bring: ['认定证明'] } },
        layers: [aLayer({ rules: [aRule({ who: { category: ['own-special'] }, ...own })] })],
      })
      return answersOf(policy, aPerson(), [])[0]?.bring
    }
    expect(bring({})).toEqual(['认定证明'])
    expect(bring({ bring: ['身份证'] })).toEqual(['身份证'])
  })
})

describe('answersOf a care or voucher policy', () => {
  const care = CarePolicy.parse(highTech)

  it('says how many minutes a month, and at what price', () => {
    expect(answersOf(care, aPerson({ held: ['extremePoverty'] }), [])).toEqual([
      expect.objectContaining({
        rule: 'eight-hours-a-month',
        answer: 'yes',
        gives: { kind: 'care', minutes: 480, amount: null, hourPrice: 2000 },
      }),
    ])
  })

  it('says unknown, not no, where nobody asked', () => {
    expect(taken(care, aPerson({ isAsked: false }), [])).toEqual(['eight-hours-a-month:unknown'])
  })

  it('says the share and the cap of a voucher', () => {
    expect(answersOf(aVoucherPolicy(), aPerson(), [])[0]).toMatchObject({
      answer: 'yes',
      gives: { kind: 'voucher', percent: [{ service: null, percent: 50 }], monthlyCap: 10_000 },
    })
  })
})

describe('categoriesIn', () => {
  it('finds them in rules, groups and conditions within conditions, each once', () => {
    const policy = aPolicy({
      groups: {
        poor: {
          label: '困难',
          who: { any: [{ category: ['lowIncome'] }, { not: { category: ['extremePoverty'] } }] },
        },
      },
      layers: [aLayer({ rules: [aRule({ who: { all: [{ category: ['lowIncome', 'livingAlone'] }] } })] })],
    })
    expect(categoriesIn(policy).sort()).toEqual(['extremePoverty', 'livingAlone', 'lowIncome'])
  })
})
