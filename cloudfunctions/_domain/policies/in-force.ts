import type { PolicyKind } from '#types/policies'
import type { Limit, MealPolicy } from '#types/policies/meal'
import type { LocalDate } from '#types/values'
import { mealTable } from './meal/table'
import type { PolicyRecord } from './records'

/**
 * The policy of a kind that is in force on a local date: the latest that has begun, unless it has ended. One without a last
 * day ends when the next begins. Null: none.
 */
export function policyOn<K extends PolicyKind>(
  policies: readonly PolicyRecord[],
  kind: K,
  date: LocalDate,
): (PolicyRecord & { kind: K }) | null {
  let latest: PolicyRecord | null = null
  for (const policy of policies) {
    if (policy.kind !== kind || policy.effectiveFrom > date) continue
    if (latest === null || policy.effectiveFrom > latest.effectiveFrom) latest = policy
  }
  if (latest === null || (latest.effectiveTo !== null && latest.effectiveTo < date)) return null
  return latest as PolicyRecord & { kind: K } // of this kind, by the loop above
}

/** How much of a date names the period: `YYYY-MM` or `YYYY`. */
const WIDTH: Record<Limit['per'], number> = { slot: 7, day: 7, month: 7, year: 4 }

/**
 * The period in whose record a policy's uses are kept: the widest of its limits, a month at least, so that uses are found
 * again where one policy counts by days and the next by months. Null where it limits nothing.
 */
export function periodOfUses(policy: MealPolicy | null, date: LocalDate): string | null {
  const periods = policy === null ? [] : mealTable(policy).periods
  if (periods.length === 0) return null
  return date.slice(0, Math.min(...periods.map((per) => WIDTH[per])))
}
