import { isPlainObject } from '../document'
import { requestFailed } from '../errors'

const LOGICAL = ['$and', '$or', '$nor']

/**
 * Looks through a query for `$and`, `$or` and `$nor` of nothing, which mingo takes.
 * @throws DATABASE_REQUEST_FAILED in MongoDB's words
 */
export function requireLogical(query: unknown): void {
  if (Array.isArray(query)) query.forEach(requireLogical)
  if (!isPlainObject(query)) return
  for (const [name, inner] of Object.entries(query)) {
    if (LOGICAL.includes(name) && !(Array.isArray(inner) && inner.length > 0))
      throw requestFailed('$and/$or/$nor must be a nonempty array')
    requireLogical(inner)
  }
}
