import { invalidParam } from './errors'

/** A document as it lives in memory. A stored one is never changed; who wants to change it clones it first. */
export type Doc = Record<string, unknown>

/** True for `{…}`, false for arrays, dates and the like. */
export function isPlainObject(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && value.constructor === Object
}

/**
 * The text under which a document is kept: `_id` 1 and `_id` "1" are two documents.
 * @throws INVALID_PARAM for an `_id` that is neither string nor number
 */
export function keyOf(id: unknown): string {
  if (typeof id === 'string') return `s:${id}`
  if (typeof id === 'number') return `n:${id}`
  throw invalidParam('_id must be a string or a number')
}

/** Copies what can be changed in place (objects and arrays) and shares the rest. */
export function clone<T>(value: T): T {
  // Each branch gives back the type it was given, which the compiler cannot follow through T.
  if (Array.isArray(value)) return value.map(clone) as T
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, clone(inner)])) as T
}

/**
 * The values that stand at a dotted path. An array on the way is entered, so there may be several; one of them is
 * undefined where the path leads nowhere. An array at the end is one value.
 */
export function valuesAt(value: unknown, path: string): unknown[] {
  return walk(value, path.split('.'))
}

function walk(value: unknown, [field, ...rest]: string[]): unknown[] {
  if (field === undefined) return [value]
  if (Array.isArray(value)) {
    const byPosition =
      /^\d+$/.test(field) && Number(field) < value.length ? walk(value[Number(field)], rest) : []
    const inElements = value.filter(isPlainObject).flatMap((element) => walk(element, [field, ...rest]))
    return [...byPosition, ...inElements]
  }
  if (!isPlainObject(value) || !Object.hasOwn(value, field)) return [undefined]
  return walk(value[field], rest)
}
