import { functionVariables } from '../../emulator/function-variables'

const keyOf = (entry = '') => /^[a-z]+:(.+)$/.exec(entry)?.[1] ?? ''

describe('functionVariables', () => {
  it('gives a key of 32 bytes for each use, a different one', () => {
    const { FIELD_KEYS, DIGEST_KEYS, ...others } = functionVariables({})
    const keys = [FIELD_KEYS, DIGEST_KEYS].map(keyOf)
    expect(keys.map((key) => Buffer.from(key, 'base64').length)).toEqual([32, 32])
    expect(keys.map((key) => Buffer.from(key, 'base64').toString('base64'))).toEqual(keys)
    expect(new Set(keys).size).toBe(2)
    expect(others).toEqual({})
  })

  it('says in the keys themselves that they are no secret', () => {
    for (const entry of Object.values(functionVariables({})))
      expect(Buffer.from(keyOf(entry), 'base64').toString()).toMatch(/^emulator .* not .*secret/)
  })

  it('gives way to what the program was given, each for itself', () => {
    const given = { FIELD_KEYS: 'new:A,old:B', DIGEST_KEYS: '', FIRST_SUPERVISOR: 'o-chen', DISTRICT: '' }
    expect(functionVariables({ ...given, HOME: '/root' })).toEqual({
      FIELD_KEYS: 'new:A,old:B',
      DIGEST_KEYS: functionVariables({}).DIGEST_KEYS,
      FIRST_SUPERVISOR: 'o-chen',
    })
  })
})
