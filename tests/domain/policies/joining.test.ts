import { joinChain } from '../../../cloudfunctions/_domain/policies/joining'
import { aMealPolicy, DISTRICT, TODAY, TOMORROW } from '../builders'

const policy = (effectiveFrom: string, effectiveTo: string | null = null) =>
  aMealPolicy({ id: `quiet_meal_${effectiveFrom}`, effectiveFrom, effectiveTo })
const known = { isTaken: false, policies: [], chain: null, today: TODAY }
const link = ({ id, effectiveFrom, effectiveTo }: ReturnType<typeof policy>) => ({
  id,
  effectiveFrom,
  effectiveTo,
})
const chainOf = (...links: ReturnType<typeof policy>[]) => ({
  id: 'quiet_meal',
  district: DISTRICT,
  links: links.map(link),
})

describe('joinChain', () => {
  const old = policy('2026-01-01')
  const next = policy('2027-01-01')

  it('begins a chain', () => {
    expect(joinChain(next, known)).toEqual(chainOf(next))
  })

  it('knows what was imported and what was saved, each once', () => {
    const saved = policy('2026-12-01')
    const chain = chainOf(old, saved)
    expect(joinChain(next, { ...known, policies: [old], chain })).toEqual(chainOf(old, saved, next))
  })

  it('begins in the future', () => {
    expect(() => joinChain(policy(TODAY), known)).toThrow('DATE_PAST')
    expect(() => joinChain(policy(TOMORROW), known)).not.toThrow()
  })

  it('never takes the place of a policy, also of one that has begun', () => {
    for (const from of [TODAY, '2027-01-01'])
      expect(() => joinChain(policy(from), { ...known, isTaken: true })).toThrow('POLICY_REFUSED')
  })

  it('refuses days with two policies or with none, also next to one that only the chain knows', () => {
    const ended = policy('2026-01-01', '2026-12-30')
    expect(() => joinChain(next, { ...known, policies: [ended] })).toThrow('POLICY_REFUSED')
    expect(() => joinChain(next, { ...known, chain: chainOf(ended) })).toThrow('POLICY_REFUSED')
  })

  it('does not hold against it what was wrong before', () => {
    const policies = [policy('2024-01-01', '2024-12-30'), policy('2025-01-01')]
    expect(() => joinChain(next, { ...known, policies })).not.toThrow()
  })
})
