import type { MealSet, Mode, Price } from '#types/meals'
import { countsDayUses, type DayUse, policyOn, priceMeal } from '../_domain/price'
import type { SittingRecord } from '../_domain/records/meals'
import type { ElderRecord } from '../_domain/records/people'
import type { MealPolicy } from '../_domain/records/policies'
import { mealPolicies } from '../_shell/policies'

/**
 * Prices a set of a sitting for an elder by the policy in force on the day of eating.
 * What the elder has had that day is asked for (`usesOf`) only when a rule depends on it.
 */
export async function priceFor(
  { sitting, set, mode }: { sitting: SittingRecord; set: MealSet; mode: Mode },
  elder: ElderRecord,
  { now, usesOf }: { now: Date; usesOf: () => Promise<readonly DayUse[]> },
): Promise<{ price: Price; policy: MealPolicy | null }> {
  const policy = policyOn(await mealPolicies(sitting.district, now), sitting.date)
  const meal = { list: set.price, label: set.name, slot: sitting.slot, mode, on: sitting.date }
  const used = countsDayUses(policy, meal, elder) ? await usesOf() : []
  return { price: priceMeal(meal, elder, policy, used), policy }
}
