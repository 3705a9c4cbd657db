import { isPlainObject } from '../document'
import type { Position } from './sphere'

/** A geometry taken apart: lone points, lines, and areas (an outer ring, then holes). */
export interface Geometry {
  points: Position[]
  lines: Position[][]
  areas: Position[][][]
}

/** Reads a GeoJSON geometry, or a pair `[longitude, latitude]`; undefined when it is none. */
export function readGeometry(value: unknown): Geometry | undefined {
  if (isPosition(value)) return { points: [value], lines: [], areas: [] }
  if (!isPlainObject(value)) return undefined
  const { type, coordinates } = value
  const read = typeof type === 'string' && Object.hasOwn(READERS, type) ? READERS[type] : undefined
  return read?.(coordinates)
}

/** All corners of a geometry. */
export const cornersOf = ({ points, lines, areas }: Geometry): Position[] => [
  ...points,
  ...lines.flat(),
  ...areas.flat(2),
]

/** All straight pieces of a geometry, borders of holes included. */
export function piecesOf({ lines, areas }: Geometry): [Position, Position][] {
  return [...lines, ...areas.flat()].flatMap((line) =>
    line.slice(1).map((end, i): [Position, Position] => [line[i] ?? end, end]),
  )
}

const nothing: Geometry = { points: [], lines: [], areas: [] }

const READERS: Record<string, (coordinates: unknown) => Geometry | undefined> = {
  Point: (it) => (isPosition(it) ? { ...nothing, points: [it] } : undefined),
  MultiPoint: (it) => (isLine(it) ? { ...nothing, points: it } : undefined),
  LineString: (it) => (isLine(it) ? { ...nothing, lines: [it] } : undefined),
  MultiLineString: (it) => (isArea(it) ? { ...nothing, lines: it } : undefined),
  Polygon: (it) => (isArea(it) ? { ...nothing, areas: [it] } : undefined),
  MultiPolygon: (it) => (Array.isArray(it) && it.every(isArea) ? { ...nothing, areas: it } : undefined),
}

function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [longitude, latitude] = value
  return (
    typeof longitude === 'number' &&
    typeof latitude === 'number' &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90
  )
}

const isLine = (value: unknown): value is Position[] =>
  Array.isArray(value) && value.length > 0 && value.every(isPosition)

const isArea = (value: unknown): value is Position[][] =>
  Array.isArray(value) && value.length > 0 && value.every(isLine)
