import type { CollectionName, Documents } from '../../_domain/documents'
import type { Together } from '../../_domain/elder-row'
import type { ElderRecord } from '../../_domain/people/records'
import type { Tx } from '../cloud'
import { retried } from '../transact'

/** Changes a record of an elder with what belongs to it, all or none; as it stands then, which may be gone or done already. */
export function changeTogether<N extends CollectionName>(
  name: N,
  id: string,
  rule: Together<N>,
  about: { elder: ElderRecord; now: Date },
): Promise<void> {
  return retried(async (tx) => {
    const record = await tx.find(name, id)
    if (!record) return
    const read = await readAll(tx, rule.reads(record))
    const after = rule.becomes(record, read, about)
    for (const [other, changed] of entriesOf<Documents[CollectionName]>(after ?? {}))
      if (changed && changed !== read[other]) await tx.put(other, changed)
  })
}

async function readAll(tx: Tx, ids: { [N in CollectionName]?: string | null }): Promise<Partial<Documents>> {
  const read: Partial<Record<CollectionName, unknown>> = {}
  for (const [name, id] of entriesOf(ids)) if (id) read[name] = (await tx.find(name, id)) ?? undefined
  return read as Partial<Documents> // what was found under a name is a document of that name
}

const entriesOf = <V>(named: { [N in CollectionName]?: V }) =>
  Object.entries(named) as [CollectionName, V | undefined][] // its keys are these names
