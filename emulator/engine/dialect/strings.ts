import { evalExpr } from 'mingo/core'
import type { AnyObject, Options } from 'mingo/types'
import { requestFailed } from '../errors'

/** `[text, first byte, number of bytes]`: a part of a text in UTF-8 bytes; a negative number takes the rest. */
export function $substrBytes(doc: AnyObject, expression: unknown, options: Options): string {
  const [text, start, length] = argumentsOf('$substrBytes', doc, expression, options)
  const bytes = Buffer.from(textOf(text), 'utf8')
  const end = Number(length) < 0 ? bytes.length : Number(start) + Number(length)
  if (isInsideCharacter(bytes[Number(start)]) || isInsideCharacter(bytes[end])) {
    throw requestFailed('$substrBytes: Invalid range, in the middle of a UTF-8 character.')
  }
  return bytes.subarray(Number(start), end).toString('utf8')
}

/** `[text, part, start?, end?]`: the position of a part in code points, -1 when it does not occur, null for no text. */
export function $indexOfCP(doc: AnyObject, expression: unknown, options: Options): number | null {
  const [text, part, start = 0, end] = argumentsOf('$indexOfCP', doc, expression, options)
  if (text === null || text === undefined) return null
  if (typeof text !== 'string' || typeof part !== 'string') {
    throw requestFailed('$indexOfCP requires a string as the first and second argument')
  }
  const characters = [...text].slice(0, end === undefined ? undefined : Number(end))
  const at = characters.slice(Number(start)).join('').indexOf(part)
  return at === -1 ? -1 : Number(start) + [...characters.slice(Number(start)).join('').slice(0, at)].length
}

function argumentsOf(operator: string, doc: AnyObject, expression: unknown, options: Options): unknown[] {
  const values = evalExpr(doc, expression, options)
  if (!Array.isArray(values)) throw requestFailed(`Expression ${operator} takes an array of arguments`)
  return values
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString() : String(value)
}

// The second and later bytes of a character begin with the bits 10.
const isInsideCharacter = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80
