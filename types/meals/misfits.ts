import { pageSize } from '../paging'
import { ClosedDays } from '../stations'
import { Id, Instant, LocalDate, PageCursor } from '../values'
import * as z from '../z'
import { Mode, Slot } from './sittings'

/**
 * Why an order does not fit: the station stays closed that day, nothing is served, or not in that way; the set is not on the menu any
 * more, or the kitchen has put something into it that she is allergic to or does not eat; no seat or portion is left for it; or the meal begins at
 * another time than was said.
 */
const Why = z.enum(['closed', 'day', 'clash', 'mode', 'set', 'seats', 'portions', 'time'])

/** The same for her and her family: nothing is cancelled by it, and somebody will ring. */
export const NoFit = z.object({
  why: Why,
  /** Where the station stays closed: why, and until when. */
  closure: z.optional(ClosedDays),
  /** Where the meal begins at another time: when. */
  startsAt: z.optional(Instant),
  /** Whether it can be cancelled also after the time to cancel: it is no fault of hers. */
  lateToo: z.boolean(),
})

/** A live order that does not fit what its station serves. Nobody is dropped: it stays until somebody has spoken with her. */
export const Misfit = z.object({
  orderId: Id,
  elderId: Id,
  elderName: z.string(),
  date: LocalDate,
  slot: Slot,
  startsAt: Instant,
  mode: Mode,
  setName: z.string(),
  state: z.enum(['placed', 'confirmed']),
  why: Why,
  /** Where the meal begins at another time: when. */
  startsNow: z.optional(Instant),
  /** Where the kitchen makes something else of it that she is allergic to: the `rev` of that. */
  kitchenRev: z.optional(z.int()),
  /** Whether the meal is so near that somebody has to see to it now. */
  isUrgent: z.boolean(),
  /** What can be done: she is rung; she agrees to the other time, or eats all the same what the kitchen makes; the station refuses what it has not confirmed, or cancels with a reason. */
  ways: z.array(z.enum(['ring', 'agreeTime', 'agreeDishes', 'refuse', 'cancel'])),
})

/** A page of them, the next meals first, and how many there are in all. */
export const Misfits = z.object({
  count: z.int(),
  misfits: z.array(Misfit).check(z.maxLength(pageSize.misfits)),
  next: z.nullable(PageCursor),
})

/** What is served of a meal, as far as it decides who fits; seats are those that can be booked. */
const Served = z.object({
  startsAt: Instant,
  seats: z.int(),
  portions: z.int(),
  modes: z.array(Mode),
})

/** What a change would do. Nothing is written. */
export const Trial = z.object({
  /** The days that can be booked on which something else is served than before; null: nothing is. */
  days: z.array(
    z.object({ date: LocalDate, slot: Slot, before: z.nullable(Served), after: z.nullable(Served) }),
  ),
  /** How many orders do not fit by it; those that did not fit before are not among them. */
  count: z.int(),
  misfits: z.array(Misfit).check(z.maxLength(pageSize.misfits)),
  next: z.nullable(PageCursor),
})

export type Why = z.infer<typeof Why>
export type NoFit = z.infer<typeof NoFit>
export type Misfit = z.infer<typeof Misfit>
export type Misfits = z.infer<typeof Misfits>
export type Trial = z.infer<typeof Trial>
