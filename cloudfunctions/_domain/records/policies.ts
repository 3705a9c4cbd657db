import { Category } from '#types/elders'
import { modes, payers, slots } from '#types/meals'
import { Fen, Id, LocalDate } from '#types/values'
import * as z from '#types/z'

/**
 * One layer of a meal policy: who gives how much, to whom, for which meals.
 * `minSpend`: the bill must be `above` (strictly) or `atLeast` this many fen.
 */
export const MealLayer = z.strictObject({
  /** Name of the rule, as it is frozen into an order. */
  rule: Id,
  /** What the elder reads: 区里的特困补贴. */
  label: z.string(),
  payer: z.enum(payers),
  /** Holders of any of these categories on the day of eating. */
  categories: z.array(Category).check(z.minLength(1)),
  slots: z.array(z.enum(slots)).check(z.minLength(1)),
  modes: z.array(z.enum(modes)).check(z.minLength(1)),
  /** A flat amount, fen; never more than the bill. */
  amount: Fen,
  minSpend: z.nullable(z.strictObject({ bill: z.enum(['above', 'atLeast']), amount: Fen })),
  /** How often one person has it, across all stations. */
  uses: z.enum(['everyMeal', 'oncePerDay']),
})

/** A dated meal policy of a district. Changed by adding a later one, never by editing. */
export const MealPolicy = z.strictObject({
  id: Id,
  district: Id,
  kind: z.literal('meal'),
  name: z.string(),
  effectiveFrom: LocalDate,
  effectiveTo: z.nullable(LocalDate),
  source: z.string(),
  layers: z.array(MealLayer),
  /** What the operator receives per person and day, fen; settled monthly, never shown as the elder's. */
  operatorSubsidy: z.nullable(
    z.strictObject({ payer: z.enum(payers), amount: Fen, per: z.enum(['personDay', 'meal']) }),
  ),
  /** Choices made where the source is silent. */
  settings: z.record(z.string(), z.string()),
})

export type MealLayer = z.infer<typeof MealLayer>
export type MealPolicy = z.infer<typeof MealPolicy>
