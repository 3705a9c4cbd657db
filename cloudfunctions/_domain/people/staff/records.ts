import { mostDaysAhead } from '#types/limits'
import { Membership } from '#types/people/staff'
import { longestPhone } from '#types/phones'
import { GeoPoint, Id, Instant, lineOf, Title } from '#types/values'
import { EmergencyFromAfar } from '#types/visits'
import * as z from '#types/z'
import { Openid } from '../records'

/** Somebody's place in an organisation, as it is kept. What is missing follows from the role and the day. */
export const MembershipRecord = z.extend(z.omit(Membership, { missing: true }), {
  district: Id,
  openid: Openid,
  /** Where somebody who goes to doors starts from, for finding the nearest; null: not said. */
  location: z.nullable(GeoPoint),
  /** Of no elder: the audit record wants to know. */
  elderId: z.nullable(Id),
  /** Since when it is over, as the night saw it. Absent: it is not, or no night has seen it since. */
  endedAt: z.optional(Instant),
})

/** A district and its towns. */
export const DistrictRecord = z.strictObject({
  id: Id,
  name: Title,
  /** The city that it belongs to: its people may eat in every district of it. */
  cityId: Id,
  invented: z.boolean(),
  /** What to dial for an ambulance from another city, as somebody tried it; null: nobody has. */
  emergencyFromAfar: z.nullable(EmergencyFromAfar),
  towns: z.array(z.strictObject({ id: Id, name: Title })),
  /** Who answers the telephone while stations are closed; null: nobody. */
  answersWhenClosed: z.nullable(z.strictObject({ name: Title, phone: lineOf(longestPhone) })),
  /** How many days after today meals can be booked. Absent: as many as where nobody says otherwise. */
  daysAhead: z.optional(z.int().check(z.minimum(0), z.maximum(mostDaysAhead))),
})

export type MembershipRecord = z.infer<typeof MembershipRecord>
export type DistrictRecord = z.infer<typeof DistrictRecord>
