import { mayBeTold } from '../../../cloudfunctions/_domain/access/news'
import type { Scope } from '../../../types/contract'

describe('mayBeTold', () => {
  it.each<[Scope[], boolean]>([
    [['view'], true],
    [['order'], true],
    [['health', 'order'], true],
    [['health', 'log'], false],
    [[], false],
  ])('of a meal or a visit, with %j: %s', (held, expected) => {
    expect(mayBeTold(held)).toBe(expected)
  })
})
