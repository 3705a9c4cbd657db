import { payers } from '../payers'
import { Category } from '../people/categories'
import { policyKinds } from '../policies'
import { answers, personFacts } from '../policies/conditions'
import { Amount, Limit, When } from '../policies/meal'
import { Fen, LocalDate, PageCursor } from '../values'
import * as z from '../z'

/** Yes, no, or not known yet. Unknown is never shown as "no". */
const Answer = z.enum(answers)

/**
 * Why a rule says what it says: one fact, what the rule asks of it, and how it stands. `wants` are the rule's own codes
 * (categories, levels, years), `from` the first local date on which it will hold by itself, where that can be told.
 */
export const Reason = z.object({
  fact: z.enum(personFacts),
  answer: Answer,
  wants: z.array(z.string()),
  /** Names of categories that a district made up, for those in `wants`. */
  names: z.record(z.string(), z.string()),
  /** What is known of the person: years, a level, a code; null where nothing is, or where the reader may not know. */
  has: z.nullable(z.string()),
  /** True where the rule asks for the opposite. */
  isNegated: z.boolean(),
  /** Declared, but nobody has seen a paper. */
  isDeclared: z.boolean(),
  from: z.nullable(LocalDate),
})

/** How much a rule gives, in the form that its kind has. */
export const Gives = z.union([
  z.object({
    kind: z.literal('meal'),
    amount: Amount,
    when: When,
    /** How often, or how much in all. */
    limits: z.optional(z.array(Limit)),
  }),
  z.object({
    kind: z.literal('care'),
    /** A month's minutes or fen; null where a missing fact says how much. */
    minutes: z.nullable(z.int()),
    amount: z.nullable(Fen),
    hourPrice: z.nullable(Fen),
  }),
  z.object({
    kind: z.literal('voucher'),
    percent: z.array(z.object({ service: z.nullable(z.string()), percent: z.number() })),
    monthlyCap: z.nullable(Fen),
  }),
])

/** What one rule of one policy says of one person on one day. */
export const RuleAnswer = z.object({
  policyId: z.string(),
  policyName: z.string(),
  kind: z.enum(policyKinds),
  rule: z.string(),
  /** Rules of one layer exclude each other: of several that fit, `isTaken` is the one that counts. */
  layer: z.string(),
  label: z.string(),
  payer: z.enum(payers),
  answer: Answer,
  /** False where another rule of the same layer counts instead. */
  isTaken: z.boolean(),
  reasons: z.array(Reason),
  gives: Gives,
  bring: z.array(z.string()),
  /** Last day of the policy; null: open. */
  until: z.nullable(LocalDate),
})

/** A category that somebody can apply for in a district. */
export const Applicable = z.object({
  category: Category,
  /** The name where the district made it up; null where the phone has a word. */
  label: z.nullable(z.string()),
  bring: z.array(z.string()),
  /** Held today, until when (null: open end). */
  held: z.nullable(z.object({ from: LocalDate, to: z.nullable(LocalDate) })),
  /** True from so many days before it ends that it should be renewed. */
  isEnding: z.boolean(),
})

/** What somebody has a right to, as far as it is known. */
export const Entitlements = z.object({
  on: LocalDate,
  answers: z.array(RuleAnswer),
  applicable: z.array(Applicable),
  /**
   * Whether her id number is kept no more, since it is another's or nobody knows yet whose: what she was recognised as counts again once
   * a clerk has seen her own card. Absent: no.
   */
  isNumberGone: z.optional(z.boolean()),
})

/** As many of the answers as one reply holds; what can be applied for stands with the first of them. */
export const EntitlementsPage = z.extend(Entitlements, { next: z.nullable(PageCursor) })

export type Reason = z.infer<typeof Reason>
export type Gives = z.infer<typeof Gives>
export type RuleAnswer = z.infer<typeof RuleAnswer>
export type Applicable = z.infer<typeof Applicable>
export type Entitlements = z.infer<typeof Entitlements>
export type EntitlementsPage = z.infer<typeof EntitlementsPage>
