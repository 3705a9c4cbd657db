import { isLent, isNamedFor } from '../../access/holdings'
import type { AccountRecord, ElderRecord } from '../records'
import { type LikenessTerms, undoableUntil } from './joining'
import type { LikenessRecord } from './records'

/**
 * Whether two registrations were joined or told apart, and that was taken back so lately that a page may still be open on which they are
 * one.
 */
export function arePartedLately(
  { state, decided }: Pick<LikenessRecord, 'state' | 'decided'>,
  now: Date,
  terms: LikenessTerms,
): boolean {
  return state === 'found' && decided !== null && undoableUntil(decided.at, terms) > now.toISOString()
}

/**
 * Whose door somebody is to go to. Whoever calls with a phone that is lent to another elder is visited at home: she may be another person,
 * and nothing that is said of the one is said of the other.
 * @param standing whoever stands for the elder that was named
 * @param joined second registrations of hers
 */
export function visitedFor(
  { id, self }: Pick<AccountRecord, 'id' | 'self'>,
  standing: ElderRecord,
  joined: readonly ElderRecord[],
): ElderRecord {
  const isLentHer = self !== null && isLent(self) && standing.openid === id
  return (isLentHer && joined.find(({ openid }) => openid === id)) || standing
}

/** Whether a caller who is no staff knows an elder only under another registration than the one under which a visit was asked for. */
export const knowsByOther = (
  account: AccountRecord,
  { elderId, asker }: { elderId: string; asker: string },
): boolean => asker !== account.id && !isNamedFor(account, elderId)
