import { Membership } from '#types/people/staff'
import { Id } from '#types/values'
import * as z from '#types/z'
import { Openid } from '../records'

/** Somebody's place in an organisation, as it is kept. What is missing follows from the role and the day. */
export const MembershipRecord = z.extend(z.omit(Membership, { missing: true }), {
  district: Id,
  openid: Openid,
  /** Of no elder: the audit record wants to know. */
  elderId: z.nullable(Id),
})

/** A district and its towns. */
export const DistrictRecord = z.strictObject({
  id: Id,
  name: z.string(),
  /** The city that it belongs to: its people may eat in every district of it. */
  cityId: Id,
  invented: z.boolean(),
  towns: z.array(z.strictObject({ id: Id, name: z.string() })),
})

export type MembershipRecord = z.infer<typeof MembershipRecord>
export type DistrictRecord = z.infer<typeof DistrictRecord>
