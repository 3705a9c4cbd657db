import fc from 'fast-check'
import { asName, asOneLine, asSeen } from '../../types/texts'
import { LongText, PersonName, ShortText } from '../../types/values'
import { aDirtyText, UNREADABLE } from '../unseen'

const unseen: [string, string][] = [
  ['a zero-width space', '\u200b'],
  ['a joiner', '\u200d'],
  ['a word joiner', '\u2060'],
  ['a byte order mark', '\ufeff'],
  ['a soft hyphen', '\u00ad'],
  ['a selector of a form', '\ufe0f'],
  ['a selector of an ideograph', '\u{e0101}'],
  ['a tag', '\u{e0041}'],
  ['a Hangul filler', '\u3164'],
  ['a half-width Hangul filler', '\uffa0'],
  ['a Mongolian separator', '\u180e'],
  ['a grapheme joiner', '\u034f'],
  ['a mark of direction', '\u200f'],
  ['an Arabic mark of direction', '\u061c'],
  ['an override', '\u202e'],
  ['an isolate', '\u2067'],
  ['a bell', '\u0007'],
  ['a control of the second kind', '\u0090'],
  ['half a character', '\ud83d'],
  ['the place of an object', '\ufffc'],
]

describe('PersonName', () => {
  it.each(unseen)('is the same with and without %s', (_case, sign) => {
    expect(PersonName.parse(`${sign}李${sign}${sign}敏${sign}`)).toBe('李敏')
    expect(PersonName.safeParse(sign.repeat(5)).success).toBe(false)
  })

  it.each([
    ['spaces of every kind', ' \u3000李\u00a0\u2003 明\t', '李 明'],
    ['a sign that shows nothing', '李\u2800明', '李 明'],
    ['lines', '李敏\n女儿', '李敏 女儿'],
    ['letters of full width', 'Ｌｉ Ｍｉｎ', 'Li Min'],
    ['digits of full width', '李敏２', '李敏2'],
    ['an ideograph kept for old codes', '\uf9f4', '林'],
    ['a radical that looks like an ideograph', '⽂静', '文静'],
    ['letters that are put together', 'Rene\u0301', 'René'],
    ['letters that are put together around nothing', 'Rene\u200b\u0301', 'René'],
    ['brackets as they are written here', '李敏（三楼）', '李敏（三楼）'],
    ['the dot of a long name', '买买提·艾力', '买买提·艾力'],
    ['a rare character', '𬎆𫍯', '𬎆𫍯'],
  ])('has one spelling for %s', (_case, typed, kept) => {
    expect(PersonName.parse(typed)).toBe(kept)
  })

  it('is as long as what is seen of it', () => {
    expect(PersonName.safeParse(`${'李'.repeat(30)}${'\u200b'.repeat(30)}`).success).toBe(true)
    expect(PersonName.safeParse('李'.repeat(31)).success).toBe(false)
  })
})

describe('ShortText', () => {
  it('is one line, and keeps the punctuation of its writer', () => {
    expect(ShortText.parse('① 买药，\r\n② 量血压！\u2028（上午）')).toBe('① 买药， ② 量血压！ （上午）')
  })

  it('leaves an emoji of several its parts', () => {
    expect(ShortText.parse('👨‍👩‍👧 都好 ❤️👍🏽')).toBe('👨👩👧 都好 ❤👍🏽')
  })
})

describe('the dot of a PersonName', () => {
  it.each(['·', '•', '‧', '・', '･', '⋅', '∙', '.', '．', ' · ', ' • '])(
    'is one, however it is typed: %j',
    (dot) => {
      expect(PersonName.parse(`买买提${dot}艾力`)).toBe('买买提·艾力')
    },
  )

  it.each([
    ['J. Smith', 'J. Smith'],
    ['John  Smith', 'John Smith'],
    ['阿依夏木 买买提', '阿依夏木 买买提'],
    ['Мария·Иванова', 'Мария·Иванова'],
  ])('is none in %j, which is written %j', (typed, name) => {
    expect(PersonName.parse(typed)).toBe(name)
  })
})

describe('LongText', () => {
  it('keeps its lines, however they end, and one that is empty between them', () => {
    expect(LongText.parse(' 都好。\r\n \u0085 \n\n血压 130\u2029药\u200b够吃 \n')).toBe(
      '都好。\n\n血压 130\n药够吃',
    )
  })
})

describe.each([
  ['asSeen', asSeen],
  ['asOneLine', asOneLine],
  ['asName', asName],
])('%s', (_name, spelt) => {
  it('leaves nothing that cannot be seen, and changes nothing the second time', () => {
    fc.assert(
      fc.property(aDirtyText, (text) => {
        const kept = spelt(text)
        expect(kept.replace(/\n/g, '')).not.toMatch(UNREADABLE)
        expect(spelt(kept)).toBe(kept)
        expect(kept).toBe(kept.trim())
      }),
      { numRuns: 2000, seed: 20261129 },
    )
  })
})
