import type { NearbyStation } from '#types/stations'
import type { Place } from '#types/values'

/** A numbered spot on the drawn map: percent of its width and height from the left and the top. */
export interface Pin {
  number: number
  x: number
  y: number
  /** 东北 */
  direction: string
}

/** Percent of the map's width from its middle to the circle of 15 minutes on foot. */
const ring = 34
const ringMinutes = 15
const edge = 42
/** Pins closer than this would hide each other. */
const apart = 13
const most = 6

const directions = ['东', '东北', '北', '西北', '西', '西南', '南', '东南'] as const

/** Where to draw the nearest stations: true direction, distance by minutes on foot, the far ones at the edge. */
export function pinsAround(here: Place, stations: readonly NearbyStation[]): Pin[] {
  const pins: Pin[] = []
  for (const [index, station] of stations.slice(0, most).entries()) {
    const east = (station.place.lng - here.lng) * Math.cos((here.lat * Math.PI) / 180)
    const north = station.place.lat - here.lat
    const angle = Math.atan2(north, east)
    const away = Math.min(edge, (station.walkMinutes / ringMinutes) * ring)
    pins.push({ number: index + 1, direction: directionOf(angle), ...freeSpot(angle, away, pins) })
  }
  return pins
}

function directionOf(angle: number): string {
  const eighth = Math.round(angle / (Math.PI / 4))
  return directions[(eighth + 8) % 8] ?? directions[0]
}

/** The true spot, or one beside it where an earlier pin already stands. */
function freeSpot(angle: number, away: number, taken: readonly { x: number; y: number }[]) {
  const radius = Math.max(apart, away) // the middle is the person
  for (let turn = 0; turn < 12; turn += 1) {
    const side = turn % 2 === 0 ? 1 : -1
    const spot = at(angle + side * Math.ceil(turn / 2) * 0.3, radius)
    if (taken.every((other) => Math.hypot(other.x - spot.x, other.y - spot.y) >= apart)) return spot
  }
  return at(angle, radius)
}

const at = (angle: number, radius: number) => ({
  x: 50 + Math.cos(angle) * radius,
  y: 50 - Math.sin(angle) * radius,
})
