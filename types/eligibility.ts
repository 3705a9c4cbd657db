import { oldestAge } from './births'
import type { Contract } from './contract'
import { Application, NewDocument, ReviewRow, verdicts } from './eligibility/applications'
import { EntitlementsPage } from './eligibility/entitlements'
import { bytesAsSent, most, policyBytes } from './limits'
import { Category } from './people/categories'
import { hukous, livings } from './people/livings'
import { policyKinds } from './policies'
import { AbilityLevel } from './policies/conditions'
import { applicationStates } from './states'
import { Id, Key, LocalDate, PageCursor, ShortText } from './values'
import * as z from './z'

/** What somebody answers without saying who they are. What is left out is not known. */
export const Questionnaire = z.strictObject({
  district: Id,
  age: z.optional(z.int().check(z.minimum(0), z.maximum(oldestAge))),
  hukou: z.optional(z.enum(hukous)),
  living: z.optional(z.enum(livings)),
  /** All that apply; an empty list says: none of them. */
  categories: z.optional(z.array(Category).check(z.maxLength(20))),
  ability: z.optional(AbilityLevel),
})

/** A policy as supervisors see it in the list. */
export const PolicyRow = z.object({
  id: Id,
  kind: z.enum(policyKinds),
  name: z.string(),
  effectiveFrom: LocalDate,
  /** Last day in force: its own, or the day before the next one begins; null: open. */
  lastDay: z.nullable(LocalDate),
  source: z.string(),
})

/** A policy that is not stored yet, in words: what it says, and what it would change. */
export const PolicyReading = z.object({
  /** As it would stand in the list. */
  policy: PolicyRow,
  /** The one that it follows, with the last day that this one has now and would have then; null: there is none. */
  before: z.nullable(
    z.object({ id: Id, name: z.string(), lastDay: LocalDate, lastDayNow: z.nullable(LocalDate) }),
  ),
  /** The one that is stored already for later. */
  next: z.nullable(z.object({ id: Id, name: z.string(), effectiveFrom: LocalDate })),
  /** What it says, line by line, some with rows below them. */
  said: z.array(z.object({ line: z.string(), rows: z.array(z.string()) })),
})

/** A policy's document, JSON. */
const PolicyText = z.string().check(
  z.minLength(2),
  z.maxLength(policyBytes),
  z.refine((text) => bytesAsSent(text) <= policyBytes),
)

const theirs = ['elder', 'guardian', 'family:order', 'clerk'] as const
const reviewers = ['coordinator', 'supervisor'] as const
const ofApplication = { applicationId: Id, key: z.optional(Key) }

