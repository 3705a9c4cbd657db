import { type Doc, isPlainObject, keyOf } from './document'
import { valueText } from './field-index'
import type { Table } from './table'

/** Field → the values one of which it must equal. */
type Equalities = Map<string, unknown[]>

/** More combinations of `in` lists than this are not looked up one by one. */
const MOST_LOOKUPS = 1000

/**
 * Finds the documents that a query can match at all, by `_id` or by the declared index whose first fields it fixes furthest.
 * @returns keys that still need the query's test; undefined when only a scan will do
 */
export function candidateKeys(table: Table, query: Doc): Iterable<string> | undefined {
  const equalities = equalitiesOf(query, new Map())
  const ids = equalities.get('_id')
  if (ids) return new Set(ids.filter(isId).map(keyOf))

  const [best] = table.indexes
    .map((index) => ({ index, fixed: fixedValues(index.fields, equalities) }))
    .filter(({ fixed }) => fixed.length > 0)
    .sort((a, b) => b.fixed.length - a.fixed.length)
  if (!best) return undefined

  const lookups = best.fixed.reduce((product, values) => product * values.length, 1)
  if (lookups > MOST_LOOKUPS) return undefined
  return new Set(combinations(best.fixed).flatMap((values) => [...best.index.find(values)]))
}

// Only conditions that must hold count: the fields beside each other and inside $and.
function equalitiesOf(query: Doc, found: Equalities): Equalities {
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isPlainObject(part)) equalitiesOf(part, found)
      continue
    }
    const values = field.startsWith('$') ? undefined : fixedBy(condition)
    if (values && !found.has(field)) found.set(field, values)
  }
  return found
}

function fixedBy(condition: unknown): unknown[] | undefined {
  if (isIndexable(condition)) return [condition]
  if (!isPlainObject(condition)) return undefined
  if (isIndexable(condition.$eq)) return [condition.$eq]
  const { $in } = condition
  return Array.isArray($in) && $in.every(isIndexable) ? $in : undefined
}

const isId = (value: unknown) => typeof value === 'string' || typeof value === 'number'

// Arrays, objects and patterns are matched by more than equality.
const isIndexable = (value: unknown) =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date

function fixedValues(fields: string[], equalities: Equalities): unknown[][] {
  const fixed: unknown[][] = []
  for (const field of fields) {
    const values = equalities.get(field)
    if (!values) break
    fixed.push(values)
  }
  return fixed
}

function combinations(fixed: unknown[][]): string[][] {
  return fixed.reduce<string[][]>(
    (combined, values) => combined.flatMap((head) => values.map((value) => [...head, valueText(value)])),
    [[]],
  )
}
