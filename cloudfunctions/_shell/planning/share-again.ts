import { AppError } from '#types/errors'
import { dateIn, slotIn, stationIn } from '#types/ids'
import type { Claim } from '../../_domain/meals/claims/records'
import type { SittingRecord } from '../../_domain/meals/records'
import { type At, giveBack, ifAnswered } from '../claims/store'
import { findFields } from '../cloud'
import { alignSittings } from './align'

/** Gives back all that was held, and what was counted beside its claim of dishes that have a limit since. */
export async function giveAllBack(at: At, held: Claim, now: Date): Promise<void> {
  await giveBack(at, held)
  await shareAgain(at.sittingId, now)
}

/**
 * Once an order has ended or become another, its sitting counts anew what is ordered of limited dishes beside its claims, where it counts
 * any. What is not done here the next writing of the menu does.
 */
export async function shareAgain(sittingId: string, now: Date): Promise<void> {
  const sitting = await ifAnswered(findFields('sittings', sittingId, ['beside']))
  if (Object.keys(sitting?.beside ?? {}).length === 0) return
  const date = dateIn(sittingId)
  const which = { stationId: stationIn(sittingId), slot: slotIn(sittingId), from: date, to: date, now }
  await ifAnswered(alignSittings(which).catch(unlessBusy))
}

/** Shares the dishes of a meal out again among all tables of its kitchen. What is not done here whoever finds none of them does. */
export async function shareOut(
  { kitchenId, date, slot }: Pick<SittingRecord, 'kitchenId' | 'date' | 'slot'>,
  now: Date,
): Promise<void> {
  await ifAnswered(alignSittings({ kitchenId, slot, from: date, to: date, now }).catch(unlessBusy))
}

function unlessBusy(error: unknown): void {
  if (!(error instanceof AppError)) throw error
}
