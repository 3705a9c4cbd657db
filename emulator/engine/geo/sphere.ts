/** A position: longitude and latitude in degrees. */
export type Position = [longitude: number, latitude: number]

/** The radius of the earth that the platform calculates with, in metres. */
const EARTH_RADIUS = 6_378_100

// MongoDB's order of operations (S2), so that distances agree to the last bit.
const RADIANS_PER_DEGREE = Math.PI / 180

type Vector = [x: number, y: number, z: number]

/** The distance between two positions along the great circle, in metres. */
export function distanceBetween(a: Position, b: Position): number {
  return angleBetween(a, b) * EARTH_RADIUS
}

/** The angle between two positions, seen from the centre of the earth, in radians. */
export function angleBetween(a: Position, b: Position): number {
  const u = toVector(a)
  const v = toVector(b)
  return Math.atan2(norm(cross(u, v)), dot(u, v))
}

function toVector([longitude, latitude]: Position): Vector {
  const theta = RADIANS_PER_DEGREE * longitude
  const phi = RADIANS_PER_DEGREE * latitude
  return [Math.cos(theta) * Math.cos(phi), Math.sin(theta) * Math.cos(phi), Math.sin(phi)]
}

const cross = (u: Vector, v: Vector): Vector => [
  u[1] * v[2] - u[2] * v[1],
  u[2] * v[0] - u[0] * v[2],
  u[0] * v[1] - u[1] * v[0],
]

const dot = (u: Vector, v: Vector) => u[0] * v[0] + u[1] * v[1] + u[2] * v[2]

const norm = (u: Vector) => Math.sqrt(dot(u, u))
