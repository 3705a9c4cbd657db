import { nameKey } from '#types/names'

/** What may stand between the parts of a name. */
const BETWEEN = '(?: |·)'
const HAN = /^\p{Script=Han}$/u

/** A pattern of this very text. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A pattern of every spelling that is the same name (`nameKey`), or the same part of one. */
export function spellingsOf(name: string): string {
  const characters = [...nameKey(name)]
  const patterns = characters.map((one, nth) => {
    if (one === ' ') return BETWEEN
    const mayBeApart = HAN.test(one) && HAN.test(characters[nth + 1] ?? '')
    return inAnyCase(one) + (mayBeApart ? `${BETWEEN}?` : '')
  })
  return patterns.join('')
}

function inAnyCase(letter: string): string {
  const capital = letter.toUpperCase()
  return capital === letter ? literally(letter) : `(?:${literally(letter)}|${literally(capital)})`
}
