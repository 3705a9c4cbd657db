import type { Instant } from '#types/values'
import type { AccountRecord, ElderRecord } from '../records'
import type { ConsentRecord, RelationRecord } from './records'

/** In which states a relation or a membership is over, until somebody begins it anew. */
export const endedStates = { relations: ['declined', 'revoked', 'lapsed'], memberships: ['ended'] } as const

/**
 * Which lines of one elder's paper trail are over, and since when: since the next one about the same, unless they say what holds now.
 * The last one stays: it says how things stand, also where it is a no. Once her data are gone all are over, since the last of them.
 * @param lines all of hers that are not known to be over
 * @param near who is in her circle
 */
export function linesOver(
  lines: readonly ConsentRecord[],
  elder: ElderRecord | null,
  near: readonly RelationRecord[],
): { id: string; endedAt: Instant }[] {
  const inOrder = [...lines].sort((a, b) => a.at.localeCompare(b.at))
  const isErased = elder === null || elder.state === 'erased'
  return inOrder.flatMap((line) => {
    const next = isErased
      ? inOrder.at(-1)
      : inOrder.find((other) => other.at > line.at && isSaidOf(other, line) && !holds(line, elder, near))
    return next ? [{ id: line.id, endedAt: next.at }] : []
  })
}

const isSaidOf = (one: ConsentRecord, other: ConsentRecord): boolean =>
  one.purpose === other.purpose && whomOf(one) === whomOf(other)

/** Whom a line about her circle is about, for what aside: two people of one name are told apart by when they were let in. */
const whomOf = ({ about }: ConsentRecord): string | null => about?.split(':')[0] ?? null

/** Whether a line is the yes by which something is done today. */
function holds(line: ConsentRecord, { consents }: ElderRecord, near: readonly RelationRecord[]): boolean {
  if (!line.isGiven) return false
  if (line.purpose === 'circle')
    return near.some(({ name, granted }) => name === whomOf(line) && granted?.at === line.at)
  return consents[line.purpose]?.at === line.at
}

/** An account that lists an elder no more to whom its owner was something once; the same where they are let in, or ask again. */
export function withoutEnded(account: AccountRecord, elderId: string): AccountRecord {
  const isOver = (one: AccountRecord['relations'][number]) =>
    one.elderId === elderId && endedStates.relations.some((state) => state === one.state)
  if (!account.relations.some(isOver)) return account
  return { ...account, relations: account.relations.filter((one) => !isOver(one)) }
}