/** What somebody has a right to, and how it becomes known. */
export const eligibility = {
  /** Districts that have policies, a page at a time; no login needed. */
  districts: {
    who: ['anyone'],
    input: z.strictObject({ after: z.optional(PageCursor) }),
    output: z.object({
      districts: z.array(z.object({ id: Id, name: z.string() })),
      next: z.nullable(PageCursor),
    }),
    errors: [],
  },

  /** Likely answers to a few questions, without knowing who asks, a page at a time. Nothing is kept. */
  ask: {
    who: ['anyone'],
    input: z.extend(Questionnaire, { after: z.optional(PageCursor) }),
    output: EntitlementsPage,
    errors: ['NOT_FOUND'],
  },

  /** What an elder has a right to today, a page at a time. */
  entitlements: {
    who: theirs,
    concerns: 'record',
    input: z.strictObject({ elderId: Id, after: z.optional(PageCursor) }),
    output: EntitlementsPage,
    errors: ['NOT_FOUND', 'CONSENT_MISSING'],
  },

  /**
   * Whether an elder holds a category already, so that nobody photographs papers for it: the same that applying would say, before
   * anything is asked. Her other categories are told to nobody by it.
   */
  isHeld: {
    who: theirs,
    concerns: 'record',
    input: z.strictObject({ elderId: Id, category: Category }),
    output: z.object({ isHeld: z.boolean() }),
    errors: ['NOT_FOUND', 'CONSENT_MISSING'],
  },

  /** Gives out a place in the cloud's storage for one photo of a paper. */
  startDocument: {
    who: theirs,
    concerns: 'record',
    input: z.strictObject({ elderId: Id, key: z.optional(Key) }),
    output: z.object({ path: z.string() }),
    errors: ['NOT_FOUND', 'CONSENT_MISSING', 'ELDER_DIED'],
    writes: true,
    daily: 'photos',
  },

  /** Applies for a category. One that is under way is returned as it is, unless it was sent back. */
  apply: {
    who: theirs,
    concerns: 'record',
    input: z.strictObject({
      elderId: Id,
      category: Category,
      documents: z.array(NewDocument).check(z.maxLength(most.photos)),
      note: z.optional(ShortText),
      /** How the elder asked, where a clerk writes it down. */
      channel: z.optional(z.enum(['phone', 'counter'])),
      key: z.optional(Key),
    }),
    output: Application,
    errors: [
      'NOT_FOUND',
      'CONSENT_MISSING',
      'DOCUMENT_MISSING',
      'NOT_A_PHOTO',
      'NOT_OFFERED',
      'ALREADY_APPLIED',
      'ALREADY_HELD',
      'ELDER_DIED',
    ],
    writes: true,
    daily: 'applications',
    shown: ['note', 'documents.label'],
  },

  /** Takes an application back while nobody has decided. */
  withdraw: {
    who: theirs,
    concerns: 'record',
    input: z.strictObject(ofApplication),
    output: Application,
    errors: ['NOT_FOUND', 'WRONG_STATE'],
    writes: true,
    neverOff: true,
  },

  /** An elder's applications, the latest first, a page at a time. */
  applications: {
    who: theirs,
    concerns: 'record',
    input: z.strictObject({ elderId: Id, after: z.optional(PageCursor) }),
    output: z.object({ applications: z.array(Application), next: z.nullable(PageCursor) }),
    errors: ['NOT_FOUND'],
  },

  /** One application, for those around the elder and for reviewers. */
  application: {
    who: [...theirs, ...reviewers],
    concerns: 'record',
    input: z.strictObject({ applicationId: Id }),
    output: Application,
    errors: ['NOT_FOUND'],
  },

  /** Applications of the caller's towns or districts in one state, the one that is due first first. */
  reviews: {
    who: reviewers,
    concerns: 'nobody',
    input: z.strictObject({
      state: z.enum(applicationStates),
      /** Only what is due on this local date or later. */
      since: z.optional(LocalDate),
      /** The last row of the page before. */
      after: z.optional(z.strictObject({ dueOn: LocalDate, id: Id })),
    }),
    output: z.array(ReviewRow),
    errors: [],
  },

  /** Links to the photos, good for a few minutes. Looking is written down. */
  documents: {
    who: reviewers,
    concerns: 'record',
    input: z.strictObject({ applicationId: Id }),
    /** `link` is null where the photo is gone, or was refused by WeChat's check. */
    output: z.array(
      z.object({ label: z.string(), link: z.nullable(z.string()), isRefused: z.optional(z.boolean()) }),
    ),
    errors: ['NOT_FOUND', 'OWN_APPLICATION', 'WRONG_STATE'],
  },

  /** Takes an application into review. */
  take: {
    who: reviewers,
    concerns: 'record',
    input: z.strictObject(ofApplication),
    output: Application,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'OWN_APPLICATION'],
    writes: true,
  },

  /** Decides: approved from a day to a day, sent back with what is missing, or refused with the reason. */
  decide: {
    who: reviewers,
    concerns: 'record',
    input: z.strictObject({
      ...ofApplication,
      verdict: z.enum(verdicts),
      from: z.optional(LocalDate),
      to: z.optional(z.nullable(LocalDate)),
      missing: z.optional(z.array(ShortText).check(z.maxLength(most.missing))),
      reason: z.optional(ShortText),
    }),
    output: Application,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'OWN_APPLICATION', 'REASON_MISSING', 'DATE_PAST', 'CONSENT_MISSING'],
    writes: true,
    shown: ['reason', 'missing'],
  },

  /** The district's policies, the latest first. */
  policies: {
    who: ['supervisor'],
    concerns: 'record',
    input: z.strictObject({ district: Id }),
    output: z.array(PolicyRow),
    errors: [],
  },

  /** Says in words what a policy would change, before anybody stores it. Nothing is kept. */
  readPolicy: {
    who: ['supervisor'],
    concerns: 'record',
    input: z.strictObject({ district: Id, text: PolicyText }),
    output: PolicyReading,
    errors: ['POLICY_REFUSED', 'DATE_PAST'],
  },

  /** Adds a dated policy as it was written, checked and read. None is ever changed. */
  savePolicy: {
    who: ['supervisor'],
    concerns: 'record',
    input: z.strictObject({
      district: Id,
      text: PolicyText,
      /** Between which two it was read that it would stand: refused with `POLICIES_CHANGED` where these are others by now. */
      between: z.strictObject({ before: z.nullable(Id), next: z.nullable(Id) }),
      key: z.optional(Key),
    }),
    output: PolicyRow,
    errors: ['POLICY_REFUSED', 'DATE_PAST', 'POLICIES_CHANGED'],
    writes: true,
  },
} as const satisfies Contract

export type Questionnaire = z.infer<typeof Questionnaire>
export type PolicyRow = z.infer<typeof PolicyRow>
export type PolicyReading = z.infer<typeof PolicyReading>
