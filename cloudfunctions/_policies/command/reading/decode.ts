/** A file's text, or the line in which it stops being one and what to do about it. */
type Decoded = { text: string } | { line: number; problem: string }

const HOW =
  '请另存为 UTF-8：用记事本打开，选“文件”、“另存为”，下面的“编码”选 UTF-8，再保存；WPS 或别的编辑器里也选 UTF-8。'

/** Reads bytes as UTF-8. Anything else would be shown as wrong letters to the elder, so it is refused. */
export function decoded(bytes: Uint8Array): Decoded {
  const [first, second] = bytes
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isWide || bytes.includes(0))
    return { line: 1, problem: `这个文件是 UTF-16 编码（记事本里叫“Unicode”），读不出来。${HOW}` }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) } // a mark at the beginning is left out
  } catch {
    const readable = new TextDecoder('utf-8').decode(bytes)
    const line = readable.slice(0, readable.indexOf('\uFFFD')).split('\n').length
    return {
      line,
      problem: `这个文件不是 UTF-8 编码（多半是 GBK，记事本里叫“ANSI”），从这一行起的汉字读不出来。${HOW}`,
    }
  }
}
