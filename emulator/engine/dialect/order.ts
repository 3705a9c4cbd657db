import { Iterator } from 'mingo/lazy'
import type { Options } from 'mingo/types'
import { type Doc, isPlainObject, valuesAt } from '../document'
import { requestFailed } from '../errors'

/** Field → 1 upwards, -1 downwards; the first field counts most. */
export type Order = Record<string, 1 | -1>

/** Puts things in the order of their documents; those that no field tells apart stay as they were. */
export function inOrder<T>(things: T[], docOf: (thing: T) => Doc, order: Order): T[] {
  const fields = Object.entries(order)
  for (const [, direction] of fields)
    if (direction !== 1 && direction !== -1) throw requestFailed('$sort key ordering must be 1 or -1')
  return things
    .map((thing) => ({ thing, keys: fields.map(([field, way]) => sortKey(docOf(thing), field, way)) }))
    .sort((a, b) => {
      for (const [nth, [, way]] of fields.entries()) {
        const order = compareValues(a.keys[nth], b.keys[nth])
        if (order !== 0) return order * way
      }
      return 0
    })
    .map(({ thing }) => thing)
}

/** The stage `$sort`. mingo puts what is no number last, and what is absent before null. */
export const $sort = (rows: Iterator, order: unknown, _: Options): Iterator => {
  if (!isPlainObject(order) || Object.keys(order).length === 0)
    throw requestFailed('the $sort key specification must be an object')
  return rows.transform((docs) => new Iterator(inOrder(docs as Doc[], (doc) => doc, order as Order)))
}

/** What stands before everything: an empty list. */
const NOTHING = Symbol('nothing')

/** A list is sorted by its smallest value upwards, by its largest downwards. */
function sortKey(doc: Doc, field: string, way: 1 | -1): unknown {
  const [first, ...rest] = valuesAt(doc, field).flatMap((value) => (isEmpty(value) ? [NOTHING] : value))
  return rest.reduce((best, value) => (compareValues(value, best) * way < 0 ? value : best), first)
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

/** MongoDB's order of types; what is absent is null. */
function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0
  const [rank, other] = [rankOf(a), rankOf(b)]
  if (rank !== other) return rank - other
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b)
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b)
  if (isPlainObject(a) && isPlainObject(b)) return compareLists(parts(a), parts(b))
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  return isNothing(a) ? 0 : compareTexts(String(a), String(b))
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined
}

const RANKS: ((value: unknown) => boolean)[] = [
  (value) => value === NOTHING,
  isNothing,
  (value) => typeof value === 'number',
  (value) => typeof value === 'string',
  isPlainObject,
  Array.isArray,
  (value) => typeof value === 'boolean',
  (value) => value instanceof Date,
]

function rankOf(value: unknown): number {
  const rank = RANKS.findIndex((is) => is(value))
  return rank === -1 ? RANKS.length : rank
}

// Not a number is smaller than every number.
const compareNumbers = (a: number, b: number) =>
  Number(!Number.isNaN(a)) - Number(!Number.isNaN(b)) || a - b || 0

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function compareLists(a: unknown[], b: unknown[]): number {
  for (let nth = 0; nth < Math.min(a.length, b.length); nth++) {
    const order = compareValues(a[nth], b[nth])
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Of each field the type, the name and the value, which is how MongoDB compares objects. */
const parts = (value: Doc): unknown[] =>
  Object.entries(value).flatMap(([name, inner]) => [rankOf(inner), name, inner])
