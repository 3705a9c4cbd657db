import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT, read } from './tree'

/** A document without its blocks of code, which hold what only looks like headings and links. */
const prose = (text: string): string => text.replace(/^ *```[\s\S]*?^ *```$/gm, '')

/** The cells of every row of a document's tables, heads and rules included, without quotation marks of code. */
export function rowsOf(text: string): string[][] {
  return prose(text)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').slice(1, -1).map(plainCell))
}

const plainCell = (cell: string) => cell.replaceAll('`', '').trim()

/** The names under which GitHub lets a link lead to a document's headings. */
export function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>()
  return [...prose(text).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) => {
    const name = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
    const earlier = seen.get(name) ?? 0
    seen.set(name, earlier + 1)
    return earlier === 0 ? name : `${name}-${earlier}`
  })
}

/** Links of a document that lead nowhere: to a file that is not there, or to a heading that the document has not. */
export function deadLinksOf(file: string, text: string): string[] {
  return linksOf(text).filter((link) => {
    const [path = '', anchor] = link.split('#').map(decodeURIComponent)
    const target = path === '' ? file : join(dirname(file), path)
    if (!existsSync(join(ROOT, target))) return true
    return anchor !== undefined && !anchorsOf(path === '' ? text : read(target)).includes(anchor)
  })
}

/** Where the links and pictures of a document lead, those to other sites apart. */
export function linksOf(text: string): string[] {
  return [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
}
