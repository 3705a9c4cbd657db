import { setValue } from 'mingo/util'
import { clone, type Doc, isPlainObject, valuesAt } from '../document'
import { geoIndexMissing, requestFailed } from '../errors'
import { matching, sortedBy } from '../find'
import type { Session } from '../session'
import type { Table } from '../table'
import { geoFieldsOf, requireGeoIndex } from './geo-index'
import { nearestDistance, onePoint } from './geo-operators'

/**
 * The `$geoNear` stage: copies of the documents in range, nearest first, with their distance in metres.
 * @throws DATABASE_REQUEST_FAILED without a 2dsphere index on `key`, or without `key` when several fields have one
 */
export function geoNear(session: Session, table: Table, stage: Doc): Doc[] {
  const field = keyOfStage(table, stage)
  const centre = onePoint(stage.near)
  const {
    distanceField,
    includeLocs,
    minDistance = 0,
    maxDistance = Number.POSITIVE_INFINITY,
    distanceMultiplier = 1,
  } = stage
  if (typeof distanceField !== 'string')
    throw requestFailed('$geoNear requires a distanceField option as a String')

  const found = matching(session, table, isPlainObject(stage.query) ? stage.query : {}).flatMap(({ doc }) => {
    const metres = nearestDistance(doc, field, centre)
    return metres === undefined || metres < Number(minDistance) || metres > Number(maxDistance)
      ? []
      : [{ doc, metres }]
  })
  const rows = sortedBy(found, ({ metres }) => metres).map(({ doc, metres }) => {
    const row = clone(doc)
    setValue(row, distanceField, metres * Number(distanceMultiplier))
    if (typeof includeLocs === 'string') setValue(row, includeLocs, clone(valuesAt(doc, field)[0]))
    return row
  })
  return typeof stage.limit === 'number' ? rows.slice(0, stage.limit) : rows
}

function keyOfStage(table: Table, { key }: Doc): string {
  if (typeof key === 'string') {
    requireGeoIndex(table, key)
    return key
  }
  const [only, ...others] = geoFieldsOf(table)
  if (only === undefined) throw geoIndexMissing()
  if (others.length > 0)
    throw requestFailed(
      `There is more than one 2dsphere index on ${table.name}; unsure which to use for $geoNear`,
    )
  return only
}
