import { inSentences } from '../../../../cloudfunctions/_domain/policies/words/said'
import { policyTerms } from '../../../../cloudfunctions/_domain/policies/words/terms'
import highTech from '../../../../cloudfunctions/_policies/care/high-tech-2021.json'
import { CarePolicy } from '../../../../types/policies/care'
import { aMealPolicy } from '../../builders'
import { aVoucherPolicy } from '../care/builders'

const terms = (policy: Parameters<typeof policyTerms>[0]) => policyTerms(policy).map(inSentences)
const GIVES_NOTHING = '这份政策什么也不给：从它开始的那天起没有补贴'

describe('policyTerms, in sentences', () => {
  it('says of a meal policy whom it is for, how much and how often', () => {
    expect(terms(aMealPolicy())).toContainEqual({
      line: '补贴“基本养老服务对象补贴”：区里出',
      rows: ['基本养老服务对象，饭价（打折以后）超过 5.00 元，每天 1 次：5.00 元'],
    })
  })

  it('says that a meal policy gives nothing, and of no other one', () => {
    const nothing = aMealPolicy({ layers: [], operator: [] })
    expect(terms(nothing)[1]).toEqual({ line: GIVES_NOTHING, rows: [] })
    expect(JSON.stringify(terms(aMealPolicy()))).not.toContain(GIVES_NOTHING)
  })

  it.each([
    ['care', CarePolicy.parse(highTech), /^额度：/],
    ['voucher', aVoucherPolicy(), /^抵扣：/],
  ])(
    'says of a %s policy what each rule gives, without what rules are called in the document',
    (_, policy, line) => {
      const said = terms(policy)
      expect(said.find((one) => line.test(one.line))?.rows.length).toBeGreaterThan(0)
      const rules = policy.kind === 'care' ? policy.allowances : policy.vouchers
      for (const { rule } of rules) expect(JSON.stringify(said)).not.toContain(rule)
    },
  )
})
