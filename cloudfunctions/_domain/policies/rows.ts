import type { PolicyRow } from '#types/eligibility'
import { chainsOf, lastDay } from './checks/chain'
import type { PolicyRecord } from './records'

/** Policies as a supervisor reads them, the latest first, each with the last day on which it holds. */
export function policyRows(policies: readonly PolicyRecord[]): PolicyRow[] {
  return chainsOf(policies)
    .flatMap((chain) =>
      chain.map((policy, place) => {
        const { id, kind, name, effectiveFrom, source } = policy
        return { id, kind, name, effectiveFrom, source, lastDay: lastDay(policy, chain[place + 1]) }
      }),
    )
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
}
