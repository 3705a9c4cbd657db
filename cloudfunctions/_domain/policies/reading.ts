import type { PolicyReading } from '#types/eligibility'
import type { PolicyRecord } from './records'
import { policyRows } from './rows'
import { inSentences } from './words/said'
import { policyTerms } from './words/terms'

/**
 * What a policy says and would change, for whoever answers for storing it.
 * @param policies those of its kind that are stored
 * @param between the two that it would stand between
 */
export function readingOf(
  policy: PolicyRecord,
  policies: readonly PolicyRecord[],
  between: { before: string | null; next: string | null },
): PolicyReading {
  const now = policyRows(policies)
  const then = policyRows([...policies, policy])
  const named = (rows: typeof now, id: string | null) => rows.find((one) => one.id === id) ?? null
  const row = named(then, policy.id)
  if (!row) throw new Error('the policy that is read is not in the list')
  const before = named(then, between.before)
  const next = named(then, between.next)
  return {
    policy: row,
    before: before && {
      id: before.id,
      name: before.name,
      lastDay: lastDayOf(before),
      lastDayNow: named(now, between.before)?.lastDay ?? null,
    },
    next: next && { id: next.id, name: next.name, effectiveFrom: next.effectiveFrom },
    said: policyTerms(policy).map(inSentences),
  }
}

function lastDayOf({ id, lastDay }: { id: string; lastDay: string | null }): string {
  if (lastDay === null) throw new Error(`the policy ${id} does not end although another follows`)
  return lastDay
}
