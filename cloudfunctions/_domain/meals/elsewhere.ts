import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import { dateIn, slotIn } from '#types/ids'
import type { BookedAlready } from '#types/meals/orders'
import { liveOrderStates, type MealOrderState } from '#types/states'
import { answersFor, relationTo } from '../access/holdings'
import type { AccountRecord } from '../people/records'
import { isLive } from './orders'
import type { MealOrderRecord, SubsidyUseRecord } from './records'

/**
 * Her period with an order that is booked now. The moment makes every booking another record, so that of two at once one has to look
 * again, also where both are booked for the second time.
 */
export function withMeal(record: SubsidyUseRecord, orderId: string, now: Date): SubsidyUseRecord {
  const today = localDate(now)
  const others = record.meals.filter((meal) => meal.orderId !== orderId && dateIn(meal.orderId) >= today)
  return { ...record, meals: [...others, { orderId, at: now.toISOString() }] }
}

/** Orders of the same meal of the same day at other stations that were booked once; an order's id says of which meal it is. */
export const sameMealElsewhere = ({ meals }: SubsidyUseRecord, orderId: string): string[] =>
  meals
    .map((meal) => meal.orderId)
    .filter((id) => id !== orderId && dateIn(id) === dateIn(orderId) && slotIn(id) === slotIn(orderId))

/** Whether an order counts as her meal: it is live, or was eaten. */
export const standsElsewhere = (order: MealOrderRecord): boolean => isLive(order) || order.state === 'served'

/**
 * One meal per elder, slot and day across all stations. What is live or was eaten counts; what was cancelled, refused or missed does not.
 * @param others her orders of that meal at other stations
 * @param caller who is told where and what it is, if they may see it
 * @throws AppError `ALREADY_ELSEWHERE`
 */
export function requireNotElsewhere(others: readonly MealOrderRecord[], caller: AccountRecord | null): void {
  const other = others.find(standsElsewhere)
  if (!other) return
  const { id: orderId, stationName, setName } = other
  throw new AppError(
    'ALREADY_ELSEWHERE',
    caller && maySee(caller, other) ? { orderId, stationName, setName } : undefined,
  )
}

/** Of these something is there already: a live order, or what became of a meal. */
export const standingStates: readonly MealOrderState[] = [...liveOrderStates, 'served', 'missed']

/**
 * Her orders of a day as a counter that is about to book for her may know them: where she did not come, another station may still
 * give her the meal; her own order there is written down.
 */
export const bookedAlready = (
  orders: readonly MealOrderRecord[],
  stationId: string,
  caller: AccountRecord,
): BookedAlready[] =>
  orders
    .filter((order) => standingStates.includes(order.state))
    .filter((order) => order.stationId === stationId || order.state !== 'missed')
    .map((order) => {
      const { slot, state, stationName, setName, mode } = order
      const what = maySee(caller, order) ? { stationName, setName, mode } : null
      return { slot, state, isHere: order.stationId === stationId, what }
    })

/** Herself and whoever may see what she books, and those at that counter. */
const maySee = (account: AccountRecord, { elderId, stationId }: MealOrderRecord): boolean =>
  relationTo(account, elderId, 'view') !== null || answersFor(account).stationIds.includes(stationId)
