import { createScanner } from 'jsonc-parser'

/** A token by its first letter; the end of the text has none. */
interface Mark {
  letter: string
  offset: number
}
interface Open extends Mark {
  /** Where the last bracket directly inside of it was closed. */
  closed?: number
}

const closes = (opener: Mark, letter: string): boolean => letter === (opener.letter === '{' ? '}' : ']')

/**
 * What is wrong with the brackets where a text stops being JSON: which one may not be closed, or is closed too early. Null
 * where the fault is none of the brackets.
 * @param offset where the first fault is
 * @param at says a place as somebody would look for it: `第 12 行第 9 列`
 */
export function bracketWords(text: string, offset: number, at: (offset: number) => string): string | null {
  const { stack, token, before, root, suspect } = walk(text, offset)
  const top = stack.at(-1)
  const { letter } = token
  if (letter === '') return top ? openWords(suspect ?? top, at) : null
  if (!top)
    return root ? `${at(root)}的括号已经把整份文件关上了，后面还有内容。${surplus(text, root, at)}` : null
  if ((letter === '}' || letter === ']') && !closes(top, letter)) {
    const isDeeper = stack.some((one) => closes(one, letter))
    return isDeeper ? openWords(top, at) : `这里的 ${letter} 没有对应的左括号。请删去它。`
  }
  if (top.letter === '{' && (letter === '{' || letter === '[') && (before === ',' || before === '{'))
    return openWords(top, at)
  if (top.letter === '[' && letter === ':')
    return top.closed !== undefined ? surplus(text, top.closed, at) : openWords(top, at)
  return null
}

const openWords = ({ letter, offset }: Mark, at: (offset: number) => string): string =>
  letter === '{'
    ? `括号没有成对：${at(offset)}的 { 可能没有对应的 } 。请从那里看起，在它的内容结束的地方补上 } 。`
    : `括号没有成对：${at(offset)}的 [ 可能没有对应的 ] 。请从那里看起，在它的内容结束的地方补上 ] 。`

const surplus = (text: string, offset: number, at: (offset: number) => string): string =>
  `${at(offset)}的 ${text[offset]} 可能是多余的，或者写得太早。请删去它，或者把它移到内容结束的地方。`

/** The brackets that are open at a place, and what stands there. */
function walk(text: string, offset: number) {
  const scanner = createScanner(text, true)
  const stack: Open[] = []
  let before = ''
  let root = 0
  let suspect: Open | undefined
  for (;;) {
    scanner.scan()
    const place = scanner.getTokenOffset()
    const token: Mark = { letter: text[place] ?? '', offset: place }
    if (place >= text.length || place >= offset) return { stack, token, before, root, suspect }
    const opener = stack.at(-1)
    if (token.letter === '{' || token.letter === '[') stack.push({ ...token })
    else if (opener && closes(opener, token.letter)) {
      stack.pop()
      const parent = stack.at(-1)
      if (parent) parent.closed = token.offset
      else root = token.offset
      if (isCloserOfAnother(text, opener.offset, token.offset)) suspect ??= opener
    }
    before = token.letter
  }
}

/** A closer at the beginning of its line that stands further left than the line of its opener belongs to another one. */
function isCloserOfAnother(text: string, opener: number, closer: number): boolean {
  const indent = (offset: number) =>
    /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? ''
  const own = indent(closer)
  const startsLine = text.slice(text.lastIndexOf('\n', closer - 1) + 1, closer).trim() === ''
  return startsLine && own.length < indent(opener).length
}
