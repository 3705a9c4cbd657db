import { addDays } from '#types/days'
import type { IntegrityRule } from '#types/supervision/mismatches'
import type { LocalDate } from '#types/values'
import type { CollectionName, Documents, Field } from '../documents'
import type { ElderRecord } from '../people/records'

/** Records that a rule wants to see beside the one it judges: those in whose fields one of these values stands. */
export interface Wanted {
  name: CollectionName
  where: Readonly<Record<string, readonly string[]>>
}

/** What was read for a page of records. */
export interface Known {
  find<N extends CollectionName>(name: N, id: string | null): Documents[N] | null
  having<N extends CollectionName>(name: N, field: Field<N>, value: string): Documents[N][]
}

/** When it is judged, and what only the cloud can tell. */
export interface About {
  today: LocalDate
  now: Date
  personOf(openid: string): string
  /** Whether every sealed part of an elder can be opened. */
  opens(elder: ElderRecord): boolean
}

/**
 * What has to be so of each record of one collection, whatever was done with it: a rule of values that finds what no action should
 * leave behind, and changes nothing.
 */
export interface Judge<N extends CollectionName> {
  rule: IntegrityRule
  of: N
  wants(record: Documents[N], about: Pick<About, 'personOf'>): readonly Wanted[]
  isBroken(record: Documents[N], known: Known, about: About): boolean
}

/** Some records by their ids; what is null is nothing to be read. */
export const byIds = (name: CollectionName, ids: readonly (string | null)[]): Wanted => ({
  name,
  where: { id: ids.filter((id) => id !== null) },
})

/** Days for which every record of a meal is kept, also those that are kept by the year. */
const KEPT_DAYS = 700

/** Whether nothing that belongs to a local date has been taken away yet, because it was kept long enough. */
export const isKept = (date: LocalDate, { today }: Pick<About, 'today'>): boolean =>
  date >= addDays(today, -KEPT_DAYS)

/** Whether what follows an elder may still be behind what her own record says. */
export const isBehind = ({ recordsBehindSince }: Pick<ElderRecord, 'recordsBehindSince'>): boolean =>
  recordsBehindSince !== null
