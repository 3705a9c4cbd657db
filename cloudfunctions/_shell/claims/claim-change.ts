import { AppError } from '#types/errors'
import { mealOrderId } from '#types/ids'
import type { Mode } from '#types/meals/slots'
import { changeOf, dishesGone, leftBehind, standsAgainst } from '../../_domain/meals/claims/claiming'
import type { Claim, Places } from '../../_domain/meals/claims/records'
import type { SittingRecord } from '../../_domain/meals/records'
import { find } from '../cloud'
import { pause } from '../transact'
import { LOOK_FOR, MOST_LOST, TRIES } from './claim'
import { requireNoClosure } from './closed'
import { claimFetched } from './fetch'
import { type At, claimOf, ifAnswered, sittingFor, takeNext } from './store'
import { sweepSitting } from './sweep'

/** What an order is to take instead. */
interface Wanted extends At {
  next: { takes: Places; attempt: string; body: string; since: string }
  /** `setId` null: she keeps the set that she has. */
  choice: { mode: Mode; setId: string | null }
  now: Date
  notSeen(): AppError
}

/**
 * Takes what a changed order takes besides.
 * @param known the sitting as it was read, with her claim
 * @returns her claim with the change under way; null where it takes the same
 * @throws AppError `SITTING_FULL`, `SET_NOT_OFFERED`, `NOT_SEEN_YET`, `BOOKING_CLOSED`; `BUSY` where another change does not end
 */
export async function claimChange(wanted: Wanted, known: SittingRecord): Promise<Claim | null> {
  const { next: wish, choice, now, notSeen } = wanted
  const until = performance.now() + LOOK_FOR
  let sitting: SittingRecord | null = known
  let isSwept = false
  for (let looks = 1, tries = 1, lost = 0; tries <= TRIES && lost < MOST_LOST; looks++) {
    const own = sitting?.claims[wanted.elderId]
    if (!sitting || !own) break
    if (own.next?.attempt === wish.attempt) return own
    if (own.next) {
      if (performance.now() > until) break
      await afterOther(wanted, own, looks)
    } else {
      const next = changeOf(own, wish.takes, wish)
      if (!next) return null
      await requireNoClosure(sitting)
      const refused = standsAgainst(sitting, choice, next.takes, notSeen)
      if (refused && (isSwept || !(await sweepSitting(wanted.sittingId, now)))) {
        const came = await fetchedFor(wanted, { sitting, own, next })
        if (came === 'claimed') return { ...own, next }
        if (came === 'gone') throw refused
        if (came === 'lost') lost++
      }
      isSwept = refused !== null
      const { setId } = choice
      const isTaken = !refused && (await ifAnswered(takeNext(wanted, own, { next, setId })))
      if (isTaken) return { ...own, next }
      if (isTaken === null) lost++
      tries++
    }
    sitting = await sittingFor(wanted)
  }
  throw new AppError('BUSY')
}

/** Takes it with portions from other tables, where it is only these that are gone here. */
async function fetchedFor(
  wanted: Wanted,
  { sitting, own, next }: { sitting: SittingRecord; own: Claim; next: NonNullable<Claim['next']> },
): ReturnType<typeof claimFetched> {
  const { now } = wanted
  const { setId } = wanted.choice
  const pools = dishesGone(sitting, setId, next.takes)
  if (pools.length === 0) return 'gone'
  return claimFetched({
    ...{ sitting, pools, attempt: next.attempt, now },
    claim: (fetched) => takeNext(wanted, own, { next, setId, fetched }),
    isClaimed: async () => (await claimOf(wanted))?.next?.attempt === next.attempt,
  })
}

/** Waits for another change of the same claim; one that was broken off is ended. */
async function afterOther({ sittingId, elderId, now }: Wanted, own: Claim, looks: number): Promise<void> {
  const order = await find('mealOrders', mealOrderId(sittingId, elderId))
  if (leftBehind(own, order, now)) await sweepSitting(sittingId, now)
  await pause(looks)
}
