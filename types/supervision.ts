import { Actor } from './actors'
import type { Contract } from './contract'
import { longest } from './limits'
import { modes, slots } from './meals/slots'
import { payers } from './payers'
import { integrityRules } from './supervision/mismatches'
import { Id, Instant, Key, LocalDate, lineOf, Month, PageCursor, ShortText } from './values'
import * as z from './z'

/** Fen that may be owed back: corrections are negative. */
export const SignedFen = z.int()

export const owedTo = ['elder', 'operator'] as const

/** What one payer owes by one rule. `to` says whose it is: taken off the elder's bill, or the operator's own. */
export const Owed = z.object({
  payer: z.enum(payers),
  rule: z.string(),
  label: z.string(),
  to: z.enum(owedTo),
  /** Meals, reversals counted as less. */
  meals: z.int(),
  amount: SignedFen,
})

/** What an operator is owed for one month, from meals that were served. */
export const Settlement = z.object({
  operatorId: Id,
  operatorName: z.string(),
  month: Month,
  owed: z.array(Owed),
  /** Control totals over all records of the month. */
  control: z.object({
    records: z.int(),
    served: z.int(),
    reversed: z.int(),
    /** Menu prices and delivery fees together. */
    billed: SignedFen,
    elderPaid: SignedFen,
    owed: SignedFen,
  }),
  /** First local date on which nothing of this month can change any more. */
  closesOn: LocalDate,
  isClosed: z.boolean(),
})

/** `added`: what only the operator receives, because another meal of the day was taken back. */
export const entryKinds = ['served', 'added', 'reversed'] as const

/** One served meal, or its reversal, as it is settled. */
export const SettlementRow = z.object({
  id: Id,
  date: LocalDate,
  slot: z.enum(slots),
  mode: z.enum(modes),
  stationName: z.string(),
  /** Masked. */
  elderName: z.string(),
  kind: z.enum(entryKinds),
  billed: SignedFen,
  elderPaid: SignedFen,
  owed: SignedFen,
})

const flagKinds = ['inHospital', 'away', 'deceased', 'twoStations', 'servedLate'] as const

/** Something that does not fit together and that a person should look at. Nothing is cut off by it. */
export const Flag = z.object({
  id: Id,
  kind: z.enum(flagKinds),
  elderId: Id,
  elderName: z.string(),
  stationName: z.string(),
  date: LocalDate,
  slot: z.enum(slots),
  /** The other station, since when she is recorded as away, or why it was written down so late. */
  about: z.string(),
  state: z.enum(['open', 'closed']),
  at: Instant,
  closed: z.nullable(z.object({ by: Actor, at: Instant, words: z.string() })),
})

/** What one night found not to be so in a district: records that break a rule, by their ids. */
export const MismatchNight = z.object({
  id: Id,
  date: LocalDate,
  /** All that was found, also what is not listed. */
  count: z.int(),
  found: z.array(z.object({ rule: z.enum(integrityRules), id: z.string() })),
  state: z.enum(['open', 'closed']),
  at: Instant,
  closed: z.nullable(z.object({ by: Actor, at: Instant })),
})

const ofMonth = { district: Id, operatorId: Id, month: Month }

/** What is owed, and what should be looked at. */
export const supervision = {
  /** Who runs stations in a district, a page at a time. */
  operators: {
    who: ['supervisor'],
    concerns: 'record',
    input: z.strictObject({ district: Id, after: z.optional(PageCursor) }),
    output: z.object({
      operators: z.array(z.object({ id: Id, name: z.string(), stations: z.int() })),
      next: z.nullable(PageCursor),
    }),
    errors: [],
  },

  /** What an operator is owed for a month. */
  settlement: {
    who: ['supervisor'],
    concerns: 'record',
    input: z.strictObject(ofMonth),
    output: Settlement,
    errors: ['NOT_FOUND'],
  },

  /**
   * The month as a file with every record and the control totals: behind a link that is good for a few minutes, and by its id for a
   * day or two.
   */
  settlementFile: {
    who: ['supervisor'],
    concerns: 'record',
    input: z.strictObject({ ...ofMonth, format: z.enum(['csv', 'xlsx']), reason: ShortText }),
    output: z.object({
      name: z.string(),
      link: z.string(),
      fileId: z.string(),
      records: z.int(),
      owed: SignedFen,
    }),
    errors: ['NOT_FOUND', 'TOO_MUCH'],
    shown: ['reason'],
  },

  /** Records to be looked at on the spot: the same seed draws the same ones. */
  sample: {
    who: ['supervisor'],
    concerns: 'record',
    input: z.strictObject({ ...ofMonth, seed: lineOf(longest.seed) }),
    output: z.object({ of: z.int(), rows: z.array(SettlementRow) }),
    errors: ['TOO_MUCH'],
  },

  /** What does not fit together, the latest first. */
  flags: {
    who: ['supervisor', 'coordinator'],
    concerns: 'nobody',
    input: z.strictObject({
      state: z.enum(['open', 'closed']),
      /** The last flag of the page before. */
      after: z.optional(z.strictObject({ at: Instant, id: Id })),
    }),
    output: z.array(Flag),
    errors: [],
  },

  /** Writes down what somebody found out about it. */
  closeFlag: {
    who: ['supervisor', 'coordinator'],
    concerns: 'record',
    input: z.strictObject({ flagId: Id, words: ShortText, key: z.optional(Key) }),
    output: Flag,
    errors: ['NOT_FOUND'],
    writes: true,
    shown: ['words'],
  },

  /** What the nightly check found in the caller's districts, the latest night first. */
  mismatches: {
    who: ['supervisor'],
    concerns: 'nobody',
    input: z.strictObject({
      state: z.enum(['open', 'closed']),
      /** The last night of the page before. */
      after: z.optional(z.strictObject({ date: LocalDate, id: Id })),
    }),
    output: z.object({
      /** What was found in all the nights of this state. */
      count: z.int(),
      nights: z.array(MismatchNight),
    }),
    errors: [],
  },

  /** Writes down that somebody has looked at what a night found. */
  closeMismatches: {
    who: ['supervisor'],
    concerns: 'record',
    input: z.strictObject({ nightId: Id, key: z.optional(Key) }),
    output: MismatchNight,
    errors: ['NOT_FOUND'],
    writes: true,
  },
} as const satisfies Contract

export type Owed = z.infer<typeof Owed>
export type Settlement = z.infer<typeof Settlement>
export type SettlementRow = z.infer<typeof SettlementRow>
export type Flag = z.infer<typeof Flag>
export type MismatchNight = z.infer<typeof MismatchNight>
export type OwedTo = (typeof owedTo)[number]
export type EntryKind = (typeof entryKinds)[number]
export type FlagKind = (typeof flagKinds)[number]
