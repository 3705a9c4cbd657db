import type { Mode } from '#types/meals/sittings'
import type { MealOrderRecord, SittingRecord } from '../../_domain/meals/records'
import { setOf } from '../../_domain/meals/sittings'
import type { ElderRecord } from '../../_domain/people/records'
import type { PricedMeal } from '../../_domain/policies/meal/price'
import type { Work } from '../../_shell/transact'
import { giveUsesBack } from './give-back'
import { priceFor } from './price-for'
import { usesOf } from './uses-of'

/** The price of an order as it would be booked now, and how its uses are written once everything is read. */
interface Repriced {
  priced: PricedMeal
  policyId: string | null
  usedIn: string | null
  /** Counts what the order uses now in place of what it used before. Call it once, after the last decision. */
  write(): Promise<void>
}

/** Prices an order anew, in its own mode or another. What the other orders have used stays as it is. */
export async function reprice(
  work: Work,
  { order, sitting, elder }: { order: MealOrderRecord; sitting: SittingRecord; elder: ElderRecord },
  mode: Mode,
  now: Date,
): Promise<Repriced> {
  const uses = usesOf(work, elder, order.id)
  const meal = { sitting, set: setOf(sitting, order.setId), mode }
  const price = await priceFor(meal, elder, { now, usesIn: uses.read })
  const usedIn = uses.idFor(price)
  return {
    priced: price.priced,
    policyId: price.policy?.id ?? null,
    usedIn,
    async write() {
      if (order.usedIn !== null && order.usedIn !== usedIn) await giveUsesBack(work, order, now)
      if (usedIn !== null) uses.write(price)
    },
  }
}
