import fc from 'fast-check'

/** Ranges of what nobody sees, or what turns round its neighbours, written out by hand: the code has them from Unicode's own tables. */
const ranges: [number, number][] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffc],
  [0xe0000, 0xe0fff],
]

const escaped = (code: number) => `\\u{${code.toString(16)}}`

/** One such character in a text. */
export const UNREADABLE = new RegExp(
  `[${ranges.map(([from, to]) => `${escaped(from)}-${escaped(to)}`).join('')}]`,
  'u',
)

const anUnseen = fc.oneof(
  ...ranges.map(([from, to]) => fc.integer({ min: from, max: to }).map((code) => String.fromCodePoint(code))),
)

/** A text with such characters anywhere between others: Chinese, letters with marks, spaces, emoji, whatever there is. */
export const aDirtyText = fc
  .array(
    fc.oneof(
      anUnseen,
      fc.constantFrom('李', '敏', '女儿', 'Ａ', 'e\u0301', '\u3000', ' ', '\n', '，', '👨‍👩‍👧', '1', '１'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))
