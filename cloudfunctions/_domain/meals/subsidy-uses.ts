import { subsidyUseId } from '#types/ids'
import type { Use } from '../policies/meal/facts'
import type { SubsidyUseRecord } from './records'

/** An elder's period without any use yet. */
export function emptyUses(elder: { id: string; district: string }, period: string): SubsidyUseRecord {
  return {
    id: subsidyUseId(elder.id, period),
    district: elder.district,
    elderId: elder.id,
    period,
    uses: [],
    denied: [],
  }
}

/** The period with what an order uses of it, in place of what the same order used before. `isDenied`: others left it too little. */
export function withUses(
  record: SubsidyUseRecord,
  orderId: string,
  uses: readonly Omit<Use, 'orderId'>[],
  isDenied: boolean,
): SubsidyUseRecord {
  const others = withoutUsesOf(record, orderId)
  return {
    ...others,
    uses: [...others.uses, ...uses.map((use) => ({ ...use, orderId }))],
    denied: isDenied ? [...others.denied, orderId] : others.denied,
  }
}

/** The period without what an order had used of it. */
export function withoutUsesOf(record: SubsidyUseRecord, orderId: string): SubsidyUseRecord {
  return {
    ...record,
    uses: record.uses.filter((use) => use.orderId !== orderId),
    denied: record.denied.filter((id) => id !== orderId),
  }
}
