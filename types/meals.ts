import type { Contract } from './contract'
import { roles } from './contract'
import { modes, slots } from './meals/slots'
import { payers } from './payers'
import { personFacts } from './policies/conditions'
import { mealOrderStates } from './states'
import { Fen, Id, Instant, Key, LocalDate, ShortText } from './values'
import * as z from './z'

export const Slot = z.enum(slots)

export const Mode = z.enum(modes)

/** How somebody who is not the elder asked: in the app, on the phone, at the counter. */
export const channels = ['app', 'phone', 'counter'] as const
export const Channel = z.enum(channels)

/** A set meal of one sitting. `price` is the menu's, in fen, before anything is taken off. */
export const MealSet = z.object({
  id: Id,
  name: z.string(),
  dishes: z.array(z.string()),
  /** What a diner should know: 软, 少盐, 少油 … */
  tags: z.array(z.string()),
  price: Fen,
  /** Name of the drawing that shows it, without folder and ending. */
  picture: z.string(),
})

/** One station, one date, one slot. Seats are dine-in; portions are take-away and delivery together. */
export const Sitting = z.object({
  id: Id,
  stationId: Id,
  stationName: z.string(),
  date: LocalDate,
  slot: Slot,
  /** When the meal is served. */
  startsAt: Instant,
  seats: z.int(),
  seatsLeft: z.int(),
  portions: z.int(),
  portionsLeft: z.int(),
  /** Until when it can be booked. */
  cutoffAt: Instant,
  /** Until when an order can be cancelled. */
  cancelUntil: Instant,
  modes: z.array(Mode),
  sets: z.array(MealSet),
  /** Whether it can be booked at the moment of asking (open and before the cut-off; seats are a separate matter). */
  bookable: z.boolean(),
})

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
  fact: z.enum([...personFacts, 'eatsIn']),
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

/** Who did something for an elder, in which capacity and by which channel. */
export const Actor = z.object({
  name: z.string(),
  role: z.enum(roles),
  /** How a relative is related; null for the elder herself and for staff. */
  relation: z.nullable(z.string()),
  channel: Channel,
})

/** A meal booked for one elder. Booking again after a cancellation keeps the id and the history. */
export const MealOrder = z.object({
  id: Id,
  sittingId: Id,
  stationId: Id,
  stationName: z.string(),
  date: LocalDate,
  slot: Slot,
  startsAt: Instant,
  cancelUntil: Instant,
  elderId: Id,
  elderName: z.string(),
  elderAge: z.int(),
  mode: Mode,
  setId: Id,
  setName: z.string(),
  picture: z.string(),
  lines: z.array(PriceLine),
  elderPays: Fen,
  state: z.enum(mealOrderStates),
  placedBy: Actor,
  placedAt: Instant,
  /** What was said with the last move: why the station refused, why it was cancelled; null when nothing was. */
  reason: z.nullable(z.string()),
  history: z.array(z.object({ state: z.enum(mealOrderStates), at: Instant, by: Actor })),
})

const choice = { sittingId: Id, elderId: Id, mode: Mode, setId: Id }
/** What the caller was told that the elder pays, fen: another price is refused with `PRICE_CHANGED`. */
const pays = z.optional(Fen)
const bookingErrors = [
  'NOT_FOUND',
  'SITTING_FULL',
  'BOOKING_CLOSED',
  'DATE_TOO_FAR',
  'ALREADY_BOOKED',
  'SET_NOT_OFFERED',
  'MODE_NOT_OFFERED',
  'DELIVERY_TOO_FAR',
  'PRICE_CHANGED',
  'CONSENT_MISSING',
] as const

