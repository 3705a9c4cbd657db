import { Channel } from './actors'
import type { Contract } from './contract'
import { most } from './limits'
import { MenuClashes } from './meals/clashes'
import { menuActions } from './meals/menu-actions'
import {
  BookedAlready,
  Confirming,
  CounterOrder,
  MealOrder,
  OwnOrder,
  QueuedOrder,
  Quote,
  SeenOrder,
} from './meals/orders'
import { planActions } from './meals/plan-actions'
import { Mode, ShownSet, Sitting } from './meals/sittings'
import { Fen, Id, Instant, Key, LocalDate, SearchText, ShortText } from './values'
import * as z from './z'

const choice = { sittingId: Id, elderId: Id, mode: Mode, setId: Id }
/** What the caller was told that the elder pays, fen: another price is refused with `PRICE_CHANGED`. */
const pays = z.optional(Fen)
/** The set as the caller was shown it: where it is made of something else by now it is refused with `DISHES_CHANGED`. */
const sees = z.optional(ShownSet)
/** That she is to have a second one of the same meal of that day, whatever she has at another station: `ALREADY_ELSEWHERE` asks. */
const isMeant = z.optional(z.boolean())
const bookingErrors = [
  'NOT_FOUND',
  'SITTING_FULL',
  'BOOKING_CLOSED',
  'DATE_TOO_FAR',
  'ALREADY_BOOKED',
  'ALREADY_ELSEWHERE',
  'ALREADY_WRITTEN_DOWN',
  'NOT_SEEN_YET',
  'SET_NOT_OFFERED',
  'MODE_NOT_OFFERED',
  'DELIVERY_TOO_FAR',
  'PRICE_CHANGED',
  'DISHES_CHANGED',
  'CONSENT_MISSING',
  'ELDER_DIED',
] as const

const changingErrors = [
  'NOT_FOUND',
  'WRONG_STATE',
  'SITTING_FULL',
  'NOT_SEEN_YET',
  'BOOKING_CLOSED',
  'SET_NOT_OFFERED',
  'MODE_NOT_OFFERED',
  'DELIVERY_TOO_FAR',
  'PRICE_CHANGED',
  'DISHES_CHANGED',
  'ELDER_DIED',
] as const

