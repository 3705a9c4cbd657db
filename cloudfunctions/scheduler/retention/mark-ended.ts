import { endedStates, linesOver } from '../../_domain/people/circle/ended'
import type { ConsentRecord, RelationRecord } from '../../_domain/people/circle/records'
import { command, find, select, updateWhere } from '../../_shell/cloud'
import { everyPage } from '../../_shell/every-page'
import { tidyEach } from '../tidy-each'

/** So many documents are marked at a time, and so often in one night. */
const MOST_MARKED = 200
const MOST_ROUNDS = 20

/**
 * Writes down of relations, memberships and lines of the paper trail that they are over, since their terms are counted from then: who
 * ended them need not know. What is older than this was kept is counted from the first night that sees it, never from an earlier day.
 */
export async function markEnded(now: Date, isOver: () => boolean): Promise<number> {
  const relations = await markStates('relations', now, isOver)
  const memberships = await markStates('memberships', now, isOver)
  const lines = await tidyEach('consents', { endsEarlier: true }, endEarlier, isOver)
  return relations + memberships + lines
}

async function markStates(name: keyof typeof endedStates, now: Date, isOver: () => boolean): Promise<number> {
  const where = { endedAt: null, state: command.in(endedStates[name]) }
  let marked = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = await select(name, { where, limit: MOST_MARKED })
    const those = { ...where, _id: command.in(found.map(({ id }) => id)) }
    if (found.length > 0) marked += await updateWhere(name, those, { endedAt: now.toISOString() })
    if (found.length < MOST_MARKED || isOver()) break
  }
  return marked
}

/** The line itself is marked last: what is broken off is done again. */
async function endEarlier({ id, elderId }: ConsentRecord): Promise<void> {
  const lines: ConsentRecord[] = []
  await everyPage('consents', { elderId, endedAt: null }, async (page) => void lines.push(...page))
  const near: RelationRecord[] = []
  await everyPage('relations', { elderId, state: 'granted' }, async (page) => void near.push(...page))
  for (const line of linesOver(lines, await find('elders', elderId), near))
    await updateWhere('consents', { _id: line.id, endedAt: null }, { endedAt: line.endedAt })
  await updateWhere('consents', { _id: id }, { endsEarlier: false })
}
