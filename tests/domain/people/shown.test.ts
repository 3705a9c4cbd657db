import { requireRevealable } from '../../../cloudfunctions/_domain/people/elders/shown'

describe('requireRevealable', () => {
  it.each([
    ['phone', 'coordinator', true],
    ['address', 'coordinator', true],
    ['contacts', 'coordinator', false],
    ['idNumber', 'coordinator', false],
    ['contacts', 'clerk', true],
    ['idNumber', 'elder', true],
  ] as const)('of %s for a %s: %s', (field, role, isShown) => {
    const ask = () => requireRevealable(field, { role })
    if (isShown) expect(ask).not.toThrow()
    else expect(ask).toThrow('FORBIDDEN')
  })
})
