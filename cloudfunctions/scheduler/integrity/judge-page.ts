import type { CollectionName, Documents } from '../../_domain/documents'
import { type Mismatch, mismatchesOf, stillSo, wantedFor } from '../../_domain/integrity/judging'
import { knownFrom, type Records } from '../../_domain/integrity/known'
import type { About } from '../../_domain/integrity/rule'
import { command } from '../../_shell/cloud'
import type { CountedReads } from './counted-reads'

/**
 * What is not so of some records of one collection. What seems so is read again, with all that belongs to it: somebody may have
 * written just then.
 */
export async function judgePage<N extends CollectionName>(
  name: N,
  records: readonly Documents[N][],
  night: { reads: CountedReads; about: About },
): Promise<Mismatch[]> {
  const first = await judged(name, records, night)
  if (first.length === 0) return []
  const ids = [...new Set(first.map(({ id }) => id))]
  const again = await night.reads.page(name, { _id: command.in(ids) }, '')
  return stillSo(first, await judged(name, again, night))
}

async function judged<N extends CollectionName>(
  name: N,
  records: readonly Documents[N][],
  { reads, about }: { reads: CountedReads; about: About },
): Promise<Mismatch[]> {
  const read: Partial<Record<CollectionName, { id: string }[]>> = {}
  for (const wanted of wantedFor(name, records, about))
    read[wanted.name] = [...(read[wanted.name] ?? []), ...(await reads.all(wanted))]
  const known = knownFrom(read as Records) // what was read under a name is of that name
  return mismatchesOf(name, records, { ...about, known })
}
