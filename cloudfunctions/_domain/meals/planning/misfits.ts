import { addDays } from '#types/days'
import type { Misfit } from '#types/meals/misfits'
import type { LocalDate } from '#types/values'
import { isCancellable } from '../cancelling'
import type { MealOrderRecord } from '../records'
import { noFit } from './no-fit'
import type { Fit, FittedOrder } from './shrinking'

type Why = Misfit['why']

/** Of whom nothing is served at all comes before who is served otherwise. */
const hardestFirst: readonly Why[] = ['closed', 'day', 'clash', 'mode', 'set', 'seats', 'portions', 'time']

/** Orders that do not fit in the order in which somebody has to see to them: the next meals first, and of these who would come in vain. */
export function inOrder(
  orders: readonly FittedOrder[],
  why: ReadonlyMap<string, Why>,
): { id: string; why: Why; at: string }[] {
  return orders
    .flatMap((order) => {
      const reason = why.get(order.id)
      return reason ? [{ id: order.id, why: reason, at: placeOf(order, reason) }] : []
    })
    .sort((one, other) => (one.at < other.at ? -1 : 1))
}

const placeOf = ({ id, date, placedAt }: FittedOrder, why: Why): string =>
  [date, hardestFirst.indexOf(why), placedAt, id].join(' ')

/**
 * An order that does not fit, as the manager reads it.
 * @param fit what it does not fit
 * @param urgentDays meals of today and so many days on cannot wait
 */
export function misfitShown(
  order: MealOrderRecord,
  why: Why,
  { fit, today, now, urgentDays }: { fit: Fit; today: LocalDate; now: Date; urgentDays: number },
): Misfit {
  const { id: orderId, elderId, elderName, date, slot, startsAt, mode, setName, state } = order
  const isPlaced = state === 'placed'
  const { startsAt: startsNow } = noFit(fit, order, { why, now })
  const kitchenRev = why === 'clash' ? order.kitchenChange?.rev : undefined
  return {
    ...{ orderId, elderId, elderName, date, slot, startsAt, mode, setName, why },
    state: isPlaced ? 'placed' : 'confirmed',
    isUrgent: why === 'clash' || date <= addDays(today, urgentDays),
    ...(startsNow && { startsNow }),
    ...(kitchenRev !== undefined && { kitchenRev }),
    ways: [
      'ring',
      ...(startsNow ? ['agreeTime' as const] : []),
      ...(kitchenRev !== undefined ? ['agreeDishes' as const] : []),
      ...(isPlaced ? ['refuse' as const] : []),
      ...(isCancellable(order, { why, now }) ? ['cancel' as const] : []),
    ],
  }
}
