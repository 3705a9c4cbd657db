import type { Undecided } from '#types/meals/prices'
import { personFacts } from '#types/policies/conditions'
import { missingSentence } from '@/services/missing-words'

describe('missingSentence', () => {
  const might = (over: Partial<Undecided> = {}): Undecided => ({
    rule: 'five',
    label: '补贴',
    payer: 'district',
    amount: 500,
    facts: [{ fact: 'hukou', wants: [], isDeclared: false }],
    bring: ['户口本'],
    ...over,
  })
  it.each([...personFacts, 'eatsIn'] as const)('words %s, said or not', (fact) => {
    for (const isDeclared of [true, false]) {
      const sentence = missingSentence(might({ facts: [{ fact, wants: [], isDeclared }] }), '您')
      expect(sentence).toMatch(/^您还可能少付 5 元：.+(还不知道|还没有看过证件)。带上户口本，到驿站核对。$/)
      expect(sentence).not.toMatch(/[a-z]/i)
    }
  })
  it('says what would do, and that the sum is open', () => {
    const facts = [{ fact: 'category' as const, wants: ['subsistenceAllowance'], isDeclared: true }]
    expect(missingSentence(might({ facts, amount: null, bring: [] }), '妈妈')).toBe(
      '妈妈还可能少付一些：是不是低保还没有看过证件。到驿站说一说。',
    )
  })
})
