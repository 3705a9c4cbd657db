import { Query } from 'mingo/query'
import type { AnyObject, Options } from 'mingo/types'
import { isPlainObject, valuesAt } from '../document'

const LOGICAL = ['$and', '$or', '$nor', '$expr']

/**
 * `{ field: { $elemMatch: criteria } }`. Criteria over fields match elements that are objects only; mingo also lets
 * plain values through, as if they had every field.
 */
export function $elemMatch(
  field: string,
  criteria: AnyObject,
  options: Options,
): (doc: AnyObject) => boolean {
  const matches = elementTest(criteria, options)
  return (doc) => valuesAt(doc, field).some((value) => Array.isArray(value) && value.some(matches))
}

function elementTest(criteria: AnyObject, options: Options): (element: unknown) => boolean {
  const names = Object.keys(criteria)
  const isOnValue = names.length > 0 && names.every((name) => name.startsWith('$') && !LOGICAL.includes(name))
  if (isOnValue) {
    const query = new Query({ element: criteria }, options)
    return (element) => query.test({ element })
  }
  const query = new Query(criteria, options)
  return (element) => isPlainObject(element) && query.test(element)
}
