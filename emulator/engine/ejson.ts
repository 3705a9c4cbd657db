import { EJSON } from 'bson'
import { isPlainObject } from './document'
import { invalidParam } from './errors'

/** Turns the inside of a `{"$type": …}` wrapper into a value. */
type Unwrap = (inner: unknown, now: Date) => unknown

const number: Unwrap = (inner) => Number(inner)

// ObjectIds become their hex text, as the platform answers them. All numbers are JavaScript numbers.
const WRAPPERS: Record<string, Unwrap> = {
  $numberInt: number,
  $numberLong: number,
  $numberDouble: number,
  $oid: (inner) => String(inner),
  $date: (inner, now) => date(typeof inner === 'string' ? inner : Number(revive(inner, now))),
  $regularExpression: (inner) => regularExpression(inner),
  $tcb_server_date: (inner, now) => new Date(now.getTime() + serverDateOffset(inner, now)),
}

const RARE_WRAPPERS = ['$binary', '$numberDecimal', '$timestamp', '$minKey', '$maxKey', '$uuid']

/**
 * Reads a document, query or update as the SDK sends it: canonical or relaxed EJSON.
 * @param now what a server date becomes
 * @throws INVALID_PARAM when it is no JSON
 */
export function decode(text: string, now: Date): unknown {
  try {
    return revive(JSON.parse(text), now)
  } catch (error) {
    if (error instanceof SyntaxError) throw invalidParam(`not a valid EJSON text: ${error.message}`)
    throw error
  }
}

/** Writes a value as relaxed EJSON, which the SDK reads back into the same value. */
export function encode(value: unknown): string {
  return EJSON.stringify(value as object, { relaxed: true })
}

// Changes what JSON.parse has just made, so that a field called __proto__ stays an ordinary field.
function revive(value: unknown, now: Date): unknown {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i], now)
    return value
  }
  if (!isPlainObject(value)) return value

  const fields = Object.keys(value)
  const first = fields.length === 1 ? fields[0] : undefined
  if (first?.startsWith('$')) {
    const unwrap = Object.hasOwn(WRAPPERS, first) ? WRAPPERS[first] : undefined
    if (unwrap) return unwrap(value[first], now)
    if (RARE_WRAPPERS.includes(first)) return EJSON.deserialize(value)
  }
  for (const field of fields) value[field] = revive(value[field], now)
  return value
}

function date(when: string | number): Date {
  const read = new Date(when)
  if (Number.isNaN(read.getTime())) throw invalidParam(`not a valid date: ${when}`)
  return read
}

function regularExpression(inner: unknown): RegExp {
  if (!isPlainObject(inner)) throw invalidParam('a regular expression needs a pattern')
  const flags = String(inner.options ?? '').replace(/[^imsu]/g, '')
  return new RegExp(String(inner.pattern), flags)
}

function serverDateOffset(inner: unknown, now: Date): number {
  return isPlainObject(inner) ? Number(revive(inner.offset, now) ?? 0) : 0
}
