import { isUnderWay } from '../../../cloudfunctions/_domain/people/elders/records-behind'
import { NOW } from '../builders'

describe('isUnderWay', () => {
  it.each([
    ['2026-11-21T00:00:00.000Z', true],
    ['2026-11-20T23:00:00.000Z', true],
    ['2026-11-20T22:59:59.999Z', false],
  ])('a call that began at %s, an hour or less ago: %s', (since, expected) => {
    expect(isUnderWay(since, NOW)).toBe(expected)
  })
})
