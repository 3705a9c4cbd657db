import type { Gives, Reason, RuleAnswer } from '#types/eligibility/entitlements'
import { type PersonFact, personFacts } from '#types/policies/conditions'
import { whenWords } from '@/services/gives-words'
import { billRows, lineWord } from '@/services/price-words'
import { answerSentence, givesSentence, reasonSentence, reasonsSentence } from '@/services/reason-words'

const aReason = (over: Partial<Reason> = {}): Reason => ({
  fact: 'age',
  answer: 'yes',
  wants: ['80', ''],
  names: {},
  has: '82',
  isNegated: false,
  isDeclared: false,
  from: null,
  ...over,
})

const stands = ['yes', 'no', 'unknown', 'declared', 'notYes', 'notNo', 'notUnknown'] as const
type Stand = (typeof stands)[number]

/** How each fact is asked for, what is known where it holds and where not, and every sentence of it. */
const table: Record<
  PersonFact,
  { wants: string[]; holds: string; fails: string; says: Record<Stand, string> }
> = {
  age: {
    wants: ['80', ''],
    holds: '82',
    fails: '77',
    says: {
      yes: '妈妈满 80 岁',
      no: '妈妈现在 77 岁，要满 80 岁',
      unknown: '还不知道妈妈多大年纪（要满 80 岁）',
      declared: '妈妈的年龄还没有核对证件',
      notYes: '妈妈现在 82 岁，满 80 岁的不算',
      notNo: '妈妈没到 80 岁',
      notUnknown: '还不知道妈妈多大年纪（满 80 岁的不算）',
    },
  },
  hukou: {
    wants: ['city'],
    holds: 'district',
    fails: 'elsewhere',
    says: {
      yes: '妈妈的户口在本市',
      no: '妈妈的户口在外省，户口要在本市',
      unknown: '还不知道妈妈的户口在哪里（户口要在本市）',
      declared: '妈妈的户口还没有核对证件',
      notYes: '妈妈的户口在本区，户口在本市的不算',
      notNo: '妈妈的户口不在本市',
      notUnknown: '还不知道妈妈的户口在哪里（户口在本市的不算）',
    },
  },
  residentMonths: {
    wants: ['12'],
    holds: '30',
    fails: '5',
    says: {
      yes: '妈妈在这里住满 12 个月',
      no: '妈妈在这里住了 5 个月，要在这里住满 12 个月',
      unknown: '还不知道妈妈在这里住了多久（要在这里住满 12 个月）',
      declared: '妈妈在这里住了多久，还没有核对证件',
      notYes: '妈妈在这里住了 30 个月，在这里住满 12 个月的不算',
      notNo: '妈妈在这里没住满 12 个月',
      notUnknown: '还不知道妈妈在这里住了多久（在这里住满 12 个月的不算）',
    },
  },
  category: {
    wants: ['subsistenceAllowance', 'own-hardship'],
    holds: 'subsistenceAllowance',
    fails: '',
    says: {
      yes: '妈妈已认定为低保',
      no: '要认定为低保或特殊困难老人',
      unknown: '还不知道妈妈有没有认定为低保或特殊困难老人',
      declared: '妈妈登记的“低保或特殊困难老人”还没有核对证件',
      notYes: '已认定为低保或特殊困难老人的不算',
      notNo: '妈妈没有认定为低保或特殊困难老人',
      notUnknown: '还不知道妈妈有没有认定为低保或特殊困难老人（已认定为低保或特殊困难老人的不算）',
    },
  },
  ability: {
    wants: ['severe', 'total'],
    holds: 'severe',
    fails: 'mild',
    says: {
      yes: '妈妈的能力评估是重度失能',
      no: '妈妈的能力评估是轻度失能，能力评估要是重度失能或完全失能',
      unknown: '还不知道妈妈的能力评估结果（能力评估要是重度失能或完全失能）',
      declared: '妈妈的能力评估结果还没有核对',
      notYes: '妈妈的能力评估是重度失能，能力评估是重度失能或完全失能的不算',
      notNo: '妈妈的能力评估不是重度失能或完全失能',
      notUnknown: '还不知道妈妈的能力评估结果（能力评估是重度失能或完全失能的不算）',
    },
  },
  living: {
    wants: ['alone', 'couple'],
    holds: 'alone',
    fails: 'withFamily',
    says: {
      yes: '妈妈一个人住',
      no: '妈妈和家人住，要一个人住或和老伴住',
      unknown: '还不知道妈妈和谁一起住（要一个人住或和老伴住）',
      declared: '妈妈和谁一起住，还没有核对',
      notYes: '妈妈一个人住，一个人住或和老伴住的不算',
      notNo: '妈妈不是一个人住或和老伴住',
      notUnknown: '还不知道妈妈和谁一起住（一个人住或和老伴住的不算）',
    },
  },
  livesAtHome: {
    wants: ['true'],
    holds: 'true',
    fails: 'false',
    says: {
      yes: '妈妈住在家里',
      no: '妈妈住在养老机构，要住在家里',
      unknown: '还不知道妈妈是不是住在家里（要住在家里）',
      declared: '妈妈是不是住在家里，还没有核对',
      notYes: '妈妈住在家里，住在家里的不算',
      notNo: '妈妈没有住在家里',
      notUnknown: '还不知道妈妈是不是住在家里（住在家里的不算）',
    },
  },
  sex: {
    wants: ['female'],
    holds: 'female',
    fails: 'male',
    says: {
      yes: '妈妈是女士',
      no: '妈妈是男士，只给女士',
      unknown: '还不知道妈妈是女士还是男士（只给女士）',
      declared: '妈妈是女士还是男士，还没有核对证件',
      notYes: '妈妈是女士，是女士的不算',
      notNo: '妈妈不是女士',
      notUnknown: '还不知道妈妈是女士还是男士（是女士的不算）',
    },
  },
}

