import { type Contract, roles, scopes } from '../contract'
import { anyCodePattern } from '../limits'
import { relationStates } from '../states'
import {
  Code,
  Id,
  Instant,
  Key,
  Line,
  LocalDate,
  PageCursor,
  PersonName,
  ShortText,
  TypedIdNumber,
} from '../values'
import * as z from '../z'
import { capacities, decisionWays } from './decisions'
import { Paper, shownPaper } from './elders'
import { KinRelation } from './relations'

const Scopes = z.array(z.enum(scopes)).check(z.minLength(1), z.maxLength(scopes.length))

/** Eight digits, or the longer one-time code of a fresh deployment's first supervisor. */
const AnyCode = Line.check(z.regex(anyCodePattern))

/** What shows that somebody is an elder's legal guardian. */
export const GuardianEvidence = z.strictObject({
  /** Kind of paper: a court's decision, an agreement before a notary. */
  document: ShortText,
  number: ShortText,
  until: z.nullable(LocalDate),
})

/** Somebody near an elder: what they asked for, what she let them do, and how that was said. */
export const CircleMember = z.object({
  /** `{elderId}_{person}`. */
  id: Id,
  name: z.string(),
  relation: KinRelation,
  state: z.enum(relationStates),
  /** Wanted while asked, granted afterwards. */
  scopes: z.array(z.enum(scopes)),
  words: z.nullable(z.string()),
  since: Instant,
  /** Who let them in, and how; null while nobody has. */
  granted: z.nullable(
    z.object({
      by: z.string(),
      capacity: z.enum(capacities),
      how: z.enum(decisionWays),
      witness: z.nullable(z.string()),
      at: Instant,
    }),
  ),
  /** Of somebody `revoked`: whether they took their asking back, or went, themselves; let in again only once they ask. Absent: no. */
  hasLeft: z.optional(z.boolean()),
  /**
   * Of somebody who asks: whether something speaks for who they say they are. A contact of hers is called so, she let them in before
   * and they went themselves, or they act already for somebody whom a station has seen. Absent: nothing does.
   */
  isKnown: z.optional(z.boolean()),
})

/** An elder's care circle. */
export const Circle = z.object({
  elderId: Id,
  members: z.array(CircleMember),
  /** Where the next page of those who ask begins; null when nobody else does. */
  next: z.nullable(PageCursor),
  /** How many ask, on whatever page. */
  waiting: z.int(),
  /** How many of them nothing in her records speaks for: they come last. Absent: none. */
  strangers: z.optional(z.int()),
  invitations: z.array(
    z.object({ code: Code, scopes: z.array(z.enum(scopes)), relation: KinRelation, expiresAt: Instant }),
  ),
})

/** An ask at a station, for an elder who cannot answer it on a phone of her own. */
export const AskAtStation = z.object({
  id: Id,
  elderId: Id,
  elderName: z.string(),
  building: z.string(),
  member: CircleMember,
})

/** What an invitation offers, before it is accepted. */
export const Offer = z.object({
  kind: z.enum(['self', 'family', 'staff']),
  /** 王奶奶, or the station, town or district. */
  from: z.string(),
  relation: z.nullable(KinRelation),
  scopes: z.array(z.enum(scopes)),
  role: z.nullable(z.enum(roles)),
  expiresAt: Instant,
})

const Invitation = z.object({ code: Code, expiresAt: Instant })

/** What the one who asks may know: whom they found, masked, and whether they were let in. */
export const Asked = z.object({ name: z.string(), relation: KinRelation, state: z.enum(relationStates) })

const decides = ['elder', 'guardian', 'clerk'] as const
const byMember = { memberId: Id, paper: z.optional(Paper), key: z.optional(Key) }
const codeErrors = ['NOT_FOUND_BY_THIS', 'CODE_EXPIRED', 'CODE_USED', 'TOO_MANY_TRIES'] as const

