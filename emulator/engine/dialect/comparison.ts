import * as mingo from 'mingo/operators/query/comparison'
import type { AnyObject, Options } from 'mingo/types'
import { isPlainObject, valuesAt } from '../document'

/** A condition on one field: what it wants there, and whether a document has it. */
type Comparison = (field: string, wanted: unknown, options: Options) => (doc: AnyObject) => boolean

/** Equality as MongoDB has it: the order of the fields counts in objects. mingo overlooks it. */
export const $eq: Comparison = (field, wanted, options) =>
  holdsObject(wanted)
    ? (doc) => valuesAt(doc, field).some((value) => isOrHas(value, wanted))
    : mingo.$eq(field, wanted, options)

export const $ne: Comparison = (field, wanted, options) => not($eq(field, wanted, options))

export const $in: Comparison = (field, wanted, options) => {
  if (!Array.isArray(wanted) || !wanted.some(holdsObject)) return mingo.$in(field, wanted as [], options)
  const others = wanted.filter((one) => !holdsObject(one))
  return anyOf([
    mingo.$in(field, others, options),
    ...wanted.filter(holdsObject).map((one) => $eq(field, one, options)),
  ])
}

export const $nin: Comparison = (field, wanted, options) => not($in(field, wanted, options))

/** Nothing is smaller or larger than null or than what is no number. */
export const $lt: Comparison = (field, wanted, options) =>
  isUnordered(wanted) ? () => false : mingo.$lt(field, wanted, options)

export const $gt: Comparison = (field, wanted, options) =>
  isUnordered(wanted) ? () => false : mingo.$gt(field, wanted, options)

/** What is absent is as null; what is no number is as itself alone. */
export const $lte: Comparison = (field, wanted, options) =>
  isNumberOrNull(wanted)
    ? anyOf([$lt(field, wanted, options), mingo.$eq(field, wanted, options)])
    : mingo.$lte(field, wanted, options)

export const $gte: Comparison = (field, wanted, options) =>
  isNumberOrNull(wanted)
    ? anyOf([$gt(field, wanted, options), mingo.$eq(field, wanted, options)])
    : mingo.$gte(field, wanted, options)

const anyOf =
  (tests: ((doc: AnyObject) => boolean)[]) =>
  (doc: AnyObject): boolean =>
    tests.some((test) => test(doc))

const not =
  (test: (doc: AnyObject) => boolean) =>
  (doc: AnyObject): boolean =>
    !test(doc)

const isUnordered = (wanted: unknown) => wanted === null || Number.isNaN(wanted)
const isNumberOrNull = (wanted: unknown) => wanted === null || typeof wanted === 'number'

const holdsObject = (value: unknown): boolean =>
  isPlainObject(value) || (Array.isArray(value) && value.some(holdsObject))

const isOrHas = (value: unknown, wanted: unknown): boolean =>
  isSame(value, wanted) || (Array.isArray(value) && value.some((one) => isSame(one, wanted)))

function isSame(a: unknown, b: unknown): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime()
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, nth) => isSame(one, b[nth]))
  if (!isPlainObject(a) || !isPlainObject(b)) return a === b || Object.is(a, b)
  const [fields, others] = [Object.entries(a), Object.entries(b)]
  return (
    fields.length === others.length &&
    fields.every(([name, inner], nth) => name === others[nth]?.[0] && isSame(inner, others[nth]?.[1]))
  )
}
