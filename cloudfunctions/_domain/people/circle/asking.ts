import type { Scope } from '#types/contract'
import { AppError } from '#types/errors'
import type { AccountRecord, ElderRecord } from '../records'
import { areSameScopes } from './circle'
import type { RelationRecord } from './records'

/**
 * An elder whom the caller may ask: somebody else, whose data are there.
 * @throws AppError `NOT_FOUND_BY_THIS`, `OWN_ELDER`
 */
export function requireAskable({ state, openid }: ElderRecord, caller: string): void {
  if (state === 'erased') throw new AppError('NOT_FOUND_BY_THIS')
  if (openid === caller) throw new AppError('OWN_ELDER')
}

/** Whether asking again changes nothing: they are in already, or ask for the same. */
export function isAnswered(
  { state, relation, scopes }: RelationRecord,
  wish: { relation: RelationRecord['relation']; scopes: readonly Scope[] },
): boolean {
  if (state === 'granted') return true
  return state === 'asked' && relation === wish.relation && areSameScopes(scopes, wish.scopes)
}

/**
 * So many elders can somebody act for or ask, and so many can ask one elder at a time.
 * @param asking who asks her now
 * @throws AppError `CIRCLE_FULL` with `most`
 */
export function requireRoomToAsk(
  { account, openid, elderId }: { account: AccountRecord | null; openid: string; elderId: string },
  asking: readonly RelationRecord[],
  most: number,
): void {
  const others = account?.relations.filter((one) => one.elderId !== elderId) ?? []
  const isAsking = asking.some((one) => one.openid === openid)
  if (others.length >= most || (asking.length >= most && !isAsking))
    throw new AppError('CIRCLE_FULL', { most })
}
