import { modes, slots } from '../meals/slots'
import { Bring, inOrder, Label, Meeting, Payer, Percent, policyHead } from '../policies'
import { Fen, Metres } from '../values'
import * as z from '../z'
import { type abilityLevels, Condition, Level, PolicyName } from './conditions'

/** What kind of day a meal falls on, by the calendar of public holidays and make-up workdays. */
export const dayKinds = ['workday', 'weekend', 'holiday'] as const
export type DayKind = (typeof dayKinds)[number]

const some = <T extends z.ZodMiniType>(one: T) => z.array(one).check(z.minLength(1))

/** Which bill is meant: the menu's price, what is left of it after discounts, what is left after earlier layers too. */
export const Bill = z.enum(['list', 'discounted', 'left'])

/** A smallest bill, fen: strictly above it, or at least it. */
export const Spend = z
  .strictObject({ above: z.optional(Fen), atLeast: z.optional(Fen), of: z._default(Bill, 'discounted') })
  .check(
    z.refine(({ above, atLeast }) => (above === undefined) !== (atLeast === undefined), {
      error: 'needs either "above" or "atLeast"',
    }),
  )

/** Which meals are meant. What is left out does not matter. */
const when = {
  slots: z.optional(some(z.enum(slots))),
  modes: z.optional(some(z.enum(modes))),
  days: z.optional(some(z.enum(dayKinds))),
  /** Eats in the home town, the home district, the home city. */
  eatsIn: z.optional(Level),
  spend: z.optional(Spend),
}
export const When = z.strictObject(when)

/** How much: fen, and what it depends on. Where a table has no entry, nothing is given. */
export type Amount =
  | number
  | { percent: number; cap?: number; of?: z.infer<typeof Bill> }
  | { elderPays: number; cap?: number }
  | { bySlot: Partial<Record<(typeof slots)[number], Amount>> }
  | { byMode: Partial<Record<(typeof modes)[number], Amount>> }
  | { byDay: Partial<Record<DayKind, Amount>> }
  | { byAbility: Partial<Record<(typeof abilityLevels)[number], Amount>> }

const entry: z.ZodMiniOptional<z.ZodMiniType<Amount, Amount>> = z.optional(
  z.lazy((): z.ZodMiniType<Amount, Amount> => Amount),
)

export const Amount: z.ZodMiniType<Amount, Amount> = z.union([
  Fen,
  /** A share of the bill (`of`, the discounted one unless said), at most `cap`. */
  z.strictObject({ percent: Percent, cap: z.optional(Fen), of: z.optional(Bill) }),
  /** A fixed price to pay; the payer gives the rest, at most `cap`. */
  z.strictObject({ elderPays: Fen, cap: z.optional(Fen) }),
  z.strictObject({ bySlot: z.strictObject({ breakfast: entry, lunch: entry, dinner: entry }) }),
  z.strictObject({ byMode: z.strictObject({ dineIn: entry, takeAway: entry, delivery: entry }) }),
  z.strictObject({ byDay: z.strictObject({ workday: entry, weekend: entry, holiday: entry }) }),
  z.strictObject({
    byAbility: z.strictObject({ able: entry, mild: entry, moderate: entry, severe: entry, total: entry }),
  }),
])

export const limitPeriods = ['slot', 'day', 'month', 'year'] as const
export type LimitPeriod = (typeof limitPeriods)[number]

/** How often, or how much in all, one person has it across all stations: so many times, or so many fen, per slot of a day, day, month, year. */
export const Limit = z
  .strictObject({
    per: z.enum(limitPeriods),
    times: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
    amount: z.optional(Fen),
  })
  .check(
    z.refine(({ times, amount }) => times !== undefined || amount !== undefined, {
      error: 'needs "times" or "amount"',
    }),
  )
const Limits = z._default(z.array(Limit).check(z.maxLength(4)), [])

/** One rule of a layer: whom it is for, which meals, how much. */
export const MealRule = z.strictObject({
  /** Name of the rule, unique in the policy, frozen into every order that it priced. */
  rule: PolicyName,
  /** What the elder reads; the layer's words unless said. */
  label: z.optional(Label),
  payer: z.optional(Payer),
  who: Condition,
  ...when,
  amount: Amount,
  limits: Limits,
  /** What to bring when a fact that decides is not known. */
  bring: z.optional(Bring),
})

/** What one payer gives: its rules meet as `meet` says; the layer is cut at what is left of the bill. */
export const MealLayer = z.strictObject({
  layer: PolicyName,
  label: Label,
  payer: Payer,
  meet: z._default(Meeting, 'highest'),
  ...when,
  rules: some(MealRule),
  limits: Limits,
})

/** What delivery costs, fen: flat, or by metres between station and door; beyond the last step nothing is delivered. */
export const DeliveryFee = z.union([
  Fen,
  z.strictObject({ byDistance: some(z.strictObject({ upTo: Metres, fee: Fen })) }),
])

/** What the operator receives for a meal that was served: settled monthly, never shown as the elder's. */
export const OperatorSubsidy = z.strictObject({
  rule: PolicyName,
  label: Label,
  payer: Payer,
  who: z._default(Condition, {}),
  ...when,
  amount: Fen,
  /** For each meal, for each delivery, or once for a person and day. */
  per: z.enum(['meal', 'delivery', 'personDay']),
  /** True: only for meals to which some layer gave something. */
  onlySubsidised: z._default(z.boolean(), false),
})

/**
 * A dated meal policy. Discounts come off the list price first, then the layers are applied in their order, each cut so that
 * the elder never pays less than nothing; delivery is a bill of its own with its own layers.
 */
export const MealPolicy = z
  .strictObject({
    ...policyHead,
    kind: z.literal('meal'),
    ...when,
    /** The price that amounts were set for, fen; for reading, nothing depends on it. */
    standardPrice: z.optional(Fen),
    discounts: z._default(z.array(MealLayer), []),
    layers: z._default(z.array(MealLayer), []),
    /** How layers meet each other. */
    meet: z._default(Meeting, 'add'),
    /** What the elder pays for a meal whatever the layers would give, fen: nothing beyond it is taken off. */
    elderPaysAtLeast: z._default(Fen, 0),
    /** Over the whole policy: `times` counts meals that got anything at all, `amount` all subsidies, those of delivery too. */
    limits: Limits,
    delivery: z._default(
      z.nullable(
        z.strictObject({
          label: z._default(Label, '送餐费'),
          fee: DeliveryFee,
          layers: z._default(z.array(MealLayer), []),
        }),
      ),
      null,
    ),
    operator: z._default(z.array(OperatorSubsidy), []),
  })
  .check(inOrder)

export type When = z.infer<typeof When>
export type Spend = z.infer<typeof Spend>
export type Bill = z.infer<typeof Bill>
export type Limit = z.infer<typeof Limit>
export type MealRule = z.infer<typeof MealRule>
export type MealLayer = z.infer<typeof MealLayer>
export type DeliveryFee = z.infer<typeof DeliveryFee>
export type OperatorSubsidy = z.infer<typeof OperatorSubsidy>
export type MealPolicy = z.infer<typeof MealPolicy>
/** As it is written in a file, before what is left out is filled in. */
export type WrittenMealPolicy = z.input<typeof MealPolicy>
