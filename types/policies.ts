import { payers } from './payers'
import { Condition, PolicyName } from './policies/conditions'
import { Id, LocalDate, lineOf } from './values'
import * as z from './z'

export const policyKinds = ['meal', 'care', 'voucher'] as const
export type PolicyKind = (typeof policyKinds)[number]

/** What a person reads: short Chinese words. */
export const Label = lineOf(60)

/** Who gives the money: never the elder herself. */
export const Payer = z.enum(
  payers.filter((payer) => payer !== 'elder') as Exclude<(typeof payers)[number], 'elder'>[],
)

/** A share of a hundred, with at most two decimals: `25`, `12.5`. */
export const Percent = z.number().check(
  z.minimum(0),
  z.maximum(100),
  // 1.1 * 100 is not quite 110.
  z.refine((value) => Math.abs(Math.round(value * 100) - value * 100) < 1e-6, {
    error: 'at most two decimals',
  }),
)

/** How an amount that is no whole unit is cut: `halfUp` rounds half a unit up. */
export const Rounding = z.strictObject({
  mode: z.enum(['down', 'up', 'halfUp']),
  to: z.enum(['fen', 'jiao', 'yuan']),
})
const roundedDown = { mode: 'down', to: 'fen' } as const

/** How several rules that fit meet: the first of them, the one that gives most, or all of them. */
export const Meeting = z.enum(['first', 'highest', 'add'])

/** What a choice is about. A database takes names that begin with $ for something else, and then nobody can read the whole. */
const SettingName = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/))

/** A group of persons that rules can name. */
export const Group = z.strictObject({ label: Label, who: Condition })

/** What a paper or a photo must show for a fact that decides. */
export const Bring = z.array(Label).check(z.maxLength(6))

/**
 * What every policy says of itself. Dates are local, first and last day included. Without `effectiveTo` it holds until the
 * day before the next of its kind begins.
 */
export const policyHead = {
  id: Id,
  /** The district that it is for; left out in a document that any district may take over. */
  district: z.optional(Id),
  name: Label,
  effectiveFrom: LocalDate,
  effectiveTo: z._default(z.nullable(LocalDate), null),
  source: lineOf(200),
  sourceUrl: z.optional(z.string().check(z.maxLength(300))),
  /** Choices made where the source is silent: what was chosen, and that it is a choice. */
  settings: z._default(z.record(SettingName, lineOf(300)), {}),
  /**
   * Which facts count: only those whose papers somebody has seen, or what was declared too. A declared fact is
   * *not known yet* where papers are asked for.
   */
  evidence: z._default(z.enum(['verified', 'declared']), 'verified'),
  /** Groups of this district's own, with what they are called and what proves them. */
  categories: z._default(
    z.record(
      z.string().check(z.regex(/^own-[a-z0-9-]{1,40}$/)),
      z.strictObject({
        label: Label,
        bring: z._default(Bring, []),
        /** True: a slot that the district has still to fill; nobody is asked about it and nobody can apply for it. */
        isPlaceholder: z._default(z.boolean(), false),
      }),
    ),
    {},
  ),
  groups: z._default(z.record(PolicyName, Group), {}),
  rounding: z._default(Rounding, roundedDown),
}

/** Dates in their order. */
export const inOrder = z.refine<{ effectiveFrom: string; effectiveTo: string | null }>(
  ({ effectiveFrom, effectiveTo }) => effectiveTo === null || effectiveFrom <= effectiveTo,
  { error: 'it ends before it begins', path: ['effectiveTo'] },
)

export type Rounding = z.infer<typeof Rounding>
export type Meeting = z.infer<typeof Meeting>
export type Group = z.infer<typeof Group>
