import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import { dateIn, slotIn } from '#types/ids'
import { slots } from '#types/meals/slots'
import type { ElderRecord } from '../people/records'
import { isLive, withPrice } from './orders'
import { type PriceFor, type PriceGround, priceFor, usesPeriod } from './pricing'
import type { MealOrderRecord, SittingRecord, SubsidyUseRecord } from './records'
import { setOf } from './sittings'
import { otherUses, withoutUsesOf, withUses } from './subsidy-uses'

/** So many orders are looked at: a cancellation must not wait for a year of them. */
const MOST_HELPED = 5

/** An order that had to do without, with all that decides its price now. */
export interface Denied {
  order: MealOrderRecord
  elder: ElderRecord
  sitting: SittingRecord
  ground: PriceGround
}

/**
 * The orders to look at once an order gives its uses back, the next meal first; none where it had used nothing.
 * @param records the period in all registrations of one person
 */
export function deniedAhead(
  records: readonly SubsidyUseRecord[],
  orderId: string,
  now: Date,
): readonly string[] {
  if (!records.some(({ uses }) => uses.some((use) => use.orderId === orderId))) return []
  const today = localDate(now)
  return records
    .flatMap(({ denied }) => denied)
    .filter((id) => id !== orderId && dateIn(id) >= today)
    .sort((a, b) => dateIn(a).localeCompare(dateIn(b)) || slotAt(a) - slotAt(b))
    .slice(0, MOST_HELPED)
}

/** Which meal of its day an order is. */
const slotAt = (orderId: string): number => slots.indexOf(slotIn(orderId))

/** Whether an order's price may still change: it is on, and the meal has not begun. */
export const canBeHelped = (order: MealOrderRecord, now: Date): boolean =>
  isLive(order) && order.startsAt > now.toISOString()

/**
 * Takes an order's uses out of the record that counts them. What it frees goes to the next order that had to do without: the
 * elder who cancels a subsidised lunch does not pay the dinner of that day in full. One that would not become cheaper, or could
 * not be booked any more, stays as it is.
 * @param records the period in all registrations of one person: what is freed in one may help an order of another, which counts it
 * @param denied the orders of `deniedAhead` that can be helped, in its order
 * @returns the records that change
 */
export function freeUses(
  records: readonly SubsidyUseRecord[],
  orderId: string,
  denied: readonly Denied[],
): { uses: SubsidyUseRecord[]; orders: MealOrderRecord[] } {
  const after = records.map((record) =>
    isNamedIn(record, orderId) ? withoutUsesOf(record, orderId) : record,
  )
  const orders: MealOrderRecord[] = []
  for (const one of denied) {
    const { order } = one
    const nth = after.findIndex(({ elderId }) => elderId === order.elderId)
    const own = after[nth]
    if (!own || usesPeriod(one.ground, one.sitting) !== own.period) continue
    const price = priceNow(one, after)
    if (!price || price.priced.price.elderPays >= order.elderPays) continue
    after[nth] = withUses(own, order.id, price.priced.uses, price.isDenied)
    orders.push(withPrice(order, { ...price, usedIn: own.id }))
  }
  return { uses: after.filter((one) => !records.includes(one)), orders }
}

const isNamedIn = ({ uses, denied }: SubsidyUseRecord, orderId: string): boolean =>
  denied.includes(orderId) || uses.some((use) => use.orderId === orderId)

/** What an order would cost now; null where it could not be booked any more. */
function priceNow(
  { order, elder, sitting, ground }: Denied,
  records: readonly SubsidyUseRecord[],
): PriceFor | null {
  try {
    const meal = { sitting, set: setOf(sitting, order.setId), mode: order.mode }
    return priceFor(meal, elder, ground, otherUses(records, order.id))
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
