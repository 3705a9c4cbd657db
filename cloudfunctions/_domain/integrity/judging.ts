import type { IntegrityRule } from '#types/supervision/mismatches'
import type { CollectionName, Documents } from '../documents'
import { together } from './known'
import type { About, Known, Wanted } from './rule'
import { judges } from './rules'

/** A record that breaks a rule. */
export interface Mismatch {
  rule: IntegrityRule
  id: string
  district: string
}

/** The collections of which something is judged, in the order of the rules. */
export const judgedCollections: readonly CollectionName[] = [...new Set(judges.map((judge) => judge.of))]

const of = (name: CollectionName) => judges.filter((judge) => judge.of === name)

/** What has to be read before some records of one collection are judged, in as few questions as possible. */
export const wantedFor = <N extends CollectionName>(
  name: N,
  records: readonly Documents[N][],
  about: Pick<About, 'personOf'>,
): Wanted[] => together(of(name).flatMap((judge) => records.flatMap((record) => judge.wants(record, about))))

/** What is not so of some records of one collection, by every rule of it. */
export const mismatchesOf = <N extends CollectionName>(
  name: N,
  records: readonly (Documents[N] & { district?: string })[],
  { known, ...about }: About & { known: Known },
): Mismatch[] =>
  of(name).flatMap((judge) =>
    records
      .filter((record) => judge.isBroken(record, known, about))
      .map(({ id, district = '' }) => ({ rule: judge.rule, id, district })),
  )

/** What was not so, and is still not so when it is read again: nothing that was being written just then. */
export const stillSo = (first: readonly Mismatch[], again: readonly Mismatch[]): Mismatch[] =>
  first.filter(({ rule, id }) => again.some((one) => one.rule === rule && one.id === id))
