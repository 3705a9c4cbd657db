import { withPapers } from '../../../cloudfunctions/_domain/policies/with-papers'
import { aMealPolicy } from '../builders'

const [layer] = aMealPolicy().layers
const [rule] = layer?.rules ?? []
if (!layer || !rule) throw new Error('the policy has no rule')
const forAll = { ...rule, rule: 'for-all', who: {} }

describe('withPapers', () => {
  it('asks for papers, and gives nothing that everybody gets', () => {
    const policy = aMealPolicy({
      evidence: 'declared',
      layers: [
        { ...layer, rules: [rule, forAll] },
        { ...layer, layer: 'all', rules: [forAll] },
      ],
      delivery: { label: '送餐费', fee: 200, layers: [{ ...layer, rules: [forAll] }] },
    })
    expect(withPapers(policy)).toMatchObject({
      ...{ evidence: 'verified', layers: [{ rules: [{ rule: rule.rule }] }], delivery: { layers: [] } },
    })
    expect(withPapers(policy).layers).toHaveLength(1)
    expect(policy.evidence).toBe('declared')
  })

  it('is the same object for the same policy, so that it is compiled once', () => {
    const policy = aMealPolicy()
    expect(withPapers(policy)).toBe(withPapers(policy))
    expect(withPapers(aMealPolicy())).not.toBe(withPapers(policy))
  })
})
