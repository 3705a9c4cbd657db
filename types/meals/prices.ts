import { payers } from '../payers'
import { mealFacts } from '../policies/conditions'
import { Fen } from '../values'
import * as z from '../z'

/**
 * One line of a price. All amounts are fen and never negative. `list` and `delivery` are what is to be paid,
 * `discount`, `subsidy` and `selfPay` say who gives it; the first two together equal the last three together.
 */
export const PriceLine = z.object({
  kind: z.enum(['list', 'delivery', 'discount', 'subsidy', 'selfPay']),
  label: z.string(),
  payer: z.nullable(z.enum(payers)),
  /** Name of the rule in the policy that gave the line; null where none did. */
  rule: z.nullable(z.string()),
  amount: Fen,
})

/** A fact that decides and is not known. `wants`: categories or levels that would do; `isDeclared`: only the papers are missing. */
export const MissingFact = z.object({
  fact: z.enum(mealFacts),
  wants: z.array(z.string()),
  isDeclared: z.boolean(),
})

/** A rule that might give more, once its facts are known: nobody is told "no" for a blank field. */
export const Undecided = z.object({
  rule: z.string(),
  label: z.string(),
  payer: z.enum(payers),
  /** What it could give beyond the price, fen; null where the missing fact says how much. */
  amount: z.nullable(Fen),
  facts: z.array(MissingFact),
  bring: z.array(z.string()),
})

/** What the operator receives for a meal that is served; never shown as the elder's. */
export const OperatorLine = z.object({
  rule: z.string(),
  label: z.string(),
  payer: z.enum(payers),
  amount: Fen,
  per: z.enum(['meal', 'delivery', 'personDay']),
})

export const Price = z.object({
  lines: z.array(PriceLine),
  /** What the elder pays, in fen: the `selfPay` line. */
  elderPays: Fen,
  /** The most worth first, at most five. */
  undecided: z.array(Undecided),
})

export type PriceLine = z.infer<typeof PriceLine>
export type Undecided = z.infer<typeof Undecided>
export type MissingFact = z.infer<typeof MissingFact>
export type OperatorLine = z.infer<typeof OperatorLine>
export type Price = z.infer<typeof Price>
