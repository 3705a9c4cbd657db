import { politeName } from '../../types/names'

describe('politeName', () => {
  it.each([
    ['王秀英', 'female', '王奶奶'],
    ['陈建国', 'male', '陈爷爷'],
    ['欧阳淑华', 'female', '欧阳奶奶'],
    ['𠮷秀英', 'female', '𠮷奶奶'],
  ] as const)('%s is spoken to as %s %s', (name, sex, polite) => {
    expect(politeName(name, sex)).toBe(polite)
  })
})
