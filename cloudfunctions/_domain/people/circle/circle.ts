import type { Scope } from '#types/contract'
import { AppError } from '#types/errors'
import type { AskAtStation, CircleMember, GuardianEvidence } from '#types/people/circle'
import { can, type RelationAct, relationMoves } from '#types/states'
import type { LocalDate } from '#types/values'
import { isLentAt } from '../../access/account-on'
import { concernOfElder } from '../../access/concerns'
import { grantFor } from '../../access/grants'
import { maskName } from '../../base/masks'
import { noticesWithout } from '../elders/forgetting'
import { summaryOf } from '../elders/summary'
import type { Decision } from '../privacy/consents'
import type { AccountRecord, AskSummary, ElderRecord, RelationSummary } from '../records'
import type { InvitationRecord, RelationRecord } from './records'

type Kin = CircleMember['relation']

/** How many asks an elder's own account keeps, so that her home page reads no more; beyond that they are counted in her circle. */
const MOST_ASKS = 100

/** Limits of a district on circles and codes; data. */
export interface PeopleTerms {
  triesPerHour: number
  invitationHours: { family: number; self: number; staff: number }
  mostInCircle: number
}

/** An account of somebody new: no name yet but the one they give. */
export function newAccount(
  id: string,
  name: string,
  { district, invented }: { district: string; invented: boolean },
): AccountRecord {
  const nothing = { self: null, relations: [], memberships: [], asks: [], place: null, notices: [] }
  return { id, district, name, invented, ...nothing }
}

/**
 * The name under which somebody acts: their account's, else the one that they give now.
 * @throws AppError `BAD_INPUT` naming the field when there is neither
 */
export function nameOf(account: AccountRecord | null, given: string | undefined): string {
  const name = account?.name || given
  if (!name) throw new AppError('BAD_INPUT', { fields: ['name'] })
  return name
}

/** What somebody asked an elder for; nothing is granted by it. */
export function askRelation(
  id: string,
  wish: { relation: Kin; scopes: Scope[]; words: string | null },
  {
    elder,
    openid,
    name,
    now,
    isKnown = false,
  }: { elder: ElderRecord; openid: string; name: string; now: Date; isKnown?: boolean },
): RelationRecord {
  return {
    id,
    ...placeOf(elder, now),
    openid,
    name,
    ...wish,
    state: 'asked',
    since: now.toISOString(),
    granted: null,
    evidence: null,
    ...(isKnown && { isKnown }),
  }
}

/** The same, brought in by an invitation that the elder made: it carries her yes. */
export function invitedRelation(
  id: string,
  invitation: InvitationRecord,
  about: { elder: ElderRecord; openid: string; name: string; now: Date; decision: Decision },
): RelationRecord {
  const wish = { relation: invitation.relation ?? 'relative', scopes: invitation.scopes, words: null }
  return grantRelation(askRelation(id, wish, about), wish.scopes, {
    ...about,
    decision: { ...about.decision, how: 'invitation' },
    evidence: null,
  })
}

function placeOf(elder: ElderRecord, now: Date) {
  return {
    district: elder.district,
    elderId: elder.id,
    stationId: elder.stationId,
    elderName: elder.name,
    building: elder.building,
    asksElder: elder.openid !== null && !isLentAt(elder, now), // on a lent phone she answers nobody
  }
}

/** Somebody let in, or let in for something else. */
export function grantRelation(
  record: RelationRecord,
  scopes: Scope[],
  {
    decision: { by, capacity, how, witness },
    evidence,
    now,
  }: {
    decision: Omit<Decision, 'how'> & { how: NonNullable<RelationRecord['granted']>['how'] }
    evidence: RelationRecord['evidence']
    now: Date
  },
): RelationRecord {
  const moved = moveRelation(record, 'grant')
  const at = now.toISOString()
  return { ...moved, scopes, evidence, since: at, granted: { by, capacity, how, witness, at } }
}

/** @throws AppError `WRONG_STATE` where the table does not allow it */
export function moveRelation(record: RelationRecord, act: RelationAct): RelationRecord {
  if (!can(record.state, act, relationMoves)) throw new AppError('WRONG_STATE', { state: record.state })
  const { endedAt: _, ...moved } = record // whoever is let in again is not over
  return { ...moved, state: relationMoves[act].to }
}

/** Somebody who was told no, since now. @throws AppError `WRONG_STATE` */
export const declineRelation = (record: RelationRecord, now: Date): RelationRecord => ({
  ...moveRelation(record, 'decline'),
  since: now.toISOString(),
})

/** Whether a guardian's paper no longer counts on a local date. */
export const hasEnded = ({ until }: GuardianEvidence, today: LocalDate): boolean =>
  until !== null && until < today

/** Whether two sets of scopes say the same. */
export const areSameScopes = (a: readonly Scope[], b: readonly Scope[]): boolean =>
  a.length === b.length && a.every((scope) => b.includes(scope))

/** Where somebody lives whom the account's owner need not find. */
const NOWHERE = { lng: 0, lat: 0 }

