import { Actor, Channel } from '#types/actors'
import { roles, scopes } from '#types/contract'
import { Application } from '#types/eligibility/applications'
import { Notice } from '#types/notices'
import { capacities } from '#types/people/decisions'
import { diets } from '#types/people/diets'
import { Ability, Absence, ConsentState, HeldCategory, purposes } from '#types/people/elders'
import { hukous, livings, sexes } from '#types/people/livings'
import { KinRelation, Relation } from '#types/people/relations'
import { seenWays } from '#types/people/seen'
import { orgKinds } from '#types/people/staff'
import { elderStates, membershipStates, relationStates } from '#types/states'
import { Code, Id, Instant, LocalDate, PartId, Place } from '#types/values'
import { helperKinds } from '#types/visits'
import * as z from '#types/z'

/** An openid as WeChat gives it. */
export const Openid = z.string().check(z.minLength(1), z.maxLength(64))

/** Text that only the cloud can open: encrypted with a key from its environment (`_shell/secrets.ts`). */
const Sealed = z.string().check(z.minLength(1))

/** What an elder agreed to, per purpose; null: not, or withdrawn. The paper trail is in `consents`. */
const GivenConsents = z.record(z.enum(purposes), ConsentState.shape.given)

/**
 * A no to one use of her data that was said of another registration, to which this one was joined while the two could still be parted:
 * whose it was, on which text, who wrote it down, and when.
 */
const Refusal = z.strictObject({
  purpose: z.enum(purposes),
  version: Id,
  by: z.string(),
  capacity: z.enum(capacities),
  how: z.enum(['app', 'paper', 'spoken']),
  form: z.nullable(z.string()),
  witness: z.nullable(z.string()),
  actor: Actor,
  at: Instant,
})

/** An application that was sent back, and who is told of it. */
const ReturnedSummary = z.extend(z.pick(Application, { id: true, category: true, label: true }), {
  /** Those who applied, and whom it names (`personOf` them). */
  told: z.array(z.string()),
  /** Whether she sent it herself, on whatever phone, or a clerk wrote it down for her. */
  isHers: z.boolean(),
})

