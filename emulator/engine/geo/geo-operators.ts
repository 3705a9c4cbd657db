import type { AnyObject } from 'mingo/types'
import { isPlainObject, valuesAt } from '../document'
import { requestFailed } from '../errors'
import { cornersOf, type Geometry, readGeometry } from './geometry'
import { intersects, isWithin } from './relations'
import { angleBetween, distanceBetween, type Position } from './sphere'

type Test = (doc: AnyObject) => boolean

/** `{ field: { $geoWithin: { $geometry } } }` or `{ $centerSphere: [[longitude, latitude], radians] }`. */
export function $geoWithin(field: string, area: unknown): Test {
  if (isPlainObject(area) && Array.isArray(area.$centerSphere)) return isInCircle(field, area.$centerSphere)
  const outer = theGeometry(area)
  if (outer.areas.length === 0) throw requestFailed('$geoWithin not supported with provided geometry')
  return anyGeometry(field, (inner) => isWithin(inner, outer))
}

function isInCircle(field: string, [centre, radians]: unknown[]): Test {
  const middle = onePoint(centre)
  return anyGeometry(field, (geometry) =>
    cornersOf(geometry).every((corner) => angleBetween(corner, middle) <= Number(radians)),
  )
}

/** `{ field: { $geoIntersects: { $geometry } } }`. */
export function $geoIntersects(field: string, condition: unknown): Test {
  const other = theGeometry(condition)
  return anyGeometry(field, (geometry) => intersects(geometry, other))
}

/** The range of `{ field: { $nearSphere: { $geometry, $minDistance, $maxDistance } } }`, metres; the order is made by `find`. */
export function $nearSphere(field: string, condition: unknown): Test {
  const distance = distanceFrom(field, condition)
  const { $minDistance: least = 0, $maxDistance: most = Number.POSITIVE_INFINITY } = condition as AnyObject
  return (doc) => {
    const metres = distance(doc)
    return metres !== undefined && metres >= Number(least) && metres <= Number(most)
  }
}

/** How far a document's field is from the point of a `$nearSphere` condition, in metres; undefined when it holds no point. */
export function distanceFrom(field: string, condition: unknown): (doc: AnyObject) => number | undefined {
  const centre = onePoint(isPlainObject(condition) ? condition.$geometry : undefined)
  return (doc) => nearestDistance(doc, field, centre)
}

/** The distance from a position to the nearest corner of what a field holds, in metres. */
export function nearestDistance(doc: AnyObject, field: string, centre: Position): number | undefined {
  const corners = geometriesAt(doc, field).flatMap(cornersOf)
  if (corners.length === 0) return undefined
  return Math.min(...corners.map((corner) => distanceBetween(corner, centre)))
}

/** @throws DATABASE_REQUEST_FAILED when it is no point */
export function onePoint(value: unknown): Position {
  const point = readGeometry(value)?.points[0]
  if (!point) throw requestFailed('invalid point in geo near query')
  return point
}

function theGeometry(condition: unknown): Geometry {
  const geometry = isPlainObject(condition) ? readGeometry(condition.$geometry) : undefined
  if (!geometry) throw requestFailed('unknown geo specifier')
  return geometry
}

const anyGeometry =
  (field: string, test: (geometry: Geometry) => boolean): Test =>
  (doc) =>
    geometriesAt(doc, field).some(test)

function geometriesAt(doc: AnyObject, field: string): Geometry[] {
  return valuesAt(doc, field).flatMap((value) => readGeometry(value) ?? [])
}