/** The relative's account, saying what they may do for this elder now. */
export function withRelation(
  account: AccountRecord,
  record: RelationRecord,
  elder: ElderRecord,
): AccountRecord {
  const isIn = record.state === 'granted'
  const summary: RelationSummary = {
    ...summaryOf(elder),
    ...(!isIn && { name: maskName(elder.name), place: NOWHERE, isPlaceUnknown: true, returned: [] }),
    relation: record.relation,
    scopes: record.scopes,
    state: record.state,
    since: record.since,
    until: record.evidence?.until ?? null,
  }
  const others = account.relations.filter((one) => one.elderId !== elder.id)
  const notices = isIn ? account.notices : noticesWithout(account, elder.id)
  return { ...account, relations: [...others, summary], notices }
}

/** The account of somebody who has nothing to do with this elder any more. */
export const withoutRelation = (account: AccountRecord, elderId: string): AccountRecord => ({
  ...account,
  relations: account.relations.filter((one) => one.elderId !== elderId),
  notices: noticesWithout(account, elderId),
})

/** So many may act for one elder. @throws AppError `CIRCLE_FULL` with `most` */
export function requireRoomInCircle({ circle }: Pick<ElderRecord, 'circle'>, terms: PeopleTerms): void {
  if (circle.length >= terms.mostInCircle) throw new AppError('CIRCLE_FULL', { most: terms.mostInCircle })
}

/** The elder, with somebody in her circle. @throws AppError `CIRCLE_FULL` */
export function withMember(elder: ElderRecord, openid: string, terms: PeopleTerms): ElderRecord {
  if (elder.circle.includes(openid)) return elder
  requireRoomInCircle(elder, terms)
  return { ...elder, circle: [...elder.circle, openid] }
}

/** What an elder's own account keeps of somebody who asks. */
export const askSummary = ({ id, name, relation, isKnown }: RelationRecord): AskSummary => ({
  memberId: id,
  name,
  relation,
  ...(isKnown && { isKnown }),
})

/** The elder's own account, told that somebody asks; known ones first, then who waits longest, so that nobody pushes others off. */
export function withAsk(account: AccountRecord, relation: RelationRecord): AccountRecord {
  const others = account.asks.filter((ask) => ask.memberId !== relation.id)
  const all = [...others, askSummary(relation)]
  const asks = [...all.filter(({ isKnown }) => isKnown), ...all.filter(({ isKnown }) => !isKnown)]
  const hasMore = account.hasMoreAsks || asks.length > MOST_ASKS
  return { ...account, asks: asks.slice(0, MOST_ASKS), ...(hasMore && { hasMoreAsks: true }) }
}

/** The elder's own account, once an ask is answered. */
export const withoutAsk = (account: AccountRecord, memberId: string): AccountRecord => ({
  ...account,
  asks: account.asks.filter((ask) => ask.memberId !== memberId),
})

/** A member as the elder, her guardian or the station reads it. */
export function circleMember(record: RelationRecord): CircleMember {
  const { id, name, relation, state, scopes, words, since, granted, hasLeft, isKnown } = record
  const shown = { id, name, relation, state, scopes, words, since, granted }
  return { ...shown, ...(hasLeft && { hasLeft }), ...(state === 'asked' && isKnown && { isKnown }) }
}

/** What a station reads of somebody who asks for an elder without a phone. */
export function askAtStation(record: RelationRecord, elder: ElderRecord | null): AskAtStation {
  const { id, elderId } = record
  const { name: elderName = record.elderName, building = record.building } = elder ?? {}
  return { id, elderId, elderName: maskName(elderName), building, member: circleMember(record) }
}

/**
 * Whether a code may be used by this person.
 * @throws AppError `CODE_USED`, `CODE_EXPIRED`
 */
export function requireUsable(invitation: InvitationRecord, openid: string, now: Date): void {
  if (invitation.usedBy !== null && invitation.usedBy !== openid) throw new AppError('CODE_USED')
  if (invitation.usedBy === null && invitation.expiresAt <= now.toISOString())
    throw new AppError('CODE_EXPIRED')
}

/**
 * A code is worth what its maker may still decide: a guardian's until the guardianship ends, a lost phone's until it is no
 * longer the elder's, a clerk's, who wrote down her yes on paper, while they work at her station; of a registration that was joined to
 * another it is worth nothing. Nobody uses their own.
 * @throws AppError `CODE_EXPIRED`, `FORBIDDEN`
 */
export function requireStillMeant(
  { paper, byOpenid }: InvitationRecord,
  elder: ElderRecord,
  { maker, openid }: { maker: AccountRecord | null; openid: string },
): void {
  if (byOpenid === openid) throw new AppError('FORBIDDEN')
  if (elder.joinedTo !== undefined) throw new AppError('CODE_EXPIRED')
  const deciders = paper ? (['clerk'] as const) : (['elder', 'guardian'] as const)
  if (!maker || !grantFor(maker, deciders, concernOfElder(elder))) throw new AppError('CODE_EXPIRED')
}

/** The elder's yes that an invitation carries. */
export function decisionIn({ by, paper, from }: InvitationRecord, elder: ElderRecord): Decision {
  if (paper)
    return { by: elder.name, capacity: 'elder', how: paper.how, form: paper.form, witness: paper.witness }
  const isGuardian = by.role === 'family'
  return {
    by: isGuardian ? by.name : elder.name || from,
    capacity: isGuardian ? 'guardian' : 'elder',
    how: 'app',
    form: null,
    witness: null,
  }
}
