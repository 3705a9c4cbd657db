import { Bring, inOrder, Label, Meeting, Payer, Percent, policyHead } from '../policies'
import { Fen, Minutes } from '../values'
import * as z from '../z'
import { abilityLevels, Condition, PolicyName } from './conditions'

const some = <T extends z.ZodMiniType>(one: T) => z.array(one).check(z.minLength(1))

const byAbility = <T extends z.ZodMiniType>(one: T) =>
  z.strictObject(
    Object.fromEntries(abilityLevels.map((level) => [level, z.optional(one)])) as Record<
      (typeof abilityLevels)[number],
      z.ZodMiniOptional<T>
    >,
  )

/** A table of group × assessed ability. The first row whose group the person belongs to counts; without an entry, nothing. */
const matrix = <T extends z.ZodMiniType>(one: T) =>
  z.strictObject({ matrix: some(z.strictObject({ group: PolicyName, byAbility: byAbility(one) })) })

/** So much a month: one figure for all, or by group × ability. */
export const MinutesAMonth = z.union([Minutes, matrix(Minutes)])
export const FenAMonth = z.union([Fen, matrix(Fen)])

/** What somebody has a right to each month: minutes of service, or a sum. */
export const Allowance = z
  .strictObject({
    rule: PolicyName,
    label: Label,
    payer: Payer,
    who: Condition,
    minutes: z.optional(MinutesAMonth),
    amount: z.optional(FenAMonth),
    bring: z.optional(Bring),
  })
  .check(
    z.refine(({ minutes, amount }) => (minutes === undefined) !== (amount === undefined), {
      error: 'needs either "minutes" or "amount"',
    }),
  )

/** Ways of asking for a service that a policy can set a notice for. */
export const noticeChannels = ['app', 'phone'] as const
export type NoticeChannel = (typeof noticeChannels)[number]

const Days = z.int().check(z.minimum(0), z.maximum(366))

/** Whole days between asking and the service, by channel: asked on the 1st with 7 days, the 8th is the first day. */
export const Notice = z.strictObject({ app: Days, phone: Days })

/** One thing of the catalogue. */
export const CatalogueItem = z.strictObject({
  item: PolicyName,
  label: Label,
  /** A name of `classes`. */
  class: PolicyName,
  /** `regular`: part of the weekly bundle; `appointment`: asked for ahead; `monthly`: once a month. */
  kind: z.enum(['regular', 'appointment', 'monthly']),
  /** How long it takes; null where only the bundle has a length. */
  minutes: z._default(z.nullable(Minutes), null),
  /** Notice of this item; where it is left out, the policy's holds for items by appointment and none for the others. */
  notice: z.optional(Notice),
  /** Who is offered it, where an assessment or a group decides; everybody with an allowance unless said. */
  who: z._default(Condition, {}),
})

/** A dated policy of home care bought by the government. */
export const CarePolicy = z
  .strictObject({
    ...policyHead,
    kind: z.literal('care'),
    /** Whether the allowance belongs to each person, or once to all who live together. */
    per: z._default(z.enum(['person', 'household']), 'person'),
    meet: z._default(Meeting, 'highest'),
    allowances: some(Allowance),
    /** Price of an hour, fen; null where the allowance is a sum. */
    hourPrice: z._default(z.nullable(Fen), null),
    /** The most in a calendar year, whatever the months say; where both are given, both hold. */
    yearly: z._default(
      z.nullable(z.strictObject({ minutes: z.optional(Minutes), amount: z.optional(Fen) })),
      null,
    ),
    /**
     * What becomes of what a month leaves over: lost (null), or usable to the end of the calendar quarter or year. `most`: so
     * many minutes (fen, where the allowance is a sum) at most go over into the next month, earlier leftovers included.
     */
    carryOver: z._default(
      z.nullable(
        z.strictObject({
          until: z.enum(['quarterEnd', 'yearEnd']),
          most: z._default(z.nullable(Minutes), null),
        }),
      ),
      null,
    ),
    /**
     * What happens to the part of a service that the month does not cover: the elder pays it, it is refused, or it is taken
     * from the next month's allowance. Borrowing reaches one month ahead and never into the next year; what cannot be
     * borrowed is the elder's to pay.
     */
    overflow: z._default(z.enum(['selfPaid', 'refuse', 'borrow']), 'selfPaid'),
    /**
     * Somebody who comes to fit during a month: has it from the next month on, or the whole month's allowance for services
     * from that day on.
     */
    whenGained: z._default(z.enum(['nextMonth', 'sameDay']), 'nextMonth'),
    /**
     * Somebody who no longer fits during a month: services that were asked for before stay paid, or only those that have
     * taken place. Nothing new is granted either way, and no further month.
     */
    whenLost: z._default(z.enum(['keepHeld', 'releaseHeld']), 'keepHeld'),
    /** Length of the weekly bundle: all regular items of a week, Monday to Sunday, together. */
    weekly: z._default(z.nullable(z.strictObject({ minutes: Minutes })), null),
    /** Notice of items by appointment. */
    notice: z._default(z.nullable(Notice), null),
    classes: z._default(z.record(PolicyName, Label), {}),
    catalogue: z._default(z.array(CatalogueItem), []),
    /** Share of the month's records that is looked at on the spot. */
    sample: z._default(z.strictObject({ percent: Percent }), { percent: 1 }),
  })
  .check(inOrder)

/** What somebody gets off the bills of services, up to a sum a month. */
export const Voucher = z.strictObject({
  rule: PolicyName,
  label: Label,
  payer: Payer,
  who: Condition,
  /** Share of the bill, for all services or by kind of service; a kind that is not named gets nothing. */
  percent: z.union([Percent, z.strictObject({ byService: z.record(PolicyName, Percent) })]),
  monthlyCap: FenAMonth,
  bring: z.optional(Bring),
})

/** A dated policy of vouchers: a share of the bill by kind of service, with a monthly cap. */
export const VoucherPolicy = z
  .strictObject({
    ...policyHead,
    kind: z.literal('voucher'),
    per: z._default(z.enum(['person', 'household']), 'person'),
    meet: z._default(Meeting, 'highest'),
    vouchers: some(Voucher),
    /** Kinds of service by their names. */
    services: z._default(z.record(PolicyName, Label), {}),
    yearly: z._default(z.nullable(z.strictObject({ amount: Fen })), null),
  })
  .check(inOrder)

export type MinutesAMonth = z.infer<typeof MinutesAMonth>
export type FenAMonth = z.infer<typeof FenAMonth>
export type Allowance = z.infer<typeof Allowance>
export type Notice = z.infer<typeof Notice>
export type CatalogueItem = z.infer<typeof CatalogueItem>
export type CarePolicy = z.infer<typeof CarePolicy>
export type Voucher = z.infer<typeof Voucher>
export type VoucherPolicy = z.infer<typeof VoucherPolicy>
export type WrittenCarePolicy = z.input<typeof CarePolicy>
export type WrittenVoucherPolicy = z.input<typeof VoucherPolicy>
