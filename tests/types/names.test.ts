import { nameKey, politeName } from '../../types/names'

describe('politeName', () => {
  it.each([
    ['王秀英', 'female', '王奶奶'],
    ['陈建国', 'male', '陈爷爷'],
    ['王李秀英', 'female', '王奶奶'],
    ['李', 'male', '李爷爷'],
    ['欧阳淑华', 'female', '欧阳奶奶'],
    ['欧阳慧', 'female', '欧阳奶奶'],
    ['澹台明月', 'female', '澹台奶奶'],
    ['万俟雪', 'female', '万俟奶奶'],
    ['呼延灼', 'male', '呼延爷爷'],
    ['独孤信', 'male', '独孤爷爷'],
    ['拓跋宏', 'male', '拓跋爷爷'],
    ['完颜旻', 'male', '完颜爷爷'],
    ['司徒王秀英', 'female', '司徒奶奶'],
    ['司马', 'male', '司爷爷'], // nobody has a surname alone
    ['𠮷秀英', 'female', '𠮷奶奶'],
    ['𠮷野秀英', 'female', '𠮷奶奶'],
    ['周 英', 'female', '周奶奶'],
    ['欧阳 慧敏', 'female', '欧阳奶奶'],
    ['陈 建 国', 'male', '陈爷爷'],
  ] as const)('%s is spoken to as %s %s', (name, sex, polite) => {
    expect(politeName(name, sex)).toBe(polite)
  })

  it.each(['阿依夏木·买买提', '阿卜杜热合曼', 'John Smith', '王John', '王 秀英 奶奶'])(
    '%s has no form with a surname',
    (name) => {
      expect(politeName(name, 'male')).toBe(name)
    },
  )
})

describe('nameKey', () => {
  it.each([
    ['王 秀英', '王秀英'],
    ['王 秀 英', '王秀英'],
    ['𠮷 英', '𠮷英'],
    ['买买提·艾力', '买买提艾力'],
    ['买买提·艾力', '买买提 艾力'],
    ['JOHN Smith', 'John Smith'],
    ['Мария·Иванова', 'мария иванова'],
  ])('is the same of %s and %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  it.each([
    ['王秀英', '王秀'],
    ['John Smith', 'JohnSmith'],
    ['李敏', '李敏2'],
  ])('tells %s from %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other))
  })
})
