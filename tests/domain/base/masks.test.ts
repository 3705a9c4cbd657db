import { maskName, maskPhone, tailOf } from '../../../cloudfunctions/_domain/base/masks'

describe('maskName', () => {
  it.each([
    ['', ''],
    ['王', '*'],
    ['王芳', '王*'],
    ['王秀英', '王*英'],
    ['欧阳慧', '欧*慧'],
    ['欧阳慧敏', '欧**敏'],
    ['买买提·艾力', '买****力'],
    ['王𬀩', '王*'],
    ['王 英', '王*'],
    ['王 秀英', '王*英'],
    ['𠮷秀英', '𠮷*英'],
    ['葛\u{e0100}芳', '葛\u{e0100}*'],
  ])('shows %s as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})

describe('maskPhone', () => {
  it.each([
    ['13812345678', '138****5678'],
    ['0512-6512345', '********2345'],
    ['01062345678', '*******5678'],
    ['95588', '*5588'],
    ['1234', '****'],
    ['', ''],
  ])('shows %s as %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })
})

describe('tailOf', () => {
  it.each([
    ['11010519491231002X', 4, '002X'],
    ['02X', 4, '02X'],
    ['11010519491231002X', 0, ''],
  ])('of %s, %i characters, is %s', (text, length, tail) => {
    expect(tailOf(text, length)).toBe(tail)
  })
})
