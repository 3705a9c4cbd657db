import { Actor } from '../actors'
import { longest } from '../limits'
import { diets } from '../people/diets'
import { mealOrderStates } from '../states'
import { Fen, Id, Instant, Line, LocalDate } from '../values'
import * as z from '../z'
import { allergens } from './allergens'
import { SetClashes } from './clashes'
import { NoFit } from './misfits'
import { Price, PriceLine } from './prices'
import { Mode, Slot } from './sittings'

/** The door that a meal is brought to: what is not registered is null, and the number is masked. */
export const DeliverTo = z.object({
  building: z.string(),
  room: z.nullable(z.string()),
  phone: z.nullable(z.string()),
})

/** What the kitchen is to mind when it makes her meal: one of the two, or both. */
export const Mind = z.object({ diet: z.array(z.enum(diets)), allergies: z.array(z.string()) })

/** What was changed of a meal that a station had confirmed, or of its time, and who did it; what stayed is left out. */
const LaterChange = z.object({
  at: Instant,
  by: Actor,
  setName: z.optional(z.string()),
  mode: z.optional(Mode),
  /** When it begins since: the station had changed that, and it was agreed to. */
  startsAt: z.optional(Instant),
})

/**
 * Of a dish of the same name: what the kitchen says is in it now and did not say when it was ordered, and the other way round. Neither:
 * nothing was said then, and by now it is said that nothing is in it.
 */
const Content = z.object({
  dish: z.string(),
  more: z.array(z.enum(allergens)),
  less: z.array(z.enum(allergens)),
})

/** What the kitchen makes of the set with this id in place of what she ordered, and why. It stands as long as she has that set, and it is another. */
const KitchenChange = z.object({
  /** Which writing of the menu it was. */
  rev: z.int(),
  setId: Id,
  at: Instant,
  /** What the set was called that she ordered, and its dishes; none: nobody kept them. */
  from: z.string(),
  was: z.array(z.string()),
  /** The dishes of which it is now. */
  dishes: z.array(z.string()),
  /** What is said otherwise of what is in dishes that both have. Absent: nothing is. */
  contents: z.optional(z.array(Content)),
  reason: z.nullable(z.string()),
  /** Since when, by the word of those at the counter, she knows of it and eats it all the same. Absent: nobody has said so. */
  agreed: z.optional(z.object({ at: Instant, by: Actor })),
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
  /** Where a delivery goes; null for other ways of eating, and once it is cancelled or refused. */
  deliverTo: z.nullable(DeliverTo),
  /** When it became another door after the station had confirmed the meal. */
  doorChangedAt: z.optional(Instant),
  /** What became another dish, or is eaten in another way, after the station had confirmed the meal, or begins at another time; the latest last. */
  laterChanges: z.optional(z.array(LaterChange)),
  setId: Id,
  setName: z.string(),
  picture: z.string(),
  kitchenChange: z.optional(KitchenChange),
  /** The kitchen makes other dishes than she knows of, and no message has told her: those at the counter do. Absent: she knows, or is told. */
  isToTell: z.optional(z.literal(true)),
  lines: z.array(PriceLine),
  elderPays: Fen,
  state: z.enum(mealOrderStates),
  placedBy: Actor,
  placedAt: Instant,
  /** What was said with the last move: why the station refused, why it was cancelled; null when nothing was. */
  reason: z.nullable(z.string()),
  history: z.array(z.object({ state: z.enum(mealOrderStates), at: Instant, by: Actor })),
})

/** The same for her and her family. `misfit`: it does not fit what is served any more; absent: it does, or it is over. */
export const OwnOrder = z.extend(MealOrder, { misfit: z.optional(NoFit) })

/** What a clerk saw of an order when she tapped: it is confirmed as that, or `ORDER_CHANGED` says that it is another meal by now. */
export const SeenOrder = z.strictObject({
  setId: Id,
  /** The `rev` of what the kitchen makes of it that she saw; null: what was ordered. Absent: she did not look. */
  kitchenRev: z.optional(z.nullable(z.int())),
  mode: Mode,
  /** The door that she saw; null: none. */
  deliverTo: z.nullable(
    z.strictObject({
      building: Line.check(z.maxLength(longest.building)),
      room: z.nullable(Line.check(z.maxLength(longest.room))),
      phone: z.nullable(Line.check(z.maxLength(longest.name))),
    }),
  ),
})

