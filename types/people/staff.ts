import { Actor } from '../actors'
import type { Contract } from '../contract'
import { longest } from '../limits'
import { membershipActs, membershipStates } from '../states'
import { Code, Id, Instant, Key, LocalDate, lineOf, PageCursor, Place, ShortText } from '../values'
import { helperKinds } from '../visits'
import * as z from '../z'

export const orgKinds = ['station', 'kitchen', 'town', 'district'] as const

/** Roles that somebody can be invited to. */
const staffRoles = [
  'clerk',
  'manager',
  'kitchen',
  'careWorker',
  'volunteer',
  'coordinator',
  'supervisor',
] as const
export const StaffRole = z.enum(staffRoles)

export const certificateKinds = ['health', 'nursing', 'socialWork', 'firstAid', 'food'] as const

/** A paper that a person needs for their work, valid from a local date to a local date. */
export const Certificate = z.strictObject({
  kind: z.enum(certificateKinds),
  number: ShortText.check(z.maxLength(longest.certificate)),
  issuer: ShortText.check(z.maxLength(longest.certificate)),
  from: LocalDate,
  to: LocalDate,
})

/** Somebody's place in an organisation, and how far they have come. */
export const Membership = z.object({
  /** `{orgId}_{role}_{person}`. */
  id: Id,
  orgId: Id,
  orgName: z.string(),
  orgKind: z.enum(orgKinds),
  role: StaffRole,
  helperKind: z.nullable(z.enum(helperKinds)),
  name: z.string(),
  state: z.enum(membershipStates),
  /** Kinds of certificate that the role needs and that are missing or expired today. */
  missing: z.array(z.enum(certificateKinds)),
  certificates: z.array(Certificate),
  steps: z.array(z.object({ act: z.string(), at: Instant, by: Actor, note: z.nullable(z.string()) })),
})

/** An organisation whose people the caller directs. */
export const Org = z.object({ id: Id, name: z.string(), kind: z.enum(orgKinds), roles: z.array(StaffRole) })

/** The widest first: whoever holds two of these acts in the wider. */
const directs = ['supervisor', 'coordinator', 'manager'] as const
const ofOrg = { orgKind: z.enum(orgKinds), orgId: Id }

/** Staff and helpers: invited, accepted, vetted, trained, assignable; suspended at once. */
export const staffActions = {
  /**
   * The organisations whose people the caller directs, with the roles they may invite to: district and towns first, then a page of
   * stations at a time, and the kitchens after them.
   */
  orgs: {
    who: directs,
    concerns: 'nobody',
    input: z.strictObject({ after: z.optional(PageCursor) }),
    output: z.object({ orgs: z.array(Org), next: z.nullable(PageCursor) }),
    errors: [],
  },

  /** The people of an organisation. */
  staff: {
    who: directs,
    concerns: 'record',
    input: z.strictObject({ ...ofOrg, after: z.optional(Id) }),
    output: z.array(Membership),
    errors: ['NOT_FOUND'],
  },

  /** Makes a code with which one person joins. */
  inviteStaff: {
    who: directs,
    concerns: 'record',
    input: z.strictObject({
      ...ofOrg,
      role: StaffRole,
      helperKind: z.optional(z.enum(helperKinds)),
      /** For whom the code is meant, so that several can be told apart. */
      note: z.optional(lineOf(longest.name)),
      key: z.optional(Key),
    }),
    output: z.object({ code: Code, expiresAt: Instant }),
    errors: ['NOT_FOUND', 'NOT_YOUR_STEP', 'TOO_MANY_TRIES'],
    writes: true,
  },

  /** One step of a membership. Suspending counts everywhere from the person's next call on. */
  advance: {
    who: directs,
    concerns: 'record',
    input: z.strictObject({
      membershipId: Id,
      act: z.enum(membershipActs),
      note: z.optional(ShortText),
      key: z.optional(Key),
    }),
    output: Membership,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'CERTIFICATE_MISSING', 'NOT_YOUR_STEP'],
    writes: true,
    shown: ['note'],
  },

  /**
   * Where the caller starts from when somebody nearby needs help at once; null: they would rather not say. Only the latest is
   * kept.
   */
  startFrom: {
    who: ['volunteer'],
    concerns: 'record',
    input: z.strictObject({ place: z.nullable(Place), key: z.optional(Key) }),
    output: z.object({ place: z.nullable(Place) }),
    errors: [],
    writes: true,
  },

  /** Adds a certificate that was seen, in place of an earlier one of its kind. */
  certify: {
    who: directs,
    concerns: 'record',
    input: z.strictObject({ membershipId: Id, certificate: Certificate, key: z.optional(Key) }),
    output: Membership,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'NOT_YOUR_STEP', 'DATE_PAST'],
    writes: true,
    shown: ['certificate.number', 'certificate.issuer'],
  },
} as const satisfies Contract

export type Membership = z.infer<typeof Membership>
export type Certificate = z.infer<typeof Certificate>
export type CertificateKind = (typeof certificateKinds)[number]
export type StaffRole = (typeof staffRoles)[number]
export type OrgKind = (typeof orgKinds)[number]
export type Org = z.infer<typeof Org>
