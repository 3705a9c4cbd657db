/** What ends a line, in any of its spellings. */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g

/** What takes room and shows nothing: spaces of every width, and the signs that fonts leave empty. */
const BLANK = /[\t\p{Zs}\u2800\u{1d159}]+/gu

/**
 * What nobody sees and what turns round what stands beside it: control characters, marks of direction, joiners and selectors, fillers,
 * tags, halves of characters, the place of something that is not there. Only the end of a line stays.
 */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufffc]/gu

/** Letters, digits and the parts of ideographs, which have twins of other widths and forms; punctuation stays as it is written here. */
const LETTERS = /[\p{L}\p{M}\p{N}\p{Radical}]+/gu

/**
 * A note as its readers see it: nothing in it that they do not see, spaces of every kind as one, no more than one empty line at a
 * time, nothing around it. An emoji made of several falls into its parts.
 */
export function asSeen(text: string): string {
  return text
    .replace(LINE_BREAK, '\n')
    .replace(BLANK, ' ')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The same of a text of one line. */
export const asOneLine = (text: string): string => asSeen(text.replace(LINE_BREAK, ' '))

/** The dot between the parts of a name, as keyboards and papers have it; a full stop stands for it between Chinese characters. */
const DOTS =
  / ?[\u00b7\u0387\u2022\u2027\u2219\u22c5\u30fb\uff65] ?|(?<=\p{Script=Han}) ?[.．。] ?(?=\p{Script=Han})/gu

/**
 * A name in the one spelling in which names are kept and compared: two that look alike are the same. Letters and digits of any width are
 * the plain ones, and the dot within a name is `·` however it was typed.
 */
export function asName(text: string): string {
  const plain = asOneLine(asOneLine(text).replace(LETTERS, (letters) => letters.normalize('NFKC')))
  return plain.replace(DOTS, '·').trim()
}
