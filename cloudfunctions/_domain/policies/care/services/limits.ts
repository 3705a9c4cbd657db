import type { CarePolicy } from '#types/policies/care'
import type { Shortfall } from '#types/policies/care-cases'
import type { LocalDate } from '#types/values'
import { mondayOf, monthOf } from '../months'
import { careTable } from '../table'

/** How often items of the catalogue are covered: the weekly bundle, and once a month. */
export interface ItemLimits {
  /** Of so many minutes of an item on a date, how many its kind leaves, and which limit cuts them. */
  leave(item: string | undefined, on: LocalDate, minutes: number): { minutes: number; why: Shortfall | null }
  /** Counts a service of which so many minutes were covered. */
  count(item: string | undefined, on: LocalDate, minutes: number): void
}

/** Limits that nothing was counted against yet. A service without an item knows no limit but the allowance. */
export function openLimits(policy: CarePolicy): ItemLimits {
  const { items } = careTable(policy)
  const counted = new Map<string, number>()
  const kindOf = (item: string | undefined) => (item === undefined ? undefined : items.get(item)?.item.kind)
  const keyOf = (item: string | undefined, on: LocalDate): string | undefined => {
    const kind = kindOf(item)
    if (kind === 'regular' && policy.weekly) return `week ${mondayOf(on)}`
    return kind === 'monthly' ? `${item} ${monthOf(on)}` : undefined
  }
  return {
    leave(item, on, minutes) {
      const key = keyOf(item, on)
      if (key === undefined) return { minutes, why: null }
      const used = counted.get(key) ?? 0
      if (kindOf(item) === 'monthly')
        return used > 0 ? { minutes: 0, why: 'onceAMonth' } : { minutes, why: null }
      const left = Math.max(0, (policy.weekly?.minutes ?? 0) - used)
      return left < minutes ? { minutes: left, why: 'weekUsedUp' } : { minutes, why: null }
    },
    count(item, on, minutes) {
      const key = keyOf(item, on)
      if (key === undefined) return
      const added = kindOf(item) === 'monthly' ? 1 : minutes
      counted.set(key, (counted.get(key) ?? 0) + added)
    },
  }
}
