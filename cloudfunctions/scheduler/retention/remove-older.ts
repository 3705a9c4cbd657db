import type { CollectionName } from '../../_domain/documents'
import { endedStates, withoutEnded } from '../../_domain/people/circle/ended'
import { command, removeWhere, select } from '../../_shell/cloud'
import { retried } from '../../_shell/transact'
import { tidyEach } from '../tidy-each'

/** So many documents are taken away at a time, and so often in one night. */
const MOST_REMOVED = 200
const MOST_ROUNDS = 50

/** What is kept no longer: all in which `retainBy` is less than `from`. */
interface Older {
  retainBy: string
  from: string
}

/** Takes away what is older than its term, and says how much that was; of relations what accounts say of them goes too. */
export function removeOlder(
  name: CollectionName,
  { retainBy, from }: Older,
  isOver: () => boolean,
): Promise<number> {
  if (name === 'relations') return removeRelations(from, isOver)
  return removeInPortions(name, { [retainBy]: command.lt(from) })
}

/** In portions: one call that takes away a year's documents would not answer in time. What changed meanwhile stays. */
async function removeInPortions(name: CollectionName, where: object): Promise<number> {
  let removed = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = await select(name, { where, limit: MOST_REMOVED })
    const those = { ...where, _id: command.in(found.map(({ id }) => id)) }
    if (found.length > 0) removed += await removeWhere(name, those)
    if (found.length < MOST_REMOVED) break
  }
  return removed
}

/** Each with the account that lists it, as both stand then: somebody may be let in again at this moment. */
const removeRelations = (from: string, isOver: () => boolean): Promise<number> =>
  tidyEach(
    'relations',
    { endedAt: command.lt(from), state: command.in(endedStates.relations) },
    ({ id }) => removeRelation(id, from),
    isOver,
  )

const removeRelation = (id: string, from: string): Promise<void> =>
  retried(async (tx) => {
    const relation = await tx.find('relations', id)
    if (relation?.endedAt === undefined || relation.endedAt >= from) return
    const account = await tx.find('accounts', relation.openid)
    const without = account && withoutEnded(account, relation.elderId)
    if (without && without !== account) await tx.put('accounts', without)
    await tx.remove('relations', id)
  })
