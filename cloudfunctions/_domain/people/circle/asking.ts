import type { Scope } from '#types/contract'
import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import { nameKey } from '#types/names'
import type { LocalDate } from '#types/values'
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

/** Whether asking again changes nothing: they are in already, ask for the same, or were told no on this local date. */
export function isAnswered(
  { state, relation, scopes, since }: RelationRecord,
  wish: { relation: RelationRecord['relation']; scopes: readonly Scope[] },
  today: LocalDate,
): boolean {
  if (state === 'granted') return true
  if (state === 'declined') return localDate(since) === today
  return state === 'asked' && relation === wish.relation && areSameScopes(scopes, wish.scopes)
}

/** So many elders can somebody act for or ask. @throws AppError `CIRCLE_FULL` with `most` */
export function requireRoomToAsk(
  { account, elderId }: { account: AccountRecord | null; elderId: string },
  most: number,
): void {
  const others = account?.relations.filter((one) => one.elderId !== elderId) ?? []
  if (others.length >= most) throw new AppError('CIRCLE_FULL', { most })
}

/**
 * How many have asked for this elder on a local date, with one more; null where so many have that nobody else is heard before the
 * next day. Who waits for an answer from earlier days takes nobody's place.
 */
export function withOneAskMore(
  { asksOn }: ElderRecord,
  today: LocalDate,
  mostADay: number,
): NonNullable<ElderRecord['asksOn']> | null {
  const before = asksOn?.date === today ? asksOn.count : 0
  return before < mostADay ? { date: today, count: before + 1 } : null
}

/**
 * Whether something speaks for who somebody says they are, so that no flood of strangers stands before them: a contact of hers is
 * called so, she let them in before and they went themselves, or they act already for somebody whom a station has seen.
 * @param earlier what they were to her before; null: nothing
 */
export function isKnownAsker(
  { contacts }: Pick<ElderRecord, 'contacts'>,
  name: string,
  { account, earlier }: { account: AccountRecord | null; earlier: RelationRecord | null },
): boolean {
  if (contacts.some((one) => nameKey(one.name) === nameKey(name))) return true
  if (earlier?.hasLeft ? earlier.granted !== null : earlier?.state === 'asked' && earlier.isKnown) return true
  return account?.relations.some(({ state, isUnseen }) => state === 'granted' && !isUnseen) ?? false
}
