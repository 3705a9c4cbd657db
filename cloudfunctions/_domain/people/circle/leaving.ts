import { ERASED, erasedActor } from '../elders/forgetting'
import type { ElderRecord } from '../records'
import type { MembershipRecord } from '../staff/records'
import type { RelationRecord } from './records'

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
