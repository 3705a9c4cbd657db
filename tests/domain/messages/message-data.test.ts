import { messageData } from '../../../cloudfunctions/_domain/messages/message-data'
import type { FieldKind, SaidPart } from '../../../types/templates'

const said = {
  page: 'pages/home/index',
  who: '王秀英',
  what: '长江路驿站 红烧鱼套餐',
  at: '2026-11-24T03:30:00.000Z',
  state: '已确认',
}
const valueIn = (kind: FieldKind, part: SaidPart, own: Partial<typeof said> = {}) =>
  messageData({ fields: { [part]: { name: `${kind}7`, kind } } }, { ...said, ...own })[`${kind}7`]?.value

describe('messageData', () => {
  it('puts each part into the field that the template has for it, and leaves out what it has none for', () => {
    const fields = {
      what: { name: 'thing4', kind: 'thing' },
      state: { name: 'phrase1', kind: 'phrase' },
    } as const
    expect(messageData({ fields }, said)).toEqual({
      thing4: { value: '长江路驿站 红烧鱼套餐' },
      phrase1: { value: '已确认' },
    })
  })

  it.each([
    ['time', '2026年11月24日 11:30'],
    ['date', '2026年11月24日 11:30'],
    ['thing', '2026年11月24日 11:30'],
  ] as const)('writes the local time in a field %s', (kind, value) => {
    expect(valueIn(kind, 'at')).toBe(value)
  })

  it.each([
    ['twenty characters as they are', '一二三四五六七八九十'.repeat(2), '一二三四五六七八九十'.repeat(2)],
    ['of more the first twenty', `${'一二三四五六七八九十'.repeat(2)}多`, '一二三四五六七八九十'.repeat(2)],
    ['a character beyond the basic plane as one', '𠮷'.repeat(21), '𠮷'.repeat(20)],
    [
      'breaks, tabs and invisible characters as a space',
      '一\r\n二\t三\u0000四\u200b五\u2028六',
      '一 二 三 四 五 六',
    ],
    ['no space at either end', ' \n一 ', '一'],
    ['where nothing is left, that it is to be opened', '\n\u200b', '点开看'],
  ])('takes in a thing %s', (_, what, value) => {
    expect(valueIn('thing', 'what', { what })).toBe(value)
  })

  it('keeps of a long address the end, which says the door', () => {
    const who = '合肥高新技术产业开发区长江西路六百六十九号二单元五零一'
    expect(valueIn('thing', 'who', { who })).toBe('…开发区长江西路六百六十九号二单元五零一')
    expect([...(valueIn('thing', 'who', { who }) ?? '')]).toHaveLength(20)
  })

  it.each([
    ['five Chinese characters', '等您去确认', '等您去确认'],
    ['of more the first five', '要补材料才能办', '要补材料才'],
    ['no digits, letters, stops or spaces', '3 份，没 OK 呢！', '份没呢'],
    ['a rare character as one', '𠮷𠮷𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷𠮷'],
    ['where nothing is left, that it is to be opened', 'OK!', '点开看'],
  ])('takes in a phrase %s', (_, state, value) => {
    expect(valueIn('phrase', 'state', { state })).toBe(value)
  })

  it.each([
    ['a name', '王秀英', '王秀英'],
    ['a masked name', '王**', '王**'],
    ['of a Chinese name ten characters', '买买提·艾力·库尔班江大叔', '买买提·艾力·库尔班'],
    ['of another name twenty', 'Abdulrahman Mohammed Ali', 'Abdulrahman Mohammed'],
    ['for a door, which a name cannot hold, that it is to be opened', '长江路 18 弄 2 号', '点开看'],
  ])('takes in a name %s', (_, who, value) => {
    expect(valueIn('name', 'who', { who })).toBe(value)
  })
})
