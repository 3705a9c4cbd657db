import { channels } from '../actors'
import { type Contract, roles } from '../contract'
import { Id, Instant, Key, LocalDate, ShortText } from '../values'
import * as z from '../z'
import { Category } from './categories'
import { Agreed, ConsentState, Paper, shownPaper } from './elders'
import { livings, sexes } from './livings'
import { Relation } from './relations'

/** Who did what for an elder, as she reads it: 女儿 12月3日 为您订了午餐. */
export const LogLine = z.object({
  id: z.string(),
  at: Instant,
  name: z.string(),
  role: z.enum(roles),
  /** What that person is to her; null for staff and helpers. */
  relation: z.nullable(Relation),
  /** True when it was the reader. */
  isMine: z.boolean(),
  /** `meals.book`, `people.reveal` … */
  action: z.string(),
  /** What of it: a field that was shown, a step, a scope; null where the action says it all. */
  about: z.nullable(z.string()),
  /** The order or the visit that it was about (an order's id tells date and slot); empty for anything else. */
  ref: z.string(),
  reason: z.nullable(z.string()),
  channel: z.enum(channels),
})

/** One part of the copy of an elder's data, every value in full and named in Chinese, ready to be read or kept as a file. */
export const CopyPart = z.object({
  title: z.string(),
  rows: z.array(z.object({ name: z.string(), value: z.string() })),
})

/** What happened to an elder's data when they were deleted, and what the law makes us keep. */
export const Erased = z.object({
  elderId: Id,
  kept: z.array(z.object({ what: z.string(), why: z.string(), until: z.string() })),
})

/** One elder in the roster of a station, as it leaves the system: no id number, no full telephone number. */
export const RosterRow = z.object({
  id: Id,
  name: z.string(),
  birthYear: z.int(),
  sex: z.enum(sexes),
  building: z.string(),
  phoneTail: z.nullable(z.string()),
  living: z.enum(livings),
  categories: z.array(Category),
  diedOn: z.nullable(LocalDate),
})

/** A page of a roster, on the screen and as lines of one CSV file; those of the first page begin the file. */
export const Roster = z.object({ rows: z.array(RosterRow), csv: z.string() })

const decides = ['elder', 'guardian', 'clerk'] as const

/** What an elder may ask of us about her data. */
export const privacyActions = {
  /** Who did what for an elder, and who looked, the latest first. */
  log: {
    who: ['elder', 'guardian', 'family:log'],
    input: z.strictObject({ elderId: Id, before: z.optional(Instant) }),
    output: z.array(LogLine),
    errors: [],
  },

  /** The texts that people are asked to agree to. */
  consents: {
    who: ['anyone'],
    input: z.strictObject({}),
    output: z.array(ConsentState),
    errors: [],
  },

  /** What an elder agreed to, with the texts. */
  consentsOf: {
    who: decides,
    concerns: 'record',
    input: z.strictObject({ elderId: Id }),
    output: z.array(ConsentState),
    errors: ['NOT_FOUND'],
  },

  /** Agrees to one use of data, or withdraws it: what was kept for that use is deleted with the withdrawal. */
  consent: {
    who: decides,
    concerns: 'record',
    input: z.strictObject({
      elderId: Id,
      agreed: Agreed,
      isGiven: z.boolean(),
      paper: z.optional(Paper),
      key: z.optional(Key),
    }),
    output: z.array(ConsentState),
    errors: ['NOT_FOUND', 'CONSENT_OUTDATED', 'EVIDENCE_MISSING', 'STILL_BOOKED', 'NOT_YOUR_STEP'],
    writes: true,
    daily: 'consents',
    uncounted: { isGiven: [false] },
    shown: shownPaper,
    neverOff: { isGiven: [false] },
  },

  /** A copy of all data about an elder, a part at a time; `next` is what to ask for then. */
  copy: {
    who: ['elder', 'guardian', 'clerk'],
    concerns: 'record',
    input: z.strictObject({
      elderId: Id,
      part: z.enum(['person', 'consents', 'meals', 'visits', 'log']),
      after: z.optional(z.string().check(z.maxLength(128))),
      reason: z.optional(ShortText),
    }),
    output: z.object({ parts: z.array(CopyPart), next: z.nullable(z.string()) }),
    errors: ['NOT_FOUND', 'KEY_LOST'],
    shown: ['reason'],
  },

  /**
   * Deletes what is known of an elder; refused while something is still booked for her, or while what was found at her door calls for
   * somebody.
   */
  erase: {
    who: [...decides, 'doer'],
    concerns: 'record',
    input: z.strictObject({
      elderId: Id,
      paper: z.optional(Paper),
      reason: z.optional(ShortText),
      key: z.optional(Key),
    }),
    output: Erased,
    errors: ['NOT_FOUND', 'STILL_BOOKED', 'VISIT_UNSETTLED', 'EVIDENCE_MISSING', 'NOT_YOUR_STEP'],
    writes: true,
    shown: ['reason', ...shownPaper],
    neverOff: true,
  },

  /** Forgets the caller: their name, what they may do for elders, their work here. Not for elders: `erase` is. */
  leave: {
    who: ['signedIn'],
    concerns: 'nobody',
    input: z.strictObject({ key: z.optional(Key) }),
    output: z.object({ left: z.boolean() }),
    errors: ['OWN_ELDER'],
    writes: true,
    neverOff: true,
  },

  /** The elders of a station for use outside: a manager's or supervisor's, with a reason that is written down. */
  roster: {
    who: ['manager', 'supervisor'],
    concerns: 'record',
    input: z.strictObject({ stationId: Id, reason: ShortText, after: z.optional(Id) }),
    output: Roster,
    errors: ['NOT_FOUND'],
    shown: ['reason'],
  },

  /** The telephone number behind a code from WeChat's own button, for filling in a form. Nothing is kept. */
  phone: {
    who: ['signedIn'],
    concerns: 'nobody',
    input: z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(200)) }),
    output: z.object({ phone: z.string() }),
    errors: ['PHONE_CODE_REFUSED', 'TOO_MANY_TRIES'],
  },
} as const satisfies Contract

export type LogLine = z.infer<typeof LogLine>
export type CopyPart = z.infer<typeof CopyPart>
export type Erased = z.infer<typeof Erased>
export type Roster = z.infer<typeof Roster>
export type RosterRow = z.infer<typeof RosterRow>
