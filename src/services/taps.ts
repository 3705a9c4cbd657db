/** Milliseconds after which a finger comes down on purpose again. */
const WITHIN = 600
/** Milliseconds that somebody needs to see that something else has come to lie where they tapped. */
const LOOKED = 1500
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
  /** When a tap at this place was taken that set nothing going: it opened what lies here now. Null where there was none. */
  openedAt: number | null
  /** Whether it was to set something going, too early. */
  isRefused: boolean
}

let last: Tap | null = null
/** Where the last act was tapped, and when it was answered by a question; null where it was not. */
const act: { place: Place | null; askedAt: number | null } = { place: null, askedAt: null }

/**
 * A finger came down. The second tap of a double tap is nothing where the first has set something going: the page has changed
 * beneath it. Digits, steps and choices are tapped as fast as one likes.
 * @param place null where nobody knows, as from a keyboard or a reader: that is never a second tap
 */
export function isMeant(place: Place | null): boolean {
  const at = Date.now()
  const before = last !== null && isNear(last.place, place) ? last : null
  const isSecond = before !== null && at - before.at < WITHIN
  const follows = isSecond && before.isAct
  last = { at, place, isSecond, isAct: follows, openedAt: before && openedBy(before), isRefused: false }
  return !follows
}

/**
 * What was tapped sets something going in the cloud: false where the tap was the second of a double tap, which is nothing, and where
 * somebody taps on from step to step: nobody has seen the last one yet.
 */
export function mayAct(): boolean {
  if (last === null || Date.now() - last.at >= WITHIN) return true // nobody has tapped: it goes on by itself
  const askedAt = isNear(act.place, last.place) ? act.askedAt : null
  const isUnseen = isSoonAfter(last, last.openedAt) || isSoonAfter(last, askedAt)
  if ((last.isSecond && !last.isAct) || isUnseen) {
    last.isRefused = true
    return false
  }
  last.isAct = true
  act.place = last.place
  act.askedAt = null
  return true
}

/** The cloud has answered an act with a question: the same button says something else now, which nobody has read yet. */
export function hasAsked(): void {
  act.askedAt = Date.now()
}

const isSoonAfter = ({ at }: Tap, shownAt: number | null): boolean =>
  shownAt !== null && at >= shownAt && at - shownAt < LOOKED

/** Tapping again what was refused does not make it wait longer. */
function openedBy({ at, isAct, isRefused, openedAt }: Tap): number | null {
  if (isAct) return null
  return isRefused ? openedAt : at
}

function isNear(a: Place | null, b: Place | null): boolean {
  return a !== null && b !== null && Math.hypot(a.x - b.x, a.y - b.y) <= NEAR
}