/**
 * What a meal would cost; for her, her family and her own station, before anything is booked, also to which door it would be
 * brought; for some also what the kitchen reads.
 */
export const Quote = z.extend(Price, {
  deliverTo: z.nullable(DeliverTo),
  /** For those alone who may see facts of her health, and her own station. */
  mind: z.nullable(Mind),
  /** The set held against her allergies: for the same alone, and null where she named none. */
  clashes: z.nullable(SetClashes),
  /**
   * Whom to ring, who books it: nobody has seen her yet, and of this meal those of whom that is so hold their share
   * (`NOT_SEEN_YET`). Absent: it can be booked on the phone.
   */
  ringFirst: z.optional(z.object({ stationName: z.string(), stationPhone: z.optional(z.string()) })),
  /** The holidays of that year are not announced: the price goes by the weekday. Absent: it is known what kind of day it is. */
  isByWeekday: z.optional(z.literal(true)),
})

/**
 * A meal that stands for an elder already: live, or written down. What it is and where is told to those at its counter alone, and to
 * whoever may see what she books.
 */
export const BookedAlready = z.object({
  slot: Slot,
  state: z.enum(mealOrderStates),
  /** At the station that asks, where no second one is booked. */
  isHere: z.boolean(),
  what: z.nullable(z.object({ stationName: z.string(), setName: z.string(), mode: Mode })),
})

/** An order as the counter works with it: when it may be written down as eaten, and taken back. */
export const CounterOrder = z.extend(MealOrder, {
  /** From when on it may be written down as eaten. */
  servableFrom: Instant,
  /** After which that needs a reason. */
  reasonFrom: Instant,
  /** Until when taking it back is offered without a reason; null where it is not written down. */
  undoUntil: z.nullable(Instant),
})

/**
 * The same on the counter's list, with what the kitchen is to mind and what of the set she is allergic to, as it is now; null where
 * nothing is, or she does not agree to that use.
 */
export const QueuedOrder = z.extend(CounterOrder, {
  /** Whether nobody has seen her yet: the clerk asks for her card. Absent: somebody has, or the meal is over. */
  isFirst: z.optional(z.literal(true)),
  mind: z.nullable(Mind),
  clashes: z.nullable(SetClashes),
  /** Of the set, which dishes the kitchen says are made as she needs it, and in which of her ways. Absent: none. */
  made: z.optional(z.array(z.object({ name: z.string(), diets: z.array(z.enum(diets)) }))),
})

/** What became of one order of several: the order as it is confirmed now, or why it is not, with the state that forbade it. */
export const Confirming = z.union([
  /** `isMine`: the caller has confirmed it, by this call or before; else somebody was quicker, by the name that its history says. */
  z.object({ orderId: Id, order: MealOrder, isMine: z.boolean() }),
  z.object({
    orderId: Id,
    code: z.enum(['NOT_FOUND', 'WRONG_STATE', 'ORDER_CHANGED', 'ORDER_MISFIT', 'ELDER_DIED', 'BUSY']),
    state: z.nullable(z.enum(mealOrderStates)),
  }),
])

export type Content = z.infer<typeof Content>
export type Confirming = z.infer<typeof Confirming>
export type BookedAlready = z.infer<typeof BookedAlready>
export type SeenOrder = z.infer<typeof SeenOrder>
export type Mind = z.infer<typeof Mind>
export type QueuedOrder = z.infer<typeof QueuedOrder>
export type DeliverTo = z.infer<typeof DeliverTo>
export type Quote = z.infer<typeof Quote>
export type OwnOrder = z.infer<typeof OwnOrder>
export type MealOrder = z.infer<typeof MealOrder>
export type CounterOrder = z.infer<typeof CounterOrder>