/** Meals: find a sitting, know the price, book, change, cancel; for clerks confirm, refuse, book for somebody, bring it; for kitchens say what there is. */
export const meals = {
  /** Sittings of a station on a date from today on, in order of time; no login needed. */
  sittings: {
    who: ['anyone'],
    input: z.strictObject({ stationId: Id, date: LocalDate }),
    output: z.array(Sitting),
    errors: ['NOT_FOUND', 'DATE_PAST', 'DATE_TOO_FAR'],
  },

  /**
   * The sets of a station on a date held against what an elder is allergic to; none where she named nothing, does not agree to that
   * use, or the caller may not see facts of her health: of staff, those of her own station alone.
   */
  clashes: {
    who: ['elder', 'joinedPhone', 'family:order', 'clerk'],
    input: z.strictObject({ stationId: Id, date: LocalDate, elderId: Id }),
    output: z.array(MenuClashes),
    errors: ['NOT_FOUND', 'DATE_PAST', 'DATE_TOO_FAR'],
  },

  /** What a meal would cost this elder, by the policy in force on the day of eating. Nothing is held. */
  quote: {
    who: ['elder', 'joinedPhone', 'family:order', 'clerk'],
    input: z.strictObject(choice),
    output: Quote,
    errors: [
      'NOT_FOUND',
      'BOOKING_CLOSED',
      'SET_NOT_OFFERED',
      'MODE_NOT_OFFERED',
      'DELIVERY_TOO_FAR',
      'ELDER_DIED',
    ],
  },

  /** What of a day is booked for an elder already, at whatever station: for the counter that is about to book for her. */
  bookedFor: {
    who: ['clerk'],
    input: z.strictObject({ stationId: Id, date: LocalDate, elderId: Id }),
    output: z.array(BookedAlready),
    errors: ['NOT_FOUND', 'DATE_PAST', 'DATE_TOO_FAR'],
  },

  /** Books a seat or a portion. The same call again returns the order it made. */
  book: {
    who: ['elder', 'joinedPhone', 'family:order'],
    input: z.strictObject({ ...choice, pays, sees, isMeant, key: z.optional(Key) }),
    output: MealOrder,
    errors: bookingErrors,
    writes: true,
  },

  /**
   * Gives the seat and the day's subsidy back, until `cancelUntil`; later only where the meal does not fit what is served any more, and
   * that is no fault of hers.
   */
  cancel: {
    who: ['elder', 'joinedPhone', 'family:order', 'clerk'],
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
    daily: 'cancellations',
    shown: ['reason'],
    neverOff: true,
  },

  /**
   * Orders of the elders whom the caller may see: today's and the coming ones, the next first, then those of the last 30 days, the
   * latest first. A page at most, the next one `after` the last id.
   */
  mine: {
    who: ['signedIn'],
    input: z.strictObject({ elderId: z.optional(Id), after: z.optional(Id) }),
    output: z.array(OwnOrder),
    errors: [],
  },

  /** A station's orders of a date in order of their ids; at most a page, the next one `after` the last id. */
  queue: {
    who: ['clerk'],
    input: z.strictObject({ stationId: Id, date: LocalDate, after: z.optional(Id) }),
    output: z.array(QueuedOrder),
    errors: [],
  },

  /** Days of a station from today on for which anything is ordered: how many orders wait to be confirmed, and how many there are in all. */
  orderDays: {
    who: ['clerk'],
    input: z.strictObject({ stationId: Id }),
    output: z.array(
      z.object({
        date: LocalDate,
        count: z.int(),
        all: z.int(),
        /** How many of them do not fit what is served, for its manager, who sees to it. */
        misfits: z.optional(z.int()),
      }),
    ),
    errors: [],
  },

  /** Ids of the elders on that list whose names, or given names, are read as `text` says, in letters; none where it holds no letters. */
  findEaters: {
    who: ['clerk'],
    input: z.strictObject({ stationId: Id, date: LocalDate, text: SearchText }),
    output: z.array(Id),
    errors: [],
  },

  /**
   * Takes the order on, as the clerk saw it; `reason` is a word to the family, if there is one. What does not fit what is served any more is
   * not promised: `ORDER_MISFIT`, with why.
   */
  confirm: {
    who: ['clerk'],
    input: z.strictObject({
      orderId: Id,
      seen: z.optional(SeenOrder),
      reason: z.optional(ShortText),
      key: z.optional(Key),
    }),
    output: MealOrder,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'ORDER_CHANGED', 'ORDER_MISFIT', 'ELDER_DIED'],
    writes: true,
    shown: ['reason'],
  },

  /**
   * Takes several orders on, each by itself and as `confirm` does: whatever stands against one of them is answered for it alone.
   * `BUSY` for an order: nobody knows, the same may be asked again.
   */
  confirmMany: {
    who: ['clerk'],
    concerns: 'record',
    input: z.strictObject({
      orderIds: z.array(Id).check(z.minLength(1), z.maxLength(most.confirmed)),
      /** What she saw of them; one that is not among it she has not seen, and it is left with `ORDER_CHANGED`. */
      seen: z.optional(z.array(z.extend(SeenOrder, { orderId: Id })).check(z.maxLength(most.confirmed))),
      key: z.optional(Key),
    }),
    output: z.array(Confirming),
    errors: [],
    writes: true,
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

  /**
   * A meal that begins at another time than was said begins then for her, too: she or her family has agreed to it. `WRONG_STATE` where it
   * does not begin then.
   */
  agreeTime: {
    who: ['clerk'],
    input: z.strictObject({ orderId: Id, startsAt: Instant, key: z.optional(Key) }),
    output: MealOrder,
    errors: ['NOT_FOUND', 'WRONG_STATE'],
    writes: true,
  },

  /**
   * Those at the counter have told her, or her family, what the kitchen makes of her meal: she need not be told any more; `isAgreed`: she
   * knows what is in it, and eats it all the same. `kitchenRev`: the `rev` of what the caller saw that it is, null: what was ordered; it is
   * something else by now: `ORDER_CHANGED`.
   */
  toldDishes: {
    who: ['clerk'],
    input: z.strictObject({
      orderId: Id,
      kitchenRev: z.nullable(z.int()),
      isAgreed: z.optional(z.literal(true)),
      key: z.optional(Key),
    }),
    output: MealOrder,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'ORDER_CHANGED'],
    writes: true,
  },

  /** Books for an elder who rang or stands at the counter; it is confirmed at once, since the station itself booked. */
  bookFor: {
    who: ['clerk'],
    input: z.strictObject({
      ...choice,
      pays,
      sees,
      isMeant,
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
    who: ['elder', 'joinedPhone', 'family:order', 'clerk'],
    input: z.strictObject({
      orderId: Id,
      mode: Mode,
      pays,
      sees,
      channel: z.optional(Channel),
      key: z.optional(Key),
    }),
    output: MealOrder,
    errors: changingErrors,
    writes: true,
    daily: 'changes',
  },

  /**
   * Another set of the same meal, and where it is said another way of eating, until the cut-off: the price follows, the day's subsidy
   * stays used once, and what was confirmed stays so.
   */
  changeSet: {
    who: ['elder', 'joinedPhone', 'family:order', 'clerk'],
    input: z.strictObject({
      orderId: Id,
      setId: Id,
      mode: z.optional(Mode),
      pays,
      sees,
      channel: z.optional(Channel),
      key: z.optional(Key),
    }),
    output: MealOrder,
    errors: changingErrors,
    writes: true,
    daily: 'changes',
  },

  /**
   * Writes down that the meal was eaten or handed over; what the payers owe is settled from this. Shortly before the meal at the
   * earliest; long after it with a reason, which supervisors read.
   */
  serve: {
    who: ['clerk'],
    input: z.strictObject({ orderId: Id, reason: z.optional(ShortText), key: z.optional(Key) }),
    output: CounterOrder,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'TOO_EARLY', 'REASON_MISSING'],
    writes: true,
    shown: ['reason'],
  },

  /**
   * Takes that back, and the order is confirmed as before. What was settled is reversed, in this month or the next open one.
   * Without a reason only right after the tap.
   */
  unserve: {
    who: ['clerk'],
    input: z.strictObject({ orderId: Id, reason: z.optional(ShortText), key: z.optional(Key) }),
    output: CounterOrder,
    errors: ['NOT_FOUND', 'WRONG_STATE', 'REASON_MISSING'],
    writes: true,
    shown: ['reason'],
    neverOff: true,
  },

  /**
   * The number of the elder to whom a meal is brought today, or whose meal does not fit what is served, to be dialled at once; for the
   * station whose meal it is, also where she belongs to another. It is written down that it was asked for. Null where none is registered.
   */
  ring: {
    who: ['clerk'],
    input: z.strictObject({ orderId: Id }),
    output: z.object({ phone: z.nullable(z.string()) }),
    errors: ['NOT_FOUND', 'WRONG_STATE', 'KEY_LOST'],
  },

  ...menuActions,
  ...planActions,
} as const satisfies Contract
