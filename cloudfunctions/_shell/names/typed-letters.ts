/** What people put between syllables and characters. */
const BETWEEN = /[ ·.'’-]/g
const TYPED = /^(?=.*[a-z])[a-z\p{Script=Han}]+$/u
const LETTER = /[a-z]/
const CHARACTERS_FIRST = /^\p{Script=Han}*/u

/** Past all but one of a character's readings, and past what has none. */
const READING = '[^a-z/]*(?:[a-z]+/)*'
/** To the readings of any character of a name. */
const ANYWHERE = '(?:^|[^a-z/])(?:[a-z]+/)*'
/** From within a character's readings behind that character. */
const BEHIND = '[a-z/]*[^a-z/]'

/** What was typed to find a name by its sound. */
interface TypedLetters {
  /** The characters with which it begins; empty where it begins with a letter. */
  characters: string
  /** Matches the keys (`readingsOf`) of the names that may be meant. */
  pattern: string
}

/**
 * Reads letters as a name: whole syllables, first letters, some of both, and characters among them. A letter goes on with the syllable,
 * or begins that of the next character; ü is `v` or `u`.
 * @param text in the spelling in which names are kept (`asName`)
 * @param from whether the name begins so, or is read so from any of its characters on: people say 秀英 without the surname
 * @returns null where it holds no letter, or more than letters and characters
 */
export function typedLetters(text: string, from: 'start' | 'anywhere' = 'start'): TypedLetters | null {
  const typed = text.toLowerCase().replace(BETWEEN, '').replace(/ü/g, 'v')
  if (!TYPED.test(typed)) return null
  const all = [...typed]
  return {
    characters: CHARACTERS_FIRST.exec(typed)?.[0] ?? '',
    pattern: `${from === 'start' ? '^' : ANYWHERE}${all.map((one, nth) => step(one, all[nth - 1])).join('')}`,
  }
}

/** What stands in a key from behind the typed sign before up to this one. */
function step(one: string, before: string | undefined): string {
  const isBehindLetter = before !== undefined && LETTER.test(before)
  if (!LETTER.test(one)) return isBehindLetter ? `${BEHIND}+[a-z/]*${one}` : `[a-z/]*${one}`
  const letter = one === 'u' ? '[uv]' : one
  if (isBehindLetter) return `(?:${BEHIND}${READING})?${letter}`
  return before === undefined ? letter : READING + letter
}