/** Meals: find a sitting, know the price, book, cancel; for clerks confirm, refuse, book for somebody. */
export const meals = {
  /** Sittings of a station on a date from today on, in order of time; no login needed. */
  sittings: {
    who: ['anyone'],
    input: z.strictObject({ stationId: Id, date: LocalDate }),
    output: z.array(Sitting),
    errors: ['NOT_FOUND', 'DATE_PAST', 'DATE_TOO_FAR'],
  },

  /** What a meal would cost this elder, by the policy in force on the day of eating. Nothing is held. */
  quote: {
    who: ['elder', 'family:order', 'clerk'],
    input: z.strictObject(choice),
    output: Price,
    errors: ['NOT_FOUND', 'SET_NOT_OFFERED', 'MODE_NOT_OFFERED', 'DELIVERY_TOO_FAR'],
  },

  /** Books a seat or a portion. The same call again returns the order it made. */
  book: {
    who: ['elder', 'family:order'],
    input: z.strictObject({ ...choice, pays, key: z.optional(Key) }),
    output: MealOrder,
    errors: bookingErrors,
    writes: true,
  },

  /** Gives the seat and the day's subsidy back, until `cancelUntil`. */
  cancel: {
    who: ['elder', 'family:order', 'clerk'],
    input: z.strictObject({
      orderId: Id,
      reason: z.optional(ShortText),
      /** How the elder asked, where a clerk writes it down. */
      channel: z.optional(Channel),
      key: z.optional(Key),
    }),
    output: MealOrder,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'CANCEL_CLOSED'],
    writes: true,
    shown: ['reason'],
  },

  /** Orders of the elders whom the caller may see, of the last 30 days and coming, next first. At most a page. */
  mine: {
    who: ['signedIn'],
    input: z.strictObject({ elderId: z.optional(Id) }),
    output: z.array(MealOrder),
    errors: [],
  },

  /** A station's orders of a date in order of their ids; at most a page, the next one `after` the last id. */
  queue: {
    who: ['clerk'],
    input: z.strictObject({ stationId: Id, date: LocalDate, after: z.optional(Id) }),
    output: z.array(MealOrder),
    errors: [],
  },

  /** Coming days of a station on which orders wait to be confirmed, and how many. */
  waiting: {
    who: ['clerk'],
    input: z.strictObject({ stationId: Id }),
    output: z.array(z.object({ date: LocalDate, count: z.int() })),
    errors: [],
  },

  /** Takes the order on; `reason` is a word to the family, if there is one. */
  confirm: {
    who: ['clerk'],
    input: z.strictObject({ orderId: Id, reason: z.optional(ShortText), key: z.optional(Key) }),
    output: MealOrder,
    errors: ['NOT_FOUND', 'WRONG_STATE'],
    writes: true,
    shown: ['reason'],
  },

  /** Refuses; the family reads the reason, and the seat is free again. */
  refuse: {
    who: ['clerk'],
    input: z.strictObject({ orderId: Id, reason: z.optional(ShortText), key: z.optional(Key) }),
    output: MealOrder,
    errors: ['NOT_FOUND', 'WRONG_STATE'],
    writes: true,
    shown: ['reason'],
  },

  /** Books for an elder who rang or stands at the counter; it is confirmed at once, since the station itself booked. */
  bookFor: {
    who: ['clerk'],
    input: z.strictObject({
      ...choice,
      pays,
      channel: z.enum(['phone', 'counter']),
      reason: z.optional(ShortText),
      key: z.optional(Key),
    }),
    output: MealOrder,
    errors: bookingErrors,
    writes: true,
    shown: ['reason'],
  },

  /** Dine-in, take-away or delivery instead, until the cut-off: the price follows, the day's subsidy stays used once. */
  switchMode: {
    who: ['elder', 'family:order', 'clerk'],
    input: z.strictObject({
      orderId: Id,
      mode: Mode,
      pays,
      channel: z.optional(Channel),
      key: z.optional(Key),
    }),
    output: MealOrder,
    errors: [
      'NOT_FOUND',
      'WRONG_STATE',
      'SITTING_FULL',
      'BOOKING_CLOSED',
      'SET_NOT_OFFERED',
      'MODE_NOT_OFFERED',
      'DELIVERY_TOO_FAR',
      'PRICE_CHANGED',
    ],
    writes: true,
  },

  /** Writes down that the meal was eaten or handed over; what the payers owe is settled from this. */
  serve: {
    who: ['clerk'],
    input: z.strictObject({ orderId: Id, key: z.optional(Key) }),
    output: MealOrder,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'TOO_EARLY'],
    writes: true,
  },

  /** Takes that back: the wrong one was ticked off. What was settled is reversed, in this month or the next open one. */
  unserve: {
    who: ['clerk'],
    input: z.strictObject({ orderId: Id, reason: ShortText, key: z.optional(Key) }),
    output: MealOrder,
    errors: ['NOT_FOUND', 'WRONG_STATE'],
    writes: true,
    shown: ['reason'],
  },
} as const satisfies Contract

export type Slot = z.infer<typeof Slot>
export type Mode = z.infer<typeof Mode>
export type Channel = z.infer<typeof Channel>
export type MealSet = z.infer<typeof MealSet>
export type Sitting = z.infer<typeof Sitting>
export type PriceLine = z.infer<typeof PriceLine>
export type Undecided = z.infer<typeof Undecided>
export type MissingFact = z.infer<typeof MissingFact>
export type OperatorLine = z.infer<typeof OperatorLine>
export type Price = z.infer<typeof Price>
export type Actor = z.infer<typeof Actor>
export type MealOrder = z.infer<typeof MealOrder>
