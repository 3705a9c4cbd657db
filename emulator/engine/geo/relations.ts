import { cornersOf, type Geometry, piecesOf } from './geometry'
import type { Position } from './sphere'

/**
 * True when two geometries share a place. Edges are straight in degrees, not along great circles: no difference
 * within a city, and areas must not cross the date line.
 */
export function intersects(a: Geometry, b: Geometry): boolean {
  return (
    cornersOf(a).some((corner) => covers(b, corner)) ||
    cornersOf(b).some((corner) => covers(a, corner)) ||
    piecesOf(a).some((piece) => piecesOf(b).some((other) => cross(piece, other)))
  )
}

/** True when the whole of `inner` lies in the areas of `outer`. */
export function isWithin(inner: Geometry, outer: Geometry): boolean {
  const corners = cornersOf(inner)
  if (corners.length === 0 || !corners.every((corner) => outer.areas.some((area) => isInside(corner, area))))
    return false
  return !piecesOf(inner).some((piece) => piecesOf(outer).some((border) => cross(piece, border)))
}

function covers({ points, lines, areas }: Geometry, place: Position): boolean {
  return (
    points.some((point) => point[0] === place[0] && point[1] === place[1]) ||
    piecesOf({ points: [], lines, areas: [] }).some((piece) => isOn(place, piece)) ||
    areas.some((area) => isInside(place, area))
  )
}

// The border belongs to the area, that of a hole too.
function isInside(place: Position, [outer = [], ...holes]: Position[][]): boolean {
  if (piecesOf({ points: [], lines: [outer, ...holes], areas: [] }).some((piece) => isOn(place, piece)))
    return true
  return isInRing(place, outer) && !holes.some((hole) => isInRing(place, hole))
}

function isInRing([x, y]: Position, ring: Position[]): boolean {
  let isIn = false
  for (const [[x1, y1], [x2, y2]] of piecesOf({ points: [], lines: [ring], areas: [] })) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isIn = !isIn
  }
  return isIn
}

/** On which side of the line a→b a place lies: the sign tells, 0 is on it. */
const side = (a: Position, b: Position, place: Position) =>
  Math.sign((b[0] - a[0]) * (place[1] - a[1]) - (b[1] - a[1]) * (place[0] - a[0]))

function isOn(place: Position, [a, b]: [Position, Position]): boolean {
  const isBetween = (i: 0 | 1) => Math.min(a[i], b[i]) <= place[i] && place[i] <= Math.max(a[i], b[i])
  return side(a, b, place) === 0 && isBetween(0) && isBetween(1)
}

// A proper crossing; mere touching is found by the corners.
const cross = ([a, b]: [Position, Position], [c, d]: [Position, Position]) =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