function reasonFor(fact: PersonFact, stand: Stand): Reason {
  const { wants, holds, fails } = table[fact]
  const names = { 'own-hardship': '特殊困难老人' }
  const isNegated = stand.startsWith('not')
  if (stand === 'yes' || stand === 'notYes') return aReason({ fact, wants, names, isNegated, has: holds })
  if (stand === 'no' || stand === 'notNo') {
    return aReason({ fact, wants, names, isNegated, answer: 'no', has: fails || null })
  }
  return aReason({
    fact,
    wants,
    names,
    isNegated,
    answer: 'unknown',
    has: null,
    isDeclared: stand === 'declared',
  })
}

describe('reasonSentence', () => {
  it('has a row for every fact', () => {
    expect(Object.keys(table).sort()).toEqual([...personFacts].sort())
  })

  describe.each([...personFacts])('of %s', (fact) => {
    it.each([...stands])('that stands %s', (stand) => {
      const sentence = reasonSentence(reasonFor(fact, stand), '妈妈')
      expect(sentence).toBe(table[fact].says[stand])
    })

    it.each([...stands])('that stands %s names no code, also where nothing may be told', (stand) => {
      for (const has of [null, reasonFor(fact, stand).has]) {
        const sentence = reasonSentence({ ...reasonFor(fact, stand), has }, '妈妈')
        expect(sentence).not.toMatch(/[a-z]|undefined|NaN|，，|（）|，$/i)
        expect(sentence.length).toBeGreaterThan(3)
      }
    })
  })

  it.each([
    [['60', '79'], 'yes', '您在 60 到 79 岁之间'],
    [['60', '79'], 'no', '您现在 82 岁，要在 60 到 79 岁之间'],
    [['', '69'], 'yes', '您不超过 69 岁'],
    [['', '69'], 'no', '您现在 82 岁，不能超过 69 岁'],
  ] as const)('words the ages %j (%s)', (wants, answer, sentence) => {
    expect(reasonSentence(aReason({ wants: [...wants], answer }), '您')).toBe(sentence)
  })

  it('says from which day it will hold by itself', () => {
    const reason = aReason({ answer: 'no', has: '77', from: '2029-03-05' })
    expect(reasonSentence(reason, '您')).toBe('您现在 77 岁，要满 80 岁，2029年3月5日起可以')
  })

  it('says so where the district has still to name a category', () => {
    const open = { wants: [], names: {} }
    expect(reasonSentence({ ...reasonFor('category', 'no'), ...open }, '妈妈')).toBe(
      '要认定为区里规定的其他类别',
    )
    expect(reasonSentence({ ...reasonFor('category', 'unknown'), ...open }, '妈妈')).toBe(
      '还不知道妈妈有没有认定为区里规定的其他类别',
    )
  })

  it('tells no category to whoever may not know it', () => {
    const yes = { ...reasonFor('category', 'yes'), has: null }
    expect(reasonSentence(yes, '妈妈')).toBe('妈妈有符合要求的认定')
  })

  it('tells no grade to whoever may not know it', () => {
    const yes = { ...reasonFor('ability', 'yes'), has: null }
    expect(reasonSentence(yes, '妈妈')).toBe('妈妈的能力评估符合要求')
    expect(reasonSentence({ ...reasonFor('ability', 'no'), has: null }, '妈妈')).toBe(
      '能力评估要是重度失能或完全失能',
    )
  })
})