/** An elder. `room` is shown only to those whose task needs it. */
export const ElderRecord = z.strictObject({
  id: PartId,
  district: Id,
  townId: Id,
  /** Her own station. */
  stationId: Id,
  stationName: z.string(),
  state: z.enum(elderStates),
  name: z.string(),
  sex: z.enum(sexes),
  birthDate: LocalDate,
  /** The number itself is kept sealed; `tail` is its last four. Found again by `identities`. */
  idNumber: z.nullable(z.strictObject({ sealed: Sealed, tail: z.string(), digest: z.string() })),
  /**
   * Whether it was registered for somebody else before, or turned out to be another's, and no clerk has seen her card since: she gets no
   * subsidy. Absent: it is not.
   */
  isIdPending: z.optional(z.boolean()),
  phone: z.nullable(z.strictObject({ sealed: Sealed, masked: z.string() })),
  phoneTail: z.nullable(z.string().check(z.regex(/^\d{4}$/))),
  building: z.string(),
  room: z.nullable(z.string()),
  place: Place,
  /**
   * Whether nobody has marked where her home is: her station's place stands for it in `place`. Absent: her record was written before
   * this was told apart.
   */
  isPlaceUnknown: z.optional(z.boolean()),
  hukou: z.nullable(z.enum(hukous)),
  /** Since when she lives in the district; null when not known. */
  residentSince: z.nullable(LocalDate),
  living: z.enum(livings),
  /** Where she lived before, the latest first: what was eaten then counts from there. */
  formerHomes: z.array(z.strictObject({ district: Id, townId: Id, stationId: Id, until: LocalDate })),
  /** In hospital or away, from a local date to a local date (null: still). Nothing is cut off by it. */
  absences: z.array(Absence),
  /** When she died, as it was recorded. */
  diedOn: z.nullable(LocalDate),
  categories: z.array(HeldCategory),
  /** Categories that somebody looked into and she does not hold, from when to when. */
  notHeld: z.array(HeldCategory),
  /** When staff last went through all categories with her; null: what is not named is not known. */
  askedOn: z.nullable(LocalDate),
  ability: z.nullable(Ability),
  diet: z.array(z.enum(diets)),
  allergies: z.array(z.string()),
  contacts: z.array(
    z.strictObject({ name: z.string(), relation: KinRelation, sealed: Sealed, masked: z.string() }),
  ),
  consents: GivenConsents,
  /** Who at a station has seen her papers; null: nobody yet. */
  verifiedBy: z.nullable(z.string()),
  /** When somebody saw her first, and how; it stays. Null: nobody yet. Absent: her record was written before this was kept. */
  seen: z.optional(z.nullable(z.strictObject({ at: Instant, how: z.enum(seenWays) }))),
  /** Her own account, for messages; null for an elder without a phone. */
  openid: z.nullable(Openid),
  /** Accounts that may act for her, so that all of them can be changed with her. */
  circle: z.array(Openid),
  /** Code of her card. */
  code: Code,
  /** Who had her data deleted (`personOf` them); null while they are there. */
  erasedBy: z.nullable(z.string()),
  /**
   * Since when records elsewhere may say what is no longer so: she moved, her address was corrected, she was away, has died, has
   * withdrawn a consent, or her data are gone. They follow at once, and again in the night; null when none can be behind.
   */
  recordsBehindSince: z.nullable(Instant),
  /** Applications for her that were sent back, until they are sent again. Absent: none. */
  returned: z.optional(z.array(ReturnedSummary)),
  /** Uses that she has withdrawn since: what was kept for them alone is still to go, unless she agreed again. Absent: none. */
  usesWithdrawn: z.optional(z.array(z.enum(purposes))),
  /** When somebody last asked to be let in: those who ask at once are counted one after the other by it. Absent: nobody did. */
  lastAskAt: z.optional(Instant),
  /** How many have asked on the local date on which somebody last did. Absent: nobody did. */
  asksOn: z.optional(z.strictObject({ date: LocalDate, count: z.int() })),
  /**
   * How her name is read, for whoever looks for her in letters (`readingsOf`): changes with her name, and leaves the cloud never. Absent:
   * her record was written before this was kept; the night writes it.
   */
  readings: z.optional(z.array(z.string())),
  /** The record that stands for her, where this one is a second registration of the same person. Absent: this one does. */
  joinedTo: z.optional(Id),
  /** Second registrations of hers, which point to this one. Absent: none. */
  joined: z.optional(z.array(Id)),
  /**
   * What was refused elsewhere: nothing that this registration says is used for it as long as they are joined, and it is withdrawn here,
   * too, once they cannot be parted any more. Absent: nothing.
   */
  refusals: z.optional(z.array(Refusal)),
  /** Until when `openid` is hers only by a joining that can be taken back. Absent: it is hers. */
  phoneLentUntil: z.optional(Instant),
  /**
   * Since when she is registered by others without ever having agreed to it. Absent: she has agreed once, or her record was written before
   * this was kept; it never lapses then.
   */
  unconfirmedSince: z.optional(Instant),
  invented: z.boolean(),
})

/** All of an elder's record that a move changes. */
export const Home = z.pick(ElderRecord, {
  townId: true,
  stationId: true,
  stationName: true,
  hukou: true,
  building: true,
  room: true,
  place: true,
  isPlaceUnknown: true,
  formerHomes: true,
})

/** What an account keeps of an elder, so that one read answers for whom its owner may act. */
export const ElderSummary = z.strictObject({
  elderId: Id,
  name: z.string(),
  politeName: z.string(),
  place: Place,
  /** As in her own record. */
  isPlaceUnknown: z.optional(z.boolean()),
  /** Whether nobody has seen her yet. Absent: somebody has, or nobody kept it. */
  isUnseen: z.optional(z.boolean()),
  /** Her own station. */
  stationId: Id,
  /** When she died; null while she lives. */
  diedOn: z.nullable(LocalDate),
  /** As in her own record. */
  returned: z.optional(z.array(ReturnedSummary)),
  /** As in her own record. */
  joinedTo: z.optional(Id),
  /** As in her own record. */
  joined: z.optional(z.array(Id)),
  /** As in her own record. */
  phoneLentUntil: z.optional(Instant),
})

