import { AppError } from '#types/errors'
import type { CounterOrder } from '#types/meals/orders'
import { minutesAfter } from '../base/calendar'
import type { MealOrderRecord } from './records'

/** When a meal may be written down as eaten, and taken back, as data. */
export interface ServingTerms {
  /** From so many minutes before it begins. */
  opensBefore: number
  /** Later than so many minutes after it has begun, with a reason. */
  reasonAfter: number
  /** Taking it back is offered without a reason for so many seconds. */
  undoSeconds: number
  /** For so many seconds more it is accepted: the call may have been on its way. */
  undoOnTheWay: number
}

type Timed = Pick<MealOrderRecord, 'startsAt' | 'history' | 'state'>

/** An order as the counter works with it. */
export function counterOrder(order: MealOrderRecord, terms: ServingTerms): CounterOrder {
  return {
    ...order,
    servableFrom: servableFrom(order, terms),
    reasonFrom: reasonFrom(order, terms),
    undoUntil: undoneUntil(order, terms.undoSeconds),
  }
}

/**
 * Whether a meal is written down late.
 * @param reason what the clerk says to it
 * @throws AppError `TOO_EARLY` with `from`; `REASON_MISSING` with `since` where it is late and nothing was said
 */
export function requireServable(
  order: Pick<Timed, 'startsAt'>,
  { reason, now }: { reason: string | null; now: Date },
  terms: ServingTerms,
): { isLate: boolean } {
  const at = now.toISOString()
  const from = servableFrom(order, terms)
  if (at < from) throw new AppError('TOO_EARLY', { from })
  const since = reasonFrom(order, terms)
  const isLate = at > since
  if (isLate && reason === null) throw new AppError('REASON_MISSING', { since })
  return { isLate }
}

/** A meal is taken back without a word only right after the tap. @throws AppError `REASON_MISSING` */
export function requireReasonToUndo(
  order: Timed,
  { reason, now }: { reason: string | null; now: Date },
  { undoSeconds, undoOnTheWay }: ServingTerms,
): void {
  if (reason !== null) return
  const until = undoneUntil(order, undoSeconds + undoOnTheWay)
  if (until === null || now.toISOString() > until) throw new AppError('REASON_MISSING')
}

const servableFrom = ({ startsAt }: Pick<Timed, 'startsAt'>, { opensBefore }: ServingTerms) =>
  minutesAfter(new Date(startsAt), -opensBefore)

const reasonFrom = ({ startsAt }: Pick<Timed, 'startsAt'>, { reasonAfter }: ServingTerms) =>
  minutesAfter(new Date(startsAt), reasonAfter)

/** So many seconds after it was written down as eaten; null where it is not, or nobody knows when. */
function undoneUntil({ state, history }: Timed, seconds: number) {
  const last = history.at(-1)
  if (state !== 'served' || last?.state !== 'served') return null
  return new Date(Date.parse(last.at) + seconds * 1000).toISOString()
}
