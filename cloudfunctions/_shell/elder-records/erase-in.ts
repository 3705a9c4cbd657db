import type { CollectionName, Documents } from '../../_domain/documents'
import { namedByHer } from '../../_domain/elder-bound'
import { eraseElder } from '../../_domain/people/elders/forgetting'
import { withRecordsBehind } from '../../_domain/people/elders/records-behind'
import type { ElderRecord } from '../../_domain/people/records'
import type { StationRecord } from '../../_domain/stations/records'
import type { Tx } from '../cloud'
import type { Work } from '../transact'

/** A record that her own names, and what is left of it without her; null: it goes. */
interface Left {
  name: CollectionName
  id: string
  left: Documents[CollectionName] | null
}

/**
 * Forgets an elder within a transaction: her own record, and all that it names. What may be many follows (`alignRecords`).
 * @param about her station, and who had it done (`personOf` them)
 */
export async function eraseIn(
  work: Tx | Work,
  elder: ElderRecord,
  { station, by, now }: { station: StationRecord; by: string; now: Date },
): Promise<ElderRecord> {
  const named = await namedBy(work, elder)
  for (const { name, id, left } of named)
    if (left === null) await work.remove(name, id)
    else await work.put(name, left)
  const erased = withRecordsBehind(eraseElder(elder, station, by), now)
  await work.put('elders', erased)
  return erased
}

/** Nothing that her own record names leads to her any more. */
async function namedBy(work: Tx | Work, elder: ElderRecord): Promise<Left[]> {
  const named: Left[] = []
  for (const [name, row] of namedByHer)
    for (const id of new Set(row.ids(elder))) {
      const record = await work.find(name, id)
      if (!record) continue
      const left = row.forgotten === 'removed' ? null : row.forgotten.becomes(record, elder)
      named.push({ name, id, left })
    }
  return named
}
