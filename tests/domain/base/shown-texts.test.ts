import { shownTexts } from '../../../cloudfunctions/_domain/base/shown-texts'

const input = {
  elderId: 'e-wang',
  reason: '今天没来吃饭',
  room: null,
  elder: {
    name: '王秀英',
    age: 82,
    allergies: ['花生', '虾'],
    contacts: [{ name: '李敏', relation: 'daughter', phone: '13800000001' }],
  },
}

describe('shownTexts', () => {
  it.each([
    ['a field', ['reason'], ['今天没来吃饭']],
    ['a field within', ['elder.name'], ['王秀英']],
    ['a list', ['elder.allergies'], ['花生', '虾']],
    ['every text below a field but telephone numbers', ['elder.contacts'], ['李敏', 'daughter']],
    ['several, in the order in which they are named', ['elder.name', 'reason'], ['王秀英', '今天没来吃饭']],
    ['no field', [], []],
    ['a field that is not there', ['note'], []],
    ['a path that ends too early', ['reason.name', 'paper.form', 'room.number'], []],
    ['what is no text', ['elder.age', 'room'], []],
  ])('finds %s', (_case, fields, texts) => {
    expect(shownTexts(input, fields)).toEqual(texts)
  })

  it('finds nothing that is not named', () => {
    expect(shownTexts(input, ['reason', 'elder.allergies']).join()).not.toContain('王秀英')
  })
})