export const RelationSummary = z.extend(ElderSummary, {
  relation: Relation,
  scopes: z.array(z.enum(scopes)),
  state: z.enum(relationStates),
  /** Since when what was asked for waits, or what was granted holds. Absent: nobody kept it. */
  since: z.optional(Instant),
  /** Last local date of a guardian's papers; null: no end. */
  until: z.nullable(LocalDate),
})

/** Somebody who asks an elder to be let in, as her own account keeps it. */
const AskSummary = z.strictObject({
  memberId: Id,
  name: z.string(),
  relation: KinRelation,
  /** As in the relation itself. */
  isKnown: z.optional(z.boolean()),
})

/**
 * A role in an organisation. `name` is the one under which they work: what their membership says, as it was when others vetted them,
 * whatever they call themselves since. `assignable` is vetted, trained and not suspended, and no paper that it needs has expired. */
export const MembershipSummary = z.strictObject({
  orgId: Id,
  orgName: z.string(),
  orgKind: z.enum(orgKinds),
  role: z.enum(roles),
  name: z.string(),
  state: z.enum(membershipStates),
  helperKind: z.nullable(z.enum(helperKinds)),
  /** Last local date on which every certificate that the role needs is valid; null: it needs none. */
  until: z.nullable(LocalDate),
})

/** What decides permission, read once per request and never kept across requests. */
export const AccountRecord = z.strictObject({
  /** The openid. */
  id: Openid,
  district: Id,
  /** What the owner is called among those whom they act for; at work another name counts, for an elder that of her own record. */
  name: z.string(),
  invented: z.boolean(),
  self: z.nullable(ElderSummary),
  relations: z.array(RelationSummary),
  memberships: z.array(MembershipSummary),
  /** Who asks the owner, an elder, to be let in. */
  asks: z.array(AskSummary),
  /** Whether there were ever more of them than `asks` keeps: then they are counted where they stand. Absent: no. */
  hasMoreAsks: z.optional(z.boolean()),
  /** Where a helper usually starts from; null when not known. */
  place: z.nullable(Place),
  /** What could not be sent to the owner and was not read yet, the latest last. */
  notices: z.array(Notice),
  /**
   * How many more messages of a template WeChat would send the owner, by our count: each yes that a tap recorded, less each message that
   * was sent; 0 once WeChat has refused one. By template id. Absent: nobody has counted.
   */
  grants: z.optional(z.record(z.string(), z.int())),
  /** Keys of the calls by which yeses were counted last, so that none is counted twice. Absent: none. */
  grantKeys: z.optional(z.array(z.string())),
  /** Elders whom the owner registered and whom nobody had seen then, the latest last; they stay when the owner leaves. Absent: none. */
  registered: z.optional(z.array(Id)),
  /** When they last took a visit on: those taken on at once are counted one after the other by it. Absent: never. */
  lastClaimAt: z.optional(Instant),
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
  /** What the actor is to the elder; null for staff and helpers. */
  relation: z.nullable(Relation),
  action: z.string(),
  /** Null where no elder is concerned. */
  elderId: z.nullable(Id),
  /** The record that the action was about. */
  ref: z.string(),
  /** What of it: a field that was shown, a step; null where the action says it all. */
  about: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  /** False when a call with a key found its wish fulfilled already. */
  changed: z.boolean(),
  channel: Channel,
  requestId: z.string(),
  /** Digest of the request's body, to tell a repetition from another wish under the same key. */
  body: z.string(),
})

/** How often an account did a thing on a local date, for itself and its family; the id is made of all three. */
export const DayCountRecord = z.strictObject({ id: z.string(), date: LocalDate, count: z.int() })

export type ElderRecord = z.infer<typeof ElderRecord>
export type Home = z.infer<typeof Home>
export type Refusal = z.infer<typeof Refusal>
export type ElderSummary = z.infer<typeof ElderSummary>
export type AskSummary = z.infer<typeof AskSummary>
export type RelationSummary = z.infer<typeof RelationSummary>
export type MembershipSummary = z.infer<typeof MembershipSummary>
export type AccountRecord = z.infer<typeof AccountRecord>
export type AuditRecord = z.infer<typeof AuditRecord>
export type DayCountRecord = z.infer<typeof DayCountRecord>