/** Who may act for an elder: asked for, granted by her, taken back. */
export const circleActions = {
  /**
   * Asks an elder to be let in, by the code on her card or by her id number and name. Asking grants nothing. Whoever was told no today
   * is told so again; beyond so many on one day for one elder it is `TOO_MANY_TODAY` with `isOfHer`, and her station lets them in.
   */
  ask: {
    who: ['signedIn'],
    concerns: 'nobody',
    input: z.strictObject({
      by: z.union([
        z.strictObject({ code: Code }),
        z.strictObject({ idNumber: TypedIdNumber, elderName: PersonName }),
      ]),
      relation: KinRelation,
      scopes: Scopes,
      words: z.optional(ShortText),
      /** The asker's own name; needed once. */
      name: z.optional(PersonName),
      key: z.optional(Key),
    }),
    output: Asked,
    errors: ['NOT_FOUND_BY_THIS', 'TOO_MANY_TRIES', 'OWN_ELDER', 'CIRCLE_FULL'],
    writes: true,
    daily: 'asks',
    shown: ['words', 'name'],
  },

  /** Who is in an elder's circle, who asks to be, known ones first, a page at a time, and which invitations are open. */
  circle: {
    who: decides,
    concerns: 'record',
    input: z.strictObject({ elderId: Id, after: z.optional(PageCursor) }),
    output: Circle,
    errors: ['NOT_FOUND'],
  },

  /**
   * Asks that wait at a station, for elders without a phone of their own: known ones first (`isKnown`), then the longest waiting. A page at a time; `waiting` is
   * how many there are.
   */
  asked: {
    who: ['clerk'],
    input: z.strictObject({ stationId: Id, after: z.optional(PageCursor) }),
    output: z.object({ asks: z.array(AskAtStation), next: z.nullable(PageCursor), waiting: z.int() }),
    errors: [],
  },

  /**
   * Lets somebody in, or changes what they may do. At the station on paper; a guardian only with evidence. Whoever left of their own
   * accord is `WRONG_STATE` with `hasLeft`.
   */
  grant: {
    who: decides,
    concerns: 'record',
    input: z.strictObject({
      ...byMember,
      scopes: Scopes,
      evidence: z.optional(GuardianEvidence),
    }),
    output: Circle,
    errors: [
      'NOT_FOUND',
      'WRONG_STATE',
      'EVIDENCE_MISSING',
      'CONSENT_MISSING',
      'CIRCLE_FULL',
      'NOT_YOUR_STEP',
    ],
    writes: true,
    shown: [...shownPaper, 'evidence.document', 'evidence.number'],
  },

  /** Says no to somebody who asked. It grants nothing, so that it needs no paper at the station, and it can be said yes to afterwards. */
  decline: {
    who: decides,
    concerns: 'record',
    input: z.strictObject(byMember),
    output: Circle,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'NOT_YOUR_STEP'],
    writes: true,
    shown: shownPaper,
    neverOff: true,
  },

  /**
   * Says no to all who ask and for whom nothing speaks (`isKnown`), as far as they asked before an instant: whoever asks while she reads
   * is not among them. At most `most.declined` by one call; as long as `strangers` remain of them it is called again.
   */
  declineRest: {
    who: decides,
    concerns: 'record',
    input: z.strictObject({ elderId: Id, until: Instant, paper: z.optional(Paper), key: z.optional(Key) }),
    output: Circle,
    errors: ['NOT_FOUND', 'NOT_YOUR_STEP'],
    writes: true,
    shown: shownPaper,
    neverOff: true,
  },

  /**
   * Takes back what somebody may do; it counts from their next call on. A relative may leave of their own accord, and so may whoever
   * asks; nobody lets them in again until they ask anew.
   */
  revoke: {
    who: [...decides, 'relative', 'doer'],
    concerns: 'record',
    input: z.strictObject(byMember),
    output: z.object({ memberId: Id, state: z.enum(relationStates) }),
    errors: ['NOT_FOUND', 'WRONG_STATE', 'EVIDENCE_MISSING', 'NOT_YOUR_STEP'],
    writes: true,
    shown: shownPaper,
    neverOff: true,
  },

  /**
   * Makes a code that lets one person in: a relative, invited by the elder; or, made by a clerk who sees the elder before
   * them and writes it down, the elder herself with her own phone.
   */
  invite: {
    who: decides,
    concerns: 'record',
    input: z.strictObject({
      elderId: Id,
      for: z.union([
        z.strictObject({ kind: z.literal('family'), relation: KinRelation, scopes: Scopes }),
        z.strictObject({ kind: z.literal('self') }),
      ]),
      paper: z.optional(Paper),
      key: z.optional(Key),
    }),
    output: Invitation,
    errors: [
      'NOT_FOUND',
      'EVIDENCE_MISSING',
      'CONSENT_MISSING',
      'CIRCLE_FULL',
      'TOO_MANY_TRIES',
      'NOT_YOUR_STEP',
    ],
    writes: true,
    daily: 'invitations',
    shown: shownPaper,
  },

  /** Makes a code worthless that nobody has used yet. */
  uninvite: {
    who: decides,
    concerns: 'record',
    input: z.strictObject({ elderId: Id, code: Code, key: z.optional(Key) }),
    output: Circle,
    errors: ['NOT_FOUND', 'CODE_USED'],
    writes: true,
    neverOff: true,
  },

  /** What a code offers. */
  invitation: {
    who: ['signedIn'],
    concerns: 'nobody',
    input: z.strictObject({ code: AnyCode }),
    output: Offer,
    errors: [...codeErrors, 'NOT_FOUND'],
  },

  /** Accepts what a code offers; each code works once. */
  accept: {
    who: ['signedIn'],
    concerns: 'nobody',
    input: z.strictObject({
      code: AnyCode,
      /** Own name; needed once. */
      name: z.optional(PersonName),
      key: z.optional(Key),
    }),
    output: z.object({
      kind: Offer.shape.kind,
      from: z.string(),
      role: z.nullable(z.enum(roles)),
      /** The elder concerned; null for staff. */
      elderId: z.nullable(Id),
    }),
    errors: [...codeErrors, 'OWN_ELDER', 'CIRCLE_FULL', 'CONSENT_MISSING', 'NOT_FOUND'],
    writes: true,
    shown: ['name'],
  },
} as const satisfies Contract

export type Circle = z.infer<typeof Circle>
export type CircleMember = z.infer<typeof CircleMember>
export type AskAtStation = z.infer<typeof AskAtStation>
export type Offer = z.infer<typeof Offer>
export type Asked = z.infer<typeof Asked>
export type GuardianEvidence = z.infer<typeof GuardianEvidence>
