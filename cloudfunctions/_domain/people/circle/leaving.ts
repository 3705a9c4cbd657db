import { ERASED, erasedActor } from '../elders/forgetting'
import type { AccountRecord, ElderRecord } from '../records'
import type { MembershipRecord } from '../staff/records'
import { newAccount } from './circle'
import type { RelationRecord } from './records'

/** The account of somebody who goes: only whom they registered unseen stays with it, so that going gives them no more of it. */
export const leftAccount = (account: AccountRecord): AccountRecord => ({
  ...newAccount(account.id, '', account),
  ...(account.registered && { registered: account.registered }),
})

/** What somebody was to an elder, once they are forgotten here. */
export const leftRelation = (relation: RelationRecord): RelationRecord => ({
  ...relation,
  state: 'revoked',
  name: ERASED,
  words: null,
  evidence: null,
})

/** Somebody's place in an organisation, ended and without their name. */
export const leftMembership = (membership: MembershipRecord, now: Date): MembershipRecord => ({
  ...membership,
  state: 'ended',
  name: ERASED,
  certificates: [],
  steps: [{ act: 'end', at: now.toISOString(), by: erasedActor(membership.role), note: null }],
})

/** The elder, with somebody no longer in her circle; the same when they were not. */
export const withoutMember = (elder: ElderRecord, openid: string): ElderRecord =>
  elder.circle.includes(openid) ? { ...elder, circle: elder.circle.filter((one) => one !== openid) } : elder
