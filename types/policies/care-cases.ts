import { Fen, LocalDate, Minutes, Month } from '../values'
import * as z from '../z'
import { noticeChannels } from './care'
import { PersonCase } from './cases'
import { answers, PolicyName, personFacts } from './conditions'

/** What becomes of one service. `undecided`: a fact that decides is not known yet, so it is neither paid nor refused. */
export const serviceOutcomes = ['paid', 'partly', 'borrowed', 'selfPaid', 'refused', 'undecided'] as const
export const ServiceOutcome = z.enum(serviceOutcomes)
export type ServiceOutcome = (typeof serviceOutcomes)[number]

/** Why a service is not paid in full from the allowance of its month. */
export const shortfalls = [
  'notEntitled',
  'notKnownYet',
  'notInForce',
  'monthUsedUp',
  'yearUsedUp',
  'weekUsedUp',
  'onceAMonth',
  'tooShortNotice',
  'notInCatalogue',
  'notForThisPerson',
] as const
export const Shortfall = z.enum(shortfalls)
export type Shortfall = (typeof shortfalls)[number]

const atLeastOne = <T extends z.ZodMiniType<object>>(one: T) =>
  one.check(z.refine((expect) => Object.keys(expect).length > 0, { error: 'expects nothing' }))

const head = {
  id: z.string().check(z.minLength(1), z.maxLength(40)),
  note: z.optional(z.string()),
  person: PersonCase,
  /**
   * Those who live with the person, for allowances that a household has once; with an empty list nobody does. Left out,
   * nobody knows who lives there, unless the person's `living` is `alone`.
   */
  household: z.optional(z.array(PersonCase)),
}

const Answer = z.enum(answers)
const Missing = z.array(z.enum(personFacts))

/** Asks whether an item asked for on a day can be had on another. */
const NoticeCase = z.strictObject({
  item: z.optional(PolicyName),
  channel: z.enum(noticeChannels),
  asked: LocalDate,
  on: LocalDate,
})

/** A service, or the same one every week or month. */
const ServiceCase = z
  .strictObject({
    on: LocalDate,
    /** Where the catalogue does not say how long the item takes. */
    minutes: z.optional(Minutes),
    /** What it costs, fen, where there is no price of an hour. */
    price: z.optional(Fen),
    item: z.optional(PolicyName),
    /** The day on which it was asked for; the day of the service unless said, and then no notice is asked. */
    asked: z.optional(LocalDate),
    channel: z.optional(z.enum(noticeChannels)),
    /** Again every week or month, so many times in all, all asked for on the same day where one is given. */
    every: z.optional(z.enum(['week', 'month'])),
    times: z.optional(z.int().check(z.minimum(2), z.maximum(60))),
  })
  .check(
    z.refine(({ every, times }) => (every === undefined) === (times === undefined), {
      error: '"every" and "times" go together',
    }),
    z.refine(({ asked, on }) => asked === undefined || asked <= on, {
      error: 'asked for after the day of the service',
    }),
  )

/** What a month comes to. Minutes and fen are those of the allowance. */
const MonthExpected = z.strictObject({
  minutes: z.optional(Minutes),
  paid: z.optional(Fen),
  selfPays: z.optional(Fen),
  /** Left of the allowance: minutes, or fen where the allowance is a sum. */
  left: z.optional(Minutes),
})

const ServiceExpected = z.union([
  ServiceOutcome,
  z.strictObject({
    outcome: z.optional(ServiceOutcome),
    minutes: z.optional(Minutes),
    borrowed: z.optional(Minutes),
    paid: z.optional(Fen),
    selfPays: z.optional(Fen),
    why: z.optional(Shortfall),
    /** Where notice was too short: the first day that is possible. */
    firstPossible: z.optional(LocalDate),
  }),
])

/** A question to a care policy, and what its answer has to be. Whatever `expect` names is compared; it names something. */
export const CareCase = z.strictObject({
  ...head,
  care: z
    .strictObject({
      /** The month that `answer`, `minutes`, `amount`, `lines` and `missing` are about; else that of the first service. */
      month: z.optional(Month),
      services: z._default(z.array(ServiceCase).check(z.maxLength(200)), []),
      notice: z.optional(NoticeCase),
    })
    .check(
      z.refine(
        ({ month, services, notice }) => month !== undefined || services.length > 0 || notice !== undefined,
        {
          error: 'needs "month", "services" or "notice"',
        },
      ),
    ),
  expect: atLeastOne(
    z.strictObject({
      answer: z.optional(Answer),
      /** A right to so many minutes in the month. */
      minutes: z.optional(Minutes),
      /** A right to so many fen in the month; minutes at the price of an hour. */
      amount: z.optional(Fen),
      /** Exactly these rules give exactly this: minutes, or fen where the allowance is a sum. */
      lines: z.optional(z.record(z.string(), Minutes)),
      missing: z.optional(Missing),
      /** One for each service in order, repeated ones written out. */
      services: z.optional(z.array(ServiceExpected)),
      /** How many services became what. */
      counts: z.optional(z.record(z.string(), z.int())),
      /** All services together: minutes and fen from the allowance, what the elder pays. */
      usedMinutes: z.optional(Minutes),
      paid: z.optional(Fen),
      selfPays: z.optional(Fen),
      months: z.optional(z.record(Month, MonthExpected)),
      /** Whether notice was long enough, and if not, the first day that is possible. */
      inTime: z.optional(z.boolean()),
      firstPossible: z.optional(z.nullable(LocalDate)),
    }),
  ),
})

/** Bills in their order, and what a voucher policy has to take off them. */
export const VoucherCase = z.strictObject({
  ...head,
  voucher: z.strictObject({
    bills: z.array(z.strictObject({ on: LocalDate, service: PolicyName, price: Fen })).check(z.minLength(1)),
    /** Used before these bills; counted against every rule unless one is named. */
    used: z._default(
      z.array(z.strictObject({ on: LocalDate, amount: Fen, rule: z.optional(PolicyName) })),
      [],
    ),
  }),
  expect: atLeastOne(
    z.strictObject({
      /** `yes`: something comes off; `unknown`: nothing yet, but something might. */
      answer: z.optional(Answer),
      /** Off all bills together, fen. */
      voucher: z.optional(Fen),
      pays: z.optional(Fen),
      /** Off each bill, fen. */
      bills: z.optional(z.array(Fen)),
      /** Exactly these rules gave exactly this. */
      lines: z.optional(z.record(z.string(), Fen)),
      missing: z.optional(Missing),
    }),
  ),
})

export type CareCase = z.infer<typeof CareCase>
export type VoucherCase = z.infer<typeof VoucherCase>
export type WrittenCareCase = z.input<typeof CareCase>
