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

/**
 * Whose records are of the same person as one of hers, besides that one: as she was read, and as the record itself knows since.
 * @param elder the registration that stands for her, which knows all others
 */
export const joinedWith = (
  elder: Pick<ElderRecord, 'id' | 'joined' | 'joinedTo'>,
  own: Pick<SubsidyUseRecord, 'elderId' | 'joined' | 'joinedTo'>,
): string[] =>
  [
    ...new Set([elder.id, elder.joinedTo, own.joinedTo, ...(elder.joined ?? []), ...(own.joined ?? [])]),
  ].flatMap((id) => (id === undefined || id === own.elderId ? [] : [id]))

/**
 * The period of the registration that stands for her, to be written with a change of what another one counts; none where it is hers that
 * changes, or there is no other.
 */
export const touchedBeside = (
  records: readonly SubsidyUseRecord[],
  changed: readonly SubsidyUseRecord[],
  now: Date,
): SubsidyUseRecord[] =>
  records
    .filter(({ id, joinedTo }) => joinedTo === undefined && changed.every((one) => one.id !== id))
    .filter((one) => changed.some(({ elderId }) => elderId !== one.elderId))
    .map((one) => ({ ...one, besideAt: now.toISOString() }))

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
