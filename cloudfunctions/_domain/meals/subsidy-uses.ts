import { subsidyUseId } from '#types/ids'
import type { ElderRecord } from '../people/records'
import type { Use } from '../policies/meal/facts'
import type { PriceFor } from './pricing'
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
    meals: [],
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

/** What other orders than this one have used of a period, in all records of one person; nothing where nothing is limited. */
export const otherUses = (records: readonly SubsidyUseRecord[], orderId: string): readonly Use[] =>
  records.flatMap((record) => withoutUsesOf(record, orderId).uses)

/** Whose records of a period are of the same person as hers: as she was read, and as the record itself knows since. */
export const joinedWith = (
  elder: Pick<ElderRecord, 'joined' | 'joinedTo'>,
  uses: Pick<SubsidyUseRecord, 'joined' | 'joinedTo'>,
): string[] => [
  ...new Set(
    [elder.joinedTo, uses.joinedTo, ...(elder.joined ?? []), ...(uses.joined ?? [])].filter(
      (id) => id !== undefined,
    ),
  ),
]

/** What an order at a price counts for. */
interface Counted {
  /** The id of the record that knows the order; null where it uses nothing and was denied nothing. */
  usedIn: string | null
  /** The period as it is to be written; null where nothing changes. */
  uses: SubsidyUseRecord | null
}

/** Counts what an order uses at a price. @param record the period of its day; null where nothing is limited */
export function countUses(
  record: SubsidyUseRecord | null,
  orderId: string,
  { priced, isDenied }: PriceFor,
): Counted {
  if (!record) return { usedIn: null, uses: null }
  const after = withUses(record, orderId, priced.uses, isDenied)
  return {
    usedIn: priced.uses.length > 0 || isDenied ? record.id : null,
    uses: JSON.stringify(after) === JSON.stringify(record) ? null : after,
  }
}
