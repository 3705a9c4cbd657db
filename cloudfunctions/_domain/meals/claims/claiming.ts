import { AppError } from '#types/errors'
import type { Mode } from '#types/meals/slots'
import { standingStates } from '../elsewhere'
import type { MealOrderRecord, SittingRecord } from '../records'
import { isDishPool, isSameAs, lacking, minus, placePool, plus, positive } from './pools'
import type { Claim, Places } from './records'

/**
 * Milliseconds after which a claim that no order stands for holds nothing any more. By then the call that made it has ended, and so has
 * its transaction.
 */
export const VOID_AFTER = 120_000

/** Milliseconds between two looks for claims that hold nothing any more. */
export const LOOKED_AFTER = 60_000

type Decided = Pick<MealOrderRecord, 'state' | 'attempt'>
type Next = NonNullable<Claim['next']>

/** Whether a claim is of the same wish of the same person: an answer that got lost, or a second tap. */
export const isSameWish = (one: Claim, other: Claim): boolean =>
  one.by === other.by && one.body === other.body && isSameAs(one.takes, other.takes)

/** Whether an order holds what was claimed for it: it is live, or it is written down what became of it. */
export const holdsPlace = (order: Pick<MealOrderRecord, 'state'> | null): boolean =>
  order !== null && standingStates.includes(order.state)

/** Whether a claim, or the order that stands for one, is of an attempt that made or changes a claim as it was seen. */
export const isOf = ({ attempt, next }: Claim, other: Pick<Claim, 'attempt'>): boolean =>
  other.attempt === attempt || other.attempt === next?.attempt

/** Whether a claim or a change of one is so old that whoever made it has an answer, or never gets one. */
export const isOld = ({ since }: Pick<Claim, 'since'>, now: Date): boolean =>
  now.getTime() - Date.parse(since) > VOID_AFTER

/** What is to be done with a claim that somebody left behind; null: it stands, or may still be under way. */
export function leftBehind(claim: Claim, order: Decided | null, now: Date): 'swap' | 'drop' | 'free' | null {
  const { next } = claim
  if (next) {
    if (!isOld(next, now)) return null
    return holdsPlace(order) && order?.attempt === next.attempt ? 'swap' : 'drop'
  }
  return isOld(claim, now) && !holdsPlace(order) ? 'free' : null
}

/** All that a claim takes, with what a change of it takes besides. */
export const heldBy = ({ takes, next }: Claim): Places => (next ? plus(takes, next.takes) : takes)

/** A change from what a claim takes to something else; null where that is the same. */
export function changeOf(
  claim: Claim,
  takes: Places,
  by: Pick<Next, 'attempt' | 'body' | 'since'>,
): Next | null {
  if (isSameAs(claim.takes, takes)) return null
  const { attempt, body, since } = by
  return {
    ...{ attempt, body, since },
    takes: positive(minus(takes, claim.takes)),
    gives: positive(minus(claim.takes, takes)),
  }
}

/** A claim as its change has made it. Its body is the new one: a repeated old wish is of another size. */
export function swapped({ next, ...claim }: Claim): Claim {
  if (!next) return claim
  const { takes, gives, ...by } = next
  return { ...claim, ...by, takes: positive(minus(plus(claim.takes, takes), gives)) }
}

/**
 * The dishes with a limit for whose sake alone a set cannot be claimed here: none of their portions is left at this table. Empty: something
 * else stands against it, or nothing.
 */
export function dishesGone(
  { state, off, left }: Pick<SittingRecord, 'state' | 'off' | 'left'>,
  setId: string | null,
  takes: Places,
): string[] {
  const lacks = lacking(left, takes)
  return state === 'open' && !(setId !== null && off[setId]) && lacks.every(isDishPool) ? lacks : []
}

/**
 * Why something cannot be claimed of a sitting as it is now; null: it can. Where no place is left it is not said of a dish that it is gone:
 * another table may have it.
 * @param setId null: she has that set already, and keeps it although it is sold out
 * @param notSeen what those are held back with whom nobody has seen, once they hold their share
 */
export function standsAgainst(
  { state, off, left, cutoffAt }: Pick<SittingRecord, 'state' | 'off' | 'left' | 'cutoffAt'>,
  { mode, setId }: { mode: Mode; setId: string | null },
  takes: Places,
  notSeen: () => AppError,
): AppError | null {
  if (state === 'closed') return new AppError('BOOKING_CLOSED', { cutoffAt })
  if (setId !== null && off[setId]) return new AppError('SET_NOT_OFFERED', { setId })
  const lacks = lacking(left, takes)
  if (lacks.includes(placePool(mode))) return new AppError('SITTING_FULL', { mode })
  if (lacks.some(isDishPool)) return new AppError('SET_NOT_OFFERED', { ...(setId !== null && { setId }) })
  return lacks.length > 0 ? notSeen() : null
}
