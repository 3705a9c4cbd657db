import { AppError } from '#types/errors'
import { mealOrderId } from '#types/ids'
import { dishesGone, isSameWish, leftBehind, standsAgainst } from '../../_domain/meals/claims/claiming'
import type { Claim } from '../../_domain/meals/claims/records'
import { isLive, type SetAndMode } from '../../_domain/meals/orders'
import type { SittingRecord } from '../../_domain/meals/records'
import { find } from '../cloud'
import { pause } from '../transact'
import { requireNoClosure } from './closed'
import { claimFetched } from './fetch'
import { finishOpening, openSitting } from './open'
import { type At, claimOf, ifAnswered, sittingFor, take, takeOver } from './store'
import { sweepSitting } from './sweep'

/** What is wanted of a sitting, for whom. */
interface Wanted extends At {
  claim: Claim
  choice: SetAndMode
  /** The sitting as it is planned, where nobody had claimed anything of it when that was read; else null. */
  planned: SittingRecord | null
  now: Date
  /** What those are held back with whom nobody has seen, once they hold their share. */
  notSeen(): AppError
}

/** Milliseconds for which it is waited for what somebody else wants for her to become an order. */
export const LOOK_FOR = Number(process.env.LOOK_FOR ?? 3000)
/** What is there, and cannot be claimed although nothing stands against it, is tried so often. */
export const TRIES = 5
/** So many answers to what is to be taken are waited for in vain: the phone does not wait for ever. */
export const MOST_LOST = 3

/**
 * Claims what an order takes.
 * @returns `made`; `takenOver`: it is of the same wish, and whoever made it may still write its order; `ordered`: she has a live order
 * @throws AppError `SITTING_FULL`, `SET_NOT_OFFERED`, `NOT_SEEN_YET`, `BOOKING_CLOSED`, `NOT_FOUND`; `BUSY` where what somebody else wants
 *   for her does not become an order
 */
export async function claim(wanted: Wanted): Promise<'made' | 'takenOver' | 'ordered'> {
  const { claim: own, choice, planned, notSeen } = wanted
  const until = performance.now() + LOOK_FOR
  if (planned) await openSitting(wanted.sittingId, wanted.now, planned)
  let isSwept = false
  for (let looks = 1, tries = 1, lost = 0; tries <= TRIES && lost < MOST_LOST; looks++) {
    const isTaken = await ifAnswered(take(wanted, own, choice.setId))
    if (isTaken) return 'made'
    if (isTaken === null) lost++
    const sitting = await sittingFor(wanted)
    if (!sitting || sitting.state === 'new') {
      await (sitting ? finishOpening : openSitting)(wanted.sittingId, wanted.now)
      tries++
      continue
    }
    const other = sitting.claims[wanted.elderId]
    if (other) {
      if (other.attempt === own.attempt) return 'made'
      const came = await ofHers(wanted, other)
      if (came) return came
      if (performance.now() > until) break
      await pause(looks)
      continue
    }
    await requireNoClosure(sitting)
    const refused = standsAgainst(sitting, choice, own.takes, notSeen)
    if (refused && (isSwept || !(await sweepSitting(wanted.sittingId, wanted.now)))) {
      const came = await fetchedFor(wanted, sitting)
      if (came === 'claimed') return 'made'
      if (came === 'gone') throw refused
      if (came === 'lost') lost++
    }
    isSwept = refused !== null
    tries++
  }
  throw new AppError('BUSY')
}

/** Claims it with portions from other tables, where it is only these that are gone here. */
async function fetchedFor(wanted: Wanted, sitting: SittingRecord): ReturnType<typeof claimFetched> {
  const { claim: own, choice, now } = wanted
  const pools = dishesGone(sitting, choice.setId, own.takes)
  if (pools.length === 0) return 'gone'
  return claimFetched({
    ...{ sitting, pools, attempt: own.attempt, now },
    claim: (fetched) => take(wanted, own, choice.setId, fetched),
    isClaimed: async () => (await claimOf(wanted))?.attempt === own.attempt,
  })
}

/** What becomes of a claim that is there for her already; null: it is to be looked at again. */
async function ofHers(wanted: Wanted, other: Claim): Promise<'takenOver' | 'ordered' | null> {
  const { claim: own, now } = wanted
  if (!other.next && isSameWish(other, own))
    return (await ifAnswered(takeOver(wanted, other, own))) ? 'takenOver' : null
  const order = await find('mealOrders', mealOrderId(wanted.sittingId, wanted.elderId))
  if (order && isLive(order)) return 'ordered'
  if (leftBehind(other, order, now)) await sweepSitting(wanted.sittingId, now)
  return null
}
