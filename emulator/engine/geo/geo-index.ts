import { type Doc, isPlainObject, valuesAt } from '../document'
import { encode } from '../ejson'
import { geoIndexMissing, requestFailed } from '../errors'
import type { Table } from '../table'
import { readGeometry } from './geometry'

const GEO_OPERATORS = ['$nearSphere', '$near', '$geoWithin', '$geoIntersects']
const NEAR_OPERATORS = ['$nearSphere', '$near']

/** One geo condition inside a query. */
interface GeoCondition {
  field: string
  operator: string
  condition: unknown
}

/** The geo conditions of a query, wherever they stand in it. */
export function geoConditions(query: unknown): GeoCondition[] {
  if (Array.isArray(query)) return query.flatMap(geoConditions)
  if (!isPlainObject(query)) return []
  return Object.entries(query).flatMap(([field, value]) => {
    if (field.startsWith('$')) return geoConditions(value)
    if (!isPlainObject(value)) return []
    return Object.entries(value).flatMap(([operator, condition]) =>
      GEO_OPERATORS.includes(operator) ? [{ field, operator, condition }] : [],
    )
  })
}

export const isNear = ({ operator }: GeoCondition) => NEAR_OPERATORS.includes(operator)

/**
 * The platform answers a geo query only where a 2dsphere index is declared. A collection that was created at run time
 * has no declaration (in the real console somebody would add the index by hand), so it counts as indexed on any field.
 * @throws DATABASE_REQUEST_FAILED `unable to find index for $geoNear query`
 */
export function requireGeoIndex(table: Table, field: string): void {
  if (table.spec && !geoFieldsOf(table).includes(field)) throw geoIndexMissing()
}

/** The fields with a declared 2dsphere index. */
export function geoFieldsOf(table: Table): string[] {
  return (table.spec?.indexes ?? []).flatMap(({ keys }) =>
    keys.filter(([, direction]) => direction === '2dsphere').map(([field]) => field),
  )
}

/**
 * A 2dsphere index takes geometries only; a missing or null field it leaves out.
 * @throws DATABASE_REQUEST_FAILED with MongoDB's sentence
 */
export function checkGeometries(table: Table, doc: Doc): void {
  for (const value of geoFieldsOf(table).flatMap((field) => valuesAt(doc, field))) {
    if (value === null || value === undefined || readGeometry(value)) continue
    throw requestFailed(
      `Can't extract geo keys: ${encode(doc)} can't extract geo keys from ${encode({ value })}`,
    )
  }
}
