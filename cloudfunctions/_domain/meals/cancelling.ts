import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { NoFit } from '#types/meals/misfits'
import type { MealOrderRecord } from './records'

type Timed = Pick<MealOrderRecord, 'date' | 'cancelUntil'>

/** Why it does not fit what is served; null: it does, or nobody has looked. */
interface At {
  why: NoFit['why'] | null
  now: Date
}

/**
 * Whether an order that does not fit can be cancelled also once the kitchen has begun: it is the station or its kitchen that changed it, and
 * no fault of whoever has booked. Of a day that is over only where nobody has cooked: another meal may have been eaten although it was not
 * the one that was said.
 */
export const isCancellableLate = ({ date }: Pick<Timed, 'date'>, { why, now }: At): boolean =>
  why === 'closed' || (why !== null && date >= localDate(now))

/** Whether the time to cancel is over: the kitchen has begun. */
export const isLate = ({ cancelUntil }: Timed, now: Date): boolean => now.getTime() >= Date.parse(cancelUntil)

/** Whoever cancels, the elder, her family or a station, may do so until `cancelUntil`, and later where it does not fit any more. */
export const isCancellable = (order: Timed, at: At): boolean =>
  !isLate(order, at.now) || isCancellableLate(order, at)

/** @throws AppError `CANCEL_CLOSED` */
export function requireCancellable(order: Timed, at: At): void {
  if (!isCancellable(order, at)) throw new AppError('CANCEL_CLOSED', { cancelUntil: order.cancelUntil })
}
