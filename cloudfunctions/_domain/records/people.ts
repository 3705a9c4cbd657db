import { roles, scopes } from '#types/contract'
import { Relation } from '#types/people'
import { Id, Instant, LocalDate, PartId, Place } from '#types/values'
import { helperKinds } from '#types/visits'
import * as z from '#types/z'

/** An openid as WeChat gives it. */
export const Openid = z.string().check(z.minLength(1), z.maxLength(64))

/** Categories of persons in need, as a set with dates and evidence (glossary in the standards). */
export const categories = [
  'basicCareRecipient',
  'extremePoverty',
  'subsistenceAllowance',
  'nearSubsistence',
  'lowIncome',
  'specialFamilyPlanning',
  'entitledGroup',
  'severeDisability',
  'advancedAge',
  'livingAlone',
  'emptyNest',
  'leftBehind',
] as const
export const Category = z.enum(categories)

/** A category that an elder holds from a local date to a local date (null: open end), and on which paper. */
export const HeldCategory = z.strictObject({
  category: Category,
  from: LocalDate,
  to: z.nullable(LocalDate),
  evidence: z.string(),
  verifiedBy: z.string(),
})

/** An elder. `room` is shown only to those whose task needs it. */
export const ElderRecord = z.strictObject({
  id: PartId,
  district: Id,
  townId: Id,
  /** Her own station. */
  stationId: Id,
  stationName: z.string(),
  name: z.string(),
  sex: z.enum(['female', 'male']),
  birthDate: LocalDate,
  phoneTail: z.nullable(z.string().check(z.regex(/^\d{4}$/))),
  building: z.string(),
  room: z.nullable(z.string()),
  place: Place,
  living: z.enum(['alone', 'couple', 'withFamily', 'withOther']),
  categories: z.array(HeldCategory),
  /** Her own account, for messages; null for an elder without a phone. */
  openid: z.nullable(Openid),
  invented: z.boolean(),
})

/** What an account keeps of an elder, so that one read answers for whom its owner may act. */
export const ElderSummary = z.strictObject({
  elderId: Id,
  name: z.string(),
  politeName: z.string(),
  place: Place,
})

export const RelationSummary = z.extend(ElderSummary, {
  relation: Relation,
  scopes: z.array(z.enum(scopes)),
  state: z.enum(['granted', 'revoked']),
})

/** A role in an organisation. `assignable` is vetted, trained and not suspended. */
export const MembershipSummary = z.strictObject({
  orgId: Id,
  orgName: z.string(),
  orgKind: z.enum(['station', 'town', 'district']),
  role: z.enum(roles),
  state: z.enum(['invited', 'assignable', 'suspended']),
  helperKind: z.nullable(z.enum(helperKinds)),
})

/** What decides permission, read once per request and never kept across requests. */
export const AccountRecord = z.strictObject({
  /** The openid. */
  id: Openid,
  district: Id,
  name: z.string(),
  invented: z.boolean(),
  self: z.nullable(ElderSummary),
  relations: z.array(RelationSummary),
  memberships: z.array(MembershipSummary),
  /** Where a helper usually starts from; null when not known. */
  place: z.nullable(Place),
})

/** One line of the append-only record of who did what for whom. */
export const AuditRecord = z.strictObject({
  /** Made from openid and key, else the request's id: a repeated intention cannot be written twice. */
  id: z.string(),
  district: Id,
  at: Instant,
  openid: Openid,
  name: z.string(),
  role: z.enum(roles),
  action: z.string(),
  elderId: Id,
  /** The record that the action was about. */
  ref: z.string(),
  /** False when a call with a key found its wish fulfilled already. */
  changed: z.boolean(),
  channel: z.enum(['app', 'phone', 'counter']),
  requestId: z.string(),
  /** Digest of the request's body, to tell a repetition from another wish under the same key. */
  body: z.string(),
})

export type ElderRecord = z.infer<typeof ElderRecord>
export type ElderSummary = z.infer<typeof ElderSummary>
export type RelationSummary = z.infer<typeof RelationSummary>
export type MembershipSummary = z.infer<typeof MembershipSummary>
export type AccountRecord = z.infer<typeof AccountRecord>
export type AuditRecord = z.infer<typeof AuditRecord>
export type Category = z.infer<typeof Category>
