import { priceMeal } from '../../../../cloudfunctions/_domain/policies/meal/price'
import type { Situation } from '../../../../cloudfunctions/_domain/policies/terms/person'
import type { MealPolicy } from '../../../../types/policies/meal'
import { aLayer, aMeal, aPerson, aPolicy, aRule } from '../a-policy'

const three = aRule({ rule: 'three', amount: 300 })
const five = aRule({ rule: 'five', amount: 500 })
const poor = aRule({ rule: 'poor', who: { category: ['lowIncome'] }, amount: 800 })
const nothing = aRule({ rule: 'none', who: { living: ['institution'] }, amount: 0 })

function answer(policy: MealPolicy, own: Partial<Situation> = {}, meal = aMeal()) {
  const { price } = priceMeal(meal, aPerson(own), policy)
  return {
    given: Object.fromEntries(
      price.lines.flatMap(({ kind, rule, amount }) =>
        kind === 'subsidy' || kind === 'discount' ? [[rule, amount]] : [],
      ),
    ),
    open: price.undecided.map(({ rule, amount, facts }) => [
      rule,
      amount,
      facts.map(({ fact }) => fact).join(),
    ]),
  }
}

describe('how the rules of a layer meet', () => {
  it.each([
    ['highest', { five: 500 }],
    ['add', { three: 300, five: 500 }],
    ['first', { three: 300 }],
  ] as const)('%s', (meet, given) => {
    expect(answer(aPolicy({ layers: [aLayer({ meet, rules: [three, five] })] })).given).toEqual(given)
  })

  it('takes the first that fits even where it gives nothing: so some can be left out', () => {
    const policy = aPolicy({ layers: [aLayer({ meet: 'first', rules: [nothing, three] })] })
    expect(answer(policy, { living: 'institution' })).toEqual({ given: {}, open: [] })
    expect(answer(policy).given).toEqual({ three: 300 })
  })

  it('gives only what is sure while an earlier one is not decided', () => {
    const policy = aPolicy({ layers: [aLayer({ meet: 'first', rules: [nothing, three] })] })
    expect(answer(policy, { living: undefined })).toEqual({ given: {}, open: [['none', 300, 'living']] })
    const more = aPolicy({ layers: [aLayer({ meet: 'first', rules: [poor, three] })] })
    expect(answer(more, { isAsked: false })).toEqual({
      given: { three: 300 },
      open: [['poor', 500, 'category']],
    })
  })

  it('says what could go beyond the highest, and only that', () => {
    const policy = aPolicy({ layers: [aLayer({ rules: [poor, five] })] })
    expect(answer(policy, { isAsked: false })).toEqual({
      given: { five: 500 },
      open: [['poor', 300, 'category']],
    })
    const less = aPolicy({ layers: [aLayer({ rules: [{ ...poor, amount: 400 }, five] })] })
    expect(answer(less, { isAsked: false }).open).toEqual([])
  })

  it('takes a fixed price off what rules before it left', () => {
    const fixed = aRule({ rule: 'fixed', amount: { elderPays: 200 } })
    expect(answer(aPolicy({ layers: [aLayer({ meet: 'add', rules: [three, fixed] })] })).given).toEqual({
      three: 300,
      fixed: 700,
    })
  })
})

describe('how layers meet', () => {
  const layers = [aLayer({ layer: 'a', rules: [three] }), aLayer({ layer: 'b', rules: [five] })]

  it.each([
    ['add', { three: 300, five: 500 }],
    ['highest', { five: 500 }],
    ['first', { three: 300 }],
  ] as const)('%s', (meet, given) => {
    expect(answer(aPolicy({ meet, layers })).given).toEqual(given)
  })

  it('says of the others only what goes beyond the best', () => {
    const open = [aLayer({ layer: 'a', rules: [poor] }), aLayer({ layer: 'b', rules: [five] })]
    expect(answer(aPolicy({ meet: 'highest', layers: open }), { isAsked: false })).toEqual({
      given: { five: 500 },
      open: [['poor', 300, 'category']],
    })
    expect(answer(aPolicy({ meet: 'first', layers: open }), { isAsked: false })).toEqual({
      given: { five: 500 },
      open: [['poor', 300, 'category']],
    })
  })

  it('gives only what is sure while an earlier layer that gives less is not decided', () => {
    const less = [
      aLayer({ layer: 'a', rules: [{ ...poor, amount: 200 }] }),
      aLayer({ layer: 'b', rules: [five] }),
    ]
    expect(answer(aPolicy({ meet: 'first', layers: less }), { isAsked: false })).toEqual({
      given: { five: 200 },
      open: [['poor', 300, 'category']],
    })
  })

  it('never takes the elder below what she pays at least', () => {
    const policy = aPolicy({
      elderPaysAtLeast: 100,
      layers: [aLayer({ rules: [aRule({ amount: { percent: 100 } })] })],
    })
    expect(answer(policy).given).toEqual({ three: 1100 })
    expect(answer(policy, {}, aMeal({ list: 80 })).given).toEqual({})
  })
})

describe('discounts and bills', () => {
  const off = [
    aLayer({ layer: 'off', payer: 'station', rules: [aRule({ rule: 'off', amount: { percent: 25 } })] }),
  ]

  it.each([
    ['the discounted bill unless said', { percent: 50 }, 450],
    ['the list price', { percent: 50, of: 'list' as const }, 600],
    ['what is left after the layers before', { percent: 50, of: 'left' as const }, 300],
  ])('takes a share of %s', (_, amount, given) => {
    const layers = [
      aLayer({ rules: [three] }),
      aLayer({ layer: 'share', rules: [aRule({ rule: 'share', amount })] }),
    ]
    expect(answer(aPolicy({ discounts: off, layers })).given).toEqual({ off: 300, three: 300, share: given })
  })

  it.each([
    [{ above: 900 }, false],
    [{ above: 899 }, true],
    [{ atLeast: 900 }, true],
    [{ atLeast: 901 }, false],
    [{ above: 1199, of: 'list' as const }, true],
  ])('asks for a smallest bill after the discount: %j', (spend, isGiven) => {
    const policy = aPolicy({ discounts: off, layers: [aLayer({ rules: [aRule({ spend })] })] })
    expect('three' in answer(policy).given).toBe(isGiven)
  })
})

describe('what is not known', () => {
  it('names the place beside a fact of the person, where a rule asks for both', () => {
    const policy = aPolicy({
      layers: [aLayer({ eatsIn: 'town', rules: [aRule({ who: { hukou: 'town' } })] })],
    })
    expect(answer(policy, { hukou: undefined }, aMeal({ eatsIn: null })).open).toEqual([
      ['three', 300, 'hukou,eatsIn'],
    ])
  })

  it('does not know how much where the ability is not', () => {
    const policy = aPolicy({
      layers: [aLayer({ rules: [aRule({ amount: { byAbility: { severe: 500 } } })] })],
    })
    expect(answer(policy, { ability: undefined }).open).toEqual([['three', null, 'ability']])
    expect(answer(policy, { ability: 'severe' }).given).toEqual({ three: 500 })
    expect(answer(policy, { ability: 'able' })).toEqual({ given: {}, open: [] })
  })
})
