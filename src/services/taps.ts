/** Milliseconds after which a finger comes down on purpose again. */
const WITHIN = 600
/** How far apart, px, the two taps of one finger fall at most. */
const NEAR = 40

/** Where on the screen, px. */
interface Place {
  x: number
  y: number
}

interface Tap {
  at: number
  place: Place | null
  /** Soon after another one at the same place: whatever lies there by now was not meant. */
  isSecond: boolean
  /** Whether it set something going. */
  isAct: boolean
}

let last: Tap | null = null

/**
 * A finger came down. The second tap of a double tap is nothing where the first has set something going: the page has changed
 * beneath it. Digits, steps and choices are tapped as fast as one likes.
 * @param place null where nobody knows, as from a keyboard or a reader: that is never a second tap
 */
export function isMeant(place: Place | null): boolean {
  const at = Date.now()
  const isSecond = last !== null && at - last.at < WITHIN && isNear(last.place, place)
  const follows = isSecond && last?.isAct === true
  last = { at, place, isSecond, isAct: follows }
  return !follows
}

/** What was tapped sets something going in the cloud: false where the tap was the second of a double tap, which is nothing. */
export function mayAct(): boolean {
  if (last === null || Date.now() - last.at >= WITHIN) return true // nobody has tapped: it goes on by itself
  if (last.isSecond && !last.isAct) return false
  last.isAct = true
  return true
}

function isNear(a: Place | null, b: Place | null): boolean {
  return a !== null && b !== null && Math.hypot(a.x - b.x, a.y - b.y) <= NEAR
}
