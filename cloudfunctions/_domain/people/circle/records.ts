import { Actor } from '#types/actors'
import { roles, scopes } from '#types/contract'
import { CircleMember, GuardianEvidence } from '#types/people/circle'
import { capacities, decisionWays } from '#types/people/decisions'
import { Agreed, Paper } from '#types/people/elders'
import { KinRelation } from '#types/people/relations'
import { orgKinds } from '#types/people/staff'
import { Code, Id, Instant } from '#types/values'
import { helperKinds } from '#types/visits'
import * as z from '#types/z'
import { Openid } from '../records'

/** Somebody near an elder, one record for elder and person, whatever became of it. */
export const RelationRecord = z.extend(CircleMember, {
  district: Id,
  elderId: Id,
  stationId: Id,
  /** Masked only when it is read: whoever asks need not know it. */
  elderName: z.string(),
  building: z.string(),
  openid: Openid,
  /** True where the elder can answer on a phone of her own. */
  asksElder: z.boolean(),
  evidence: z.nullable(GuardianEvidence),
  /** Since when it is over, as the night saw it. Absent: it is not, or no night has seen it since. */
  endedAt: z.optional(Instant),
})

/** Where it is kept that the one-time code of a fresh deployment has been used. */
export const FIRST_INVITATION = 'first-supervisor'

/** A code that lets one person in, once. */
export const InvitationRecord = z.strictObject({
  id: z.string(),
  district: Id,
  /** The elder concerned; null for staff. */
  elderId: z.nullable(Id),
  kind: z.enum(['self', 'family', 'staff']),
  /** What the one who accepts reads. */
  from: z.string(),
  relation: z.nullable(KinRelation),
  scopes: z.array(z.enum(scopes)),
  role: z.nullable(z.enum(roles)),
  orgId: z.nullable(Id),
  orgKind: z.nullable(z.enum(orgKinds)),
  helperKind: z.nullable(z.enum(helperKinds)),
  note: z.nullable(z.string()),
  by: Actor,
  byOpenid: Openid,
  paper: z.nullable(Paper),
  /** Digest of the request that made it. */
  body: z.string(),
  expiresAt: Instant,
  usedBy: z.nullable(Openid),
  usedAt: z.nullable(Instant),
})

/**
 * Who said yes or no to which use of an elder's data, on which text, when and how. What was said is never changed; a line that is over
 * goes once it was kept for its term.
 */
export const ConsentRecord = z.strictObject({
  id: Id,
  district: Id,
  elderId: Id,
  purpose: z.union([Agreed.shape.purpose, z.literal('circle')]),
  version: Id,
  isGiven: z.boolean(),
  /** Whose yes it is. */
  by: z.string(),
  capacity: z.enum(capacities),
  how: z.enum(decisionWays),
  form: z.nullable(z.string()),
  witness: z.nullable(z.string()),
  /** Who wrote it down. */
  actor: Actor,
  /** For `circle`: whom she let in. */
  about: z.nullable(z.string()),
  at: Instant,
  /** Whether the night has still to look which earlier lines it brought to an end. Absent: it was the first, or is from before this was kept. */
  endsEarlier: z.optional(z.boolean()),
  /** When a later line took its place, or her data went. Absent: it may still say what holds. */
  endedAt: z.optional(Instant),
})

/** Which elder a card belongs to. A card that was replaced belongs to nobody. */
export const CardRecord = z.strictObject({ id: Code, district: Id, elderId: z.nullable(Id) })

/**
 * Which elder an id number belongs to; the id is the number's keyed digest. Null: nobody, since the one it belonged to is gone and
 * others claim it.
 */
export const IdentityRecord = z.strictObject({
  id: z.string(),
  district: Id,
  elderId: z.nullable(Id),
  /** Where several elders were registered with it, and no clerk has said yet whose it is: all of them, and their stations. */
  claims: z.optional(z.array(z.strictObject({ elderId: Id, stationId: Id }))),
  /** How many more claim it than `claims` lists. Absent: none. */
  unlisted: z.optional(z.int()),
  /** Since when they are several. */
  since: z.optional(Instant),
  /** How it was before a clerk said whose it is, for taking that back in its time. Absent: nobody did. */
  settled: z.optional(
    z.strictObject({
      at: Instant,
      holderId: z.nullable(Id),
      claims: z.array(z.strictObject({ elderId: Id, stationId: Id })),
      unlisted: z.optional(z.int()),
      since: z.optional(Instant),
      /** What the records of all of them said of it; the winner first. */
      before: z.array(
        z.strictObject({
          elderId: Id,
          verifiedBy: z.nullable(z.string()),
          isIdPending: z.optional(z.boolean()),
        }),
      ),
    }),
  ),
})

/** How often an account has tried codes and id numbers since `from`. */
export const TriesRecord = z.strictObject({ id: Openid, from: Instant, count: z.int() })

export type RelationRecord = z.infer<typeof RelationRecord>
export type InvitationRecord = z.infer<typeof InvitationRecord>
export type ConsentRecord = z.infer<typeof ConsentRecord>
export type CardRecord = z.infer<typeof CardRecord>
export type IdentityRecord = z.infer<typeof IdentityRecord>
export type TriesRecord = z.infer<typeof TriesRecord>
