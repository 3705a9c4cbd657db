import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser'
import { syntaxWords } from '../words/syntax'
import { decoded } from './decode'

/** A fault of a file: where, which field, and what is wrong and would be right. */
export interface Problem {
  line: number
  column: number
  path: (string | number)[]
  problem: string
}

/** A JSON file as it was read. */
export interface Source {
  file: string
  value: unknown
  /** Syntax errors and names that stand twice; with them `value` means nothing. */
  problems: Problem[]
  /** Line and column of a field, from 1; of the nearest that is there where it is missing. */
  locate(path: readonly (string | number)[], isName?: boolean): { line: number; column: number }
}

/** Somebody asked for what is not there: the caller's mistake, not the file's. */
export class WrongUsage extends Error {}

const NO_FILE = '没有这个文件'

/** Why there is no file to read at a path, in a few words; null: there is one. */
export function fileFault(path: string): string | null {
  try {
    accessSync(path, constants.R_OK)
    return statSync(path).isFile() ? null : NO_FILE
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR' ? NO_FILE : `这个文件打不开（${code}）`
  }
}

/** Reads a file, named from where the command was typed or from the project's root. */
export function readSource(name: string): Source {
  const places = [resolve(process.env.INIT_CWD ?? process.cwd(), name), resolve(name)]
  const faults = places.map(fileFault)
  const found = places[faults.indexOf(null)]
  if (!found) throw new WrongUsage(`${faults.find((fault) => fault !== NO_FILE) ?? NO_FILE}：${name}`)
  const inside = relative(process.cwd(), found)
  const file = inside.startsWith('..') ? name : inside
  const read = decoded(readFileSync(found))
  if ('text' in read) return sourceOf(file, read.text)
  const problem = { line: read.line, column: 1, path: [], problem: read.problem }
  return { file, value: undefined, problems: [problem], locate: () => ({ line: read.line, column: 1 }) }
}

/** What a text says as JSON, and where. */
export function sourceOf(file: string, text: string): Source {
  const at = (offset: number) => {
    const before = text.slice(0, offset).split('\n')
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
  }
  const deep = tooDeep(text)
  if (deep !== null) {
    const problem = `括号一层套一层，超过了 ${DEEPEST} 层，读不了。请看看是不是多了括号。`
    return { file, value: undefined, problems: [{ ...at(deep), path: [], problem }], locate: () => at(deep) }
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true })
  const placeWords = (offset: number) => `第 ${at(offset).line} 行第 ${at(offset).column} 列`
  const locate: Source['locate'] = (path, isName = false) => {
    for (let length = path.length; root && length >= 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length))
      if (node) return at(isName || length < path.length ? nameOf(node).offset : node.offset)
    }
    return { line: 1, column: 1 }
  }
  const first = errors[0]
  const isEmpty = text.trim() === ''
  const problems =
    first && !isEmpty
      ? [{ ...at(first.offset), path: [], problem: syntaxWords(first, text, placeWords) }]
      : root && !isEmpty
        ? repeated(root).map(({ node, path }) => ({
            ...at(node.offset),
            path,
            problem: `“${path.at(-1)}”在同一处写了两次，只有后面一次会算。请删去一个。`,
          }))
        : [
            {
              line: 1,
              column: 1,
              path: [],
              problem:
                '文件是空的，什么也没有写（或者没有保存）。请照 cloudfunctions/_policies/README.md 的例子写一份。',
            },
          ]
  return { file, value: problems.length === 0 ? (JSON.parse(text) as unknown) : undefined, problems, locate }
}

/** Deeper than any file of ours, and far from where a reader of nested values runs out of stack. */
const DEEPEST = 200

/** Where brackets stand in one another deeper than that; null: nowhere. */
function tooDeep(text: string): number | null {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[{]|[\]}]/g)) {
    if (token === '[' || token === '{') depth += 1
    else if (token === ']' || token === '}') depth -= 1
    if (depth > DEEPEST) return index
  }
  return null
}

/** The name of a property, else the node itself. */
const nameOf = (node: Node): Node => (node.parent?.type === 'property' && node.parent.children?.[0]) || node

/** Properties whose name stands twice in one object. */
function repeated(node: Node, path: (string | number)[] = []): { node: Node; path: (string | number)[] }[] {
  const children = node.children ?? []
  if (node.type === 'array') return children.flatMap((child, place) => repeated(child, [...path, place]))
  if (node.type !== 'object') return []
  const seen = new Set<string>()
  return children.flatMap(({ children: [name, value] = [] }) => {
    if (!name) return []
    const own = [...path, String(name.value)]
    const isAgain = seen.has(String(name.value))
    seen.add(String(name.value))
    return [...(isAgain ? [{ node: name, path: own }] : []), ...(value ? repeated(value, own) : [])]
  })
}
