import type { CollectionName, Documents } from '../../_domain/documents'
import type { Together } from '../../_domain/elder-row'
import type { MessageRecord } from '../../_domain/messages/records'
import type { ElderRecord } from '../../_domain/people/records'
import { claimOf } from '../claims/store'
import type { Tx } from '../cloud'
import { deliver } from '../outbox'
import { giveAllBack } from '../planning/share-again'
import { notices } from '../policies'
import { retried } from '../transact'

/** By which rule, for whom, and when. */
interface Change<N extends CollectionName> {
  rule: Together<N>
  elder: ElderRecord
  now: Date
}

/**
 * Changes records of an elder, each with what belongs to it, all or none; as it stands then, which may be gone or done already.
 * Whoever is to know of it is told, of all of them at once.
 */
export async function changeTogether<N extends CollectionName>(
  name: N,
  records: readonly Documents[N][],
  change: Change<N>,
): Promise<void> {
  const messages: MessageRecord[] = []
  try {
    for (const record of records) {
      const message = await changeOne(name, record, change)
      if (message) messages.push(message)
    }
  } finally {
    await Promise.all(messages.map(deliver)) // what is written is told, whatever became of the next
  }
}

/** The message that was written with it, to be sent. */
async function changeOne<N extends CollectionName>(
  name: N,
  known: Documents[N],
  { rule, ...about }: Change<N>,
): Promise<MessageRecord | undefined> {
  const at = rule.givesBack?.(known)
  const held = at && (await claimOf(at))
  let isLeft = false
  const after = await retried(async (tx) => {
    const record = await tx.find(name, known.id)
    if (!record) return null
    const read = await readAll(tx, rule.reads(record))
    const becomes = rule.becomes(record, read, { ...about, notices })
    isLeft = becomes === null && (held && rule.leaves?.(record, held)) === true
    for (const [other, changed] of entriesOf<Documents[CollectionName]>(becomes ?? {}))
      if (changed && changed !== read[other]) await tx.put(other, changed)
    return becomes
  })
  if (at && held && (after || isLeft)) await giveAllBack(at, held, about.now)
  return after?.messages
}

async function readAll(tx: Tx, ids: { [N in CollectionName]?: string | null }): Promise<Partial<Documents>> {
  const read: Partial<Record<CollectionName, unknown>> = {}
  for (const [name, id] of entriesOf(ids)) if (id) read[name] = (await tx.find(name, id)) ?? undefined
  return read as Partial<Documents> // what was found under a name is a document of that name
}

const entriesOf = <V>(named: { [N in CollectionName]?: V }) =>
  Object.entries(named) as [CollectionName, V | undefined][] // its keys are these names
