import { mayBeTold, scopesTo } from '../../../cloudfunctions/_domain/access/news'
import type { Scope } from '../../../types/contract'
import { anElder, anElderAccount, aRelative } from '../builders'

const elder = anElder()

describe('mayBeTold', () => {
  it.each<[Scope[], boolean]>([
    [['view'], true],
    [['order'], true],
    [['health', 'order'], true],
    [['health', 'log'], false],
    [[], false],
  ])('of what view or order lets one know, with %j: %s', (held, expected) => {
    expect(mayBeTold(held, ['view', 'order'])).toBe(expected)
  })
})

describe('scopesTo', () => {
  it('are those that she granted, and all of them for herself', () => {
    expect(scopesTo(aRelative('o-kin', elder, ['order', 'log']), elder.id)).toEqual(['order', 'log'])
    expect(scopesTo(anElderAccount('o-wang', elder), elder.id)).toEqual(['view', 'order', 'health', 'log'])
  })

  it('are none to another elder, and none once they were taken back', () => {
    const kin = aRelative('o-kin', elder)
    expect(scopesTo(kin, 'e-else')).toEqual([])
    const relations = kin.relations.map((one) => ({ ...one, state: 'revoked' as const }))
    expect(scopesTo({ ...kin, relations }, elder.id)).toEqual([])
  })
})
