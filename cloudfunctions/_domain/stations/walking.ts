import type { Place } from '#types/values'

/** How people walk here: metres a minute at an elder's pace, and how much longer the way is than the straight line. */
export interface Walking {
  metresPerMinute: number
  detourFactor: number
}

/** Metres of the way, and minutes on foot rounded up. */
interface Walk {
  metres: number
  walkMinutes: number
}

/** Mean radius of the earth in metres, as the database's geo queries use it. */
const EARTH_RADIUS = 6_378_100

/** The way from one place to another on foot. At the place itself it is nothing; anywhere else at least a minute. */
export function walkBetween(from: Place, to: Place, walking: Walking): Walk {
  const metres = Math.round(straightMetres(from, to) * walking.detourFactor)
  return { metres, walkMinutes: Math.ceil(metres / walking.metresPerMinute) }
}

/** Metres along the great circle (haversine). Degrees in, GCJ-02 on both sides. */
export function straightMetres(from: Place, to: Place): number {
  const half =
    Math.sin(radians(to.lat - from.lat) / 2) ** 2 +
    Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(radians(to.lng - from.lng) / 2) ** 2
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, half)))
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
