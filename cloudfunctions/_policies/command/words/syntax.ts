import { type ParseError, printParseErrorCode } from 'jsonc-parser'
import { bracketWords } from '../questions/brackets'

const chinese: Record<string, string> = {
  '“': '"',
  '”': '"',
  '‘': '"',
  '’': '"',
  '，': ',',
  '：': ':',
  '｛': '{',
  '｝': '}',
  '【': '[',
  '】': ']',
}

const words: Record<string, string> = {
  InvalidSymbol: '这里有 JSON 不认识的写法。文字要放在英文双引号里；只有数字、true、false、null 不加引号。',
  InvalidNumberFormat: '这个数写得不对。请只写阿拉伯数字，例如 500 或 12.5。',
  PropertyNameExpected: '这里应该是一个带英文双引号的名称。如果上一行的末尾多了一个逗号，请删去它。',
  ValueExpected: '这里应该有一个值。如果上一项的后面多了一个逗号，请删去它。',
  ColonExpected: '名称后面缺一个英文冒号 : 。请补上。',
  CommaExpected: '和上一项之间缺一个英文逗号 , 。请在上一项的末尾补上。',
  CloseBraceExpected: '缺一个右花括号 } 。请补上，让每个 { 都有对应的 } 。',
  CloseBracketExpected: '缺一个右方括号 ] 。请补上，让每个 [ 都有对应的 ] 。',
  EndOfFileExpected: '文件到上面已经结束，这里还有多余的内容。请删去，或者检查前面的括号是不是多了一个。',
  InvalidCommentToken: 'JSON 里不能写注释。请删去，说明可以写在 settings 里。',
  UnexpectedEndOfString: '这段文字缺后面的英文双引号。请补上，文字里不要换行。',
  UnexpectedEndOfComment: 'JSON 里不能写注释。请删去，说明可以写在 settings 里。',
  InvalidEscapeCharacter: '反斜杠 \\ 后面的字符不对。文字里的反斜杠请写成两个 \\\\ 。',
  InvalidCharacter: '文字里有看不见的字符（例如换行、制表符）。请删去。',
}

/** Marks that a Chinese keyboard or a copied text leaves, and what JSON wants instead. */
function markWords(typed: string): string | null {
  const meant = chinese[typed]
  if (meant) return `这里用了中文的标点 ${typed} 。请改成英文的 ${meant} 。`
  if (typed === "'") return '这里用了单引号 \' 。请改成英文的双引号 " 。'
  if (/[\uff10-\uff19]/.test(typed)) return `这里的数字 ${typed} 是全角的。请改成半角的，例如 500。`
  if (typed === '\u3000') return '这里有一个全角的空格（看上去是空白）。请删去它，改用普通的空格。'
  if (typed === '\u00a0')
    return '这里有一个特殊的空格（从网页或 Word 粘贴来的，看上去是空白）。请删去它，改用普通的空格。'
  return null
}

/** Mistakes that show only together with what stands before: quotes inside of a text, numbers as people write them. */
function aroundWords(before: string, after: string): string | null {
  if (/[^\s,:{[]"$/.test(before) && /^[\u4e00-\u9fff\w]/.test(after))
    return '文字里面用了英文的双引号，文字就在这里断了。里面的引号请改成中文的“ ”，或者删去。'
  if (/[:[,]\s*0$/.test(before) && /^\d/.test(after))
    return '数字前面多了一个 0。请删去，例如 0400 写成 400。'
  if (/\d,$/.test(before) && /^\d/.test(after)) return '数字里面不能写逗号。请删去，例如 40,000 写成 40000。'
  return null
}

/**
 * What is wrong with the JSON itself, in a sentence; marks typed in Chinese are the most frequent.
 * @param at says a place in the text as somebody would look for it
 */
export function syntaxWords(
  { error, offset, length }: ParseError,
  text: string,
  at: (offset: number) => string,
): string {
  const isText = text[offset] === '"'
  const letters = [...text.slice(offset, offset + (isText ? 1 : Math.max(1, length)))]
  const strange = letters.map(markWords).find((one) => one !== null)
  if (strange) return strange
  const around = aroundWords(text.slice(0, offset), text.slice(offset))
  if (around) return around
  const code = printParseErrorCode(error)
  const isString =
    code === 'UnexpectedEndOfString' || code === 'InvalidEscapeCharacter' || code === 'InvalidCharacter'
  return (
    (isString ? null : bracketWords(text, offset, at)) ??
    words[code] ??
    '这里不是正确的 JSON。请检查引号、逗号和括号。'
  )
}