describe('reasonsSentence', () => {
  it('names the elder once', () => {
    expect(
      reasonsSentence([aReason(), reasonFor('hukou', 'yes'), reasonFor('livesAtHome', 'yes')], '您'),
    ).toBe('您满 80 岁，户口在本市，住在家里')
  })

  it('joins what is missing, each whole', () => {
    expect(reasonsSentence([reasonFor('age', 'declared'), reasonFor('hukou', 'unknown')], '妈妈')).toBe(
      '妈妈的年龄还没有核对证件；还不知道妈妈的户口在哪里（户口要在本市）',
    )
  })
})

const threeYuan: Gives = { kind: 'meal', amount: 300, when: {} }
const anAnswer = (over: Partial<RuleAnswer> = {}): RuleAnswer => ({
  policyId: 'p',
  policyName: '助餐补贴',
  kind: 'meal',
  rule: 'age-80',
  layer: 'city',
  label: '高龄助餐补贴',
  payer: 'city',
  answer: 'yes',
  isTaken: true,
  reasons: [aReason(), reasonFor('hukou', 'yes')],
  gives: threeYuan,
  bring: ['身份证'],
  until: null,
  ...over,
})

describe('answerSentence', () => {
  it.each([
    [{}, '因为您满 80 岁，户口在本市，市里每餐出 3 元。'],
    [{ reasons: [] }, '市里每餐出 3 元。'],
    [{ isTaken: false }, '您满 80 岁，户口在本市。这一项也符合，已经按给得更多的一项算了。'],
    [
      { answer: 'unknown', reasons: [reasonFor('hukou', 'unknown')] },
      '还不知道您的户口在哪里（户口要在本市）。带上身份证，到驿站看一看，就能知道。',
    ],
    [{ answer: 'unknown', reasons: [], bring: [] }, '还差一些情况没有登记。到驿站说一说，就能知道。'],
    [{ answer: 'no', reasons: [reasonFor('age', 'no')] }, '您现在 77 岁，要满 80 岁。'],
    [{ answer: 'no', reasons: [] }, '现在的情况不符合这一项。'],
  ] as [Partial<RuleAnswer>, string][])('%j', (over, sentence) => {
    expect(answerSentence(anAnswer(over), '您')).toBe(sentence)
  })
})

