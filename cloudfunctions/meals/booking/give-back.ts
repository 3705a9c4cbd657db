import { AppError } from '#types/errors'
import { dateIn } from '#types/ids'
import { localDate } from '../../_domain/base/calendar'
import { isLive, withPrice } from '../../_domain/meals/orders'
import type { MealOrderRecord, SubsidyUseRecord } from '../../_domain/meals/records'
import { givePlaceBack, setOf } from '../../_domain/meals/sittings'
import { withoutUsesOf, withUses } from '../../_domain/meals/subsidy-uses'
import type { Use } from '../../_domain/policies/meal/facts'
import type { Work } from '../../_shell/transact'
import { type PriceFor, priceFor } from './price-for'

/** Gives back what an order held: its place at the sitting and, if it was limited, its use of the day, month or year. */
export async function giveBack(work: Work, order: MealOrderRecord, now: Date): Promise<void> {
  const sitting = await work.get('sittings', order.sittingId)
  await giveUsesBack(work, order, now)
  work.put('sittings', givePlaceBack(sitting, order.mode))
}

/**
 * Takes an order's uses out of the record that counts them. What it frees goes to the next order that had to do without: the
 * elder who cancels a subsidised lunch does not pay the dinner of that day in full.
 */
export async function giveUsesBack(work: Work, { id, usedIn }: MealOrderRecord, now: Date): Promise<void> {
  const used = usedIn === null ? null : await work.find('subsidyUses', usedIn)
  if (!used) return
  const isFreed = used.uses.some((use) => use.orderId === id)
  const rest = withoutUsesOf(used, id)
  work.put('subsidyUses', isFreed ? await helpDenied(work, rest, now) : rest)
}

/** So many orders are looked at: a cancellation must not wait for a year of them. */
const MOST_HELPED = 5

async function helpDenied(work: Work, used: SubsidyUseRecord, now: Date): Promise<SubsidyUseRecord> {
  let after = used
  const today = localDate(now)
  const coming = used.denied
    .filter((id) => dateIn(id) >= today)
    .sort((a, b) => (dateIn(a) < dateIn(b) ? -1 : 1))
  for (const id of coming.slice(0, MOST_HELPED)) {
    const order = await work.find('mealOrders', id)
    if (!order || !isLive(order) || order.startsAt <= now.toISOString()) continue
    const price = await priceNow(work, order, withoutUsesOf(after, id).uses, now)
    if (price?.period !== after.period || price.priced.price.elderPays >= order.elderPays) continue
    after = withUses(after, id, price.priced.uses, price.isDenied)
    const { priced, policy } = price
    work.put('mealOrders', withPrice(order, { priced, policyId: policy?.id ?? null, usedIn: after.id }))
  }
  return after
}

/** What an order would cost now; null where it could not be booked any more: then it stays as it is. */
async function priceNow(
  work: Work,
  order: MealOrderRecord,
  uses: readonly Use[],
  now: Date,
): Promise<PriceFor | null> {
  const sitting = await work.find('sittings', order.sittingId)
  const elder = await work.find('elders', order.elderId)
  if (!sitting || !elder) return null
  try {
    const meal = { sitting, set: setOf(sitting, order.setId), mode: order.mode }
    return await priceFor(meal, elder, { now, usesIn: async () => uses })
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
