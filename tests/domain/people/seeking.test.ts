import { nameAndTail } from '../../../cloudfunctions/_domain/people/elders/seeking'

describe('nameAndTail', () => {
  it.each([
    ['王秀英 3606', '王秀英'],
    ['王秀英3606', '王秀英'],
    ['王 秀英 3606', '王 秀英'],
    ['王秀英，3606', '王秀英'],
    ['王秀英·3606', '王秀英'],
    ['3606 王秀英', '王秀英'],
    ['3606王秀英', '王秀英'],
    ['买买提·艾力 3606', '买买提·艾力'],
    ['John Smith 3606', 'John Smith'],
    ['王芳2 3606', '王芳2'],
  ])('reads both in %j', (text, name) => expect(nameAndTail(text)).toEqual({ name, phoneTail: '3606' }))

  it.each(['王秀英', '3606', '王秀英 606', '王秀英 13606', '王秀英 13800003606', '. 3606', '- 3606', ''])(
    'reads not both in %j',
    (text) => expect(nameAndTail(text)).toBeNull(),
  )
})