describe('givesSentence', () => {
  it.each([
    [threeYuan, '市里每餐出 3 元'],
    [{ kind: 'meal', amount: { percent: 25, cap: 300 }, when: {} }, '市里出饭钱的 25%，每餐最多 3 元'],
    [{ kind: 'meal', amount: { percent: 10 }, when: {} }, '市里出饭钱的 10%'],
    [
      { kind: 'meal', amount: 500, when: {}, limits: [{ per: 'day', times: 1 }] },
      '市里每餐出 5 元，每天一次',
    ],
    [
      {
        kind: 'meal',
        amount: 500,
        when: {},
        limits: [
          { per: 'slot', times: 1 },
          { per: 'month', times: 22, amount: 6000 },
        ],
      },
      '市里每餐出 5 元，每月 22 次，每月最多 60 元',
    ],
    [{ kind: 'meal', amount: { elderPays: 800 }, when: {} }, '妈妈每餐付 8 元，其余市里出'],
    [
      { kind: 'meal', amount: { elderPays: 800, cap: 1000 }, when: {} },
      '妈妈每餐付 8 元，其余市里出，每餐最多出 10 元',
    ],
    [
      { kind: 'meal', amount: { bySlot: { lunch: 300, dinner: { percent: 50, cap: 200 } } }, when: {} },
      '市里每餐出：午餐 3 元，晚餐 饭钱的 50%，最多 2 元',
    ],
    [
      { kind: 'meal', amount: { byMode: { dineIn: 300, delivery: 500 } }, when: {} },
      '市里每餐出：堂食 3 元，送餐 5 元',
    ],
    [{ kind: 'meal', amount: { byDay: { workday: 300 } }, when: {} }, '市里每餐出：工作日 3 元'],
    [
      { kind: 'meal', amount: { byAbility: { severe: { elderPays: 500 } } }, when: {} },
      '市里每餐出：重度失能 超过 5 元的部分',
    ],
    [
      { kind: 'care', minutes: 480, amount: null, hourPrice: 2000 },
      '市里每月给 8 小时上门服务，每小时 20 元，不用妈妈付',
    ],
    [{ kind: 'care', minutes: 480, amount: null, hourPrice: null }, '市里每月给 8 小时上门服务'],
    [{ kind: 'care', minutes: null, amount: 20000, hourPrice: null }, '市里每月给 200 元上门服务费'],
    [{ kind: 'care', minutes: null, amount: null, hourPrice: 2000 }, '市里每月给上门服务，给多少还要看情况'],
    [
      { kind: 'voucher', percent: [{ service: null, percent: 50 }], monthlyCap: 30000 },
      '市里出服务费的 50%，每月最多 300 元',
    ],
    [
      {
        kind: 'voucher',
        percent: [
          { service: '助浴', percent: 50 },
          { service: '理发', percent: 30 },
        ],
        monthlyCap: null,
      },
      '市里出助浴 50%，理发 30%，每月最多多少还要看情况',
    ],
  ] as [Gives, string][])('%j', (gives, sentence) =>
    expect(givesSentence(gives, 'city', '妈妈')).toBe(sentence),
  )

  it('says which meals', () => {
    expect(
      whenWords({ slots: ['lunch', 'dinner'], days: ['workday'], modes: ['dineIn'], eatsIn: 'town' }),
    ).toBe('工作日的午餐、晚餐，堂食，在本街道（镇）吃')
    expect(whenWords({ spend: { above: 500, of: 'list' } })).toBe('饭钱超过 5 元的餐')
    expect(whenWords({ spend: { atLeast: 500, of: 'list' } })).toBe('饭钱满 5 元的餐')
    expect(whenWords({})).toBe('')
  })
})

describe('the lines of a price', () => {
  const delivery = { kind: 'delivery', label: '送餐费', payer: null, rule: null, amount: 200 } as const
  const discount = { kind: 'discount', label: '老人优惠', payer: 'station', rule: 'd', amount: 180 } as const
  const subsidy = { kind: 'subsidy', label: '补贴', payer: 'city', rule: 's', amount: 300 } as const
  it('adds what is added and takes off what is taken off', () => {
    expect(billRows([delivery, discount, subsidy, { ...subsidy, payer: 'town', amount: 100 }])).toEqual([
      { name: '送餐费', value: '加 2 元' },
      { name: '老人优惠', value: '减 1.80 元', isGood: true },
      { name: '补贴', value: '减 4 元', isGood: true },
    ])
  })
  it('says who makes it cheaper', () => {
    expect(lineWord(discount, '您')).toBe('老人优惠，驿站便宜 1.80 元')
    expect(lineWord(delivery, '您')).toBe('送餐费，加 2 元')
  })
})
