import type { Actor } from '#types/actors'
import { AppError } from '#types/errors'
import { LATER_CHANGES } from '#types/paging'
import type { Instant } from '#types/values'
import { isLive } from '../orders'
import type { MealOrderRecord } from '../records'
import { cancelUntilOn, planOn, startOn } from './plans'
import type { Fit } from './shrinking'

interface Agreed {
  /** What was agreed to. */
  startsAt: Instant
  by: Actor
  now: Date
}

/**
 * A live order that begins when its plan says by now, and can be cancelled as long as the plan says, or as she was told before where that
 * is later and the meal has not begun by then; it keeps who wrote that down.
 * @throws AppError `WRONG_STATE` where it begins at no such time
 */
export function atAgreedTime(
  order: MealOrderRecord,
  fit: Pick<Fit, 'plans'>,
  { startsAt, by, now }: Agreed,
): MealOrderRecord {
  const plan = planOn(fit.plans, order, order.date)
  if (!isLive(order) || !plan || startOn(plan, order.date) !== startsAt)
    throw new AppError('WRONG_STATE', { state: order.state })
  const change = { at: now.toISOString(), by, startsAt }
  return {
    ...order,
    startsAt,
    cancelUntil: laterOf(cancelUntilOn(plan, order.date), order.cancelUntil, startsAt),
    laterChanges: [...(order.laterChanges ?? []), change].slice(-LATER_CHANGES),
  }
}

/** The later of two instants, and none after a third. */
const laterOf = (one: Instant, other: Instant, last: Instant): Instant => {
  const later = one > other ? one : other
  return later > last ? last : later
}
