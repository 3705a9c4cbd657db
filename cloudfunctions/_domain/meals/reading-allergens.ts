import type { Allergen } from '#types/meals/allergens'

/** Which words of everyday speech mean which allergens, or other kinds of food, as data. */
export interface AllergenWords {
  /** `isMore`: the words mean more than these groups, or something else that only sounds like one of them. */
  words: readonly { means: readonly string[]; words: readonly string[]; isMore?: boolean }[]
  /** What may stand around such words and says nothing by itself: 和, 过敏. */
  between: readonly string[]
}

/** What a text says of allergens, or of what else the words mean. */
export interface Reading<Kind extends string = Allergen> {
  means: readonly Kind[]
  /** Its pieces that no group covers, or not all of it: 芒果, 海鲜. */
  rest: readonly string[]
}

interface Known<Kind> {
  word: string
  means: readonly Kind[]
  /** Whether the groups that it means say less than the word. */
  isRest: boolean
}

/**
 * How texts are read by these words: from left to right, at each place by the longest word that is known there, so that 鱼香 is no
 * fish. What stands between the words that are known is kept, piece by piece.
 */
export function readerOf<Kind extends string = Allergen>({
  words,
  between,
}: AllergenWords): (text: string) => Reading<Kind> {
  const known: Known<Kind>[] = [
    ...words.flatMap(
      ({ words: alike, means, isMore = false }) =>
        alike.map((word) => ({ word, means: means as Kind[], isRest: isMore })), // a test holds the data to the list of groups
    ),
    ...between.map((word) => ({ word, means: [], isRest: false })),
  ].sort((a, b) => b.word.length - a.word.length)

  return (text) => {
    const means = new Set<Kind>()
    const rest: string[] = []
    let piece = ''
    const endPiece = () => {
      const words = piece.match(/[\p{L}\p{N}]+/gu)
      if (words) rest.push(...words)
      piece = ''
    }
    for (let at = 0; at < text.length; ) {
      const found = known.find(({ word }) => text.startsWith(word, at))
      if (found) {
        endPiece()
        for (const one of found.means) means.add(one)
        if (found.isRest) rest.push(found.word)
      } else piece += text[at]
      at += found?.word.length ?? 1
    }
    endPiece()
    return { means: [...means], rest }
  }
}
