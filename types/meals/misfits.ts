import { pageSize } from '../paging'
import { Id, Instant, LocalDate, PageCursor } from '../values'
import * as z from '../z'
import { Mode, Slot } from './sittings'

/**
 * Why an order does not fit: the station stays closed that day, nothing is served, or not in that way; the set is not on the menu any
 * more; no seat or portion is left for it; or the meal begins at another time than was said.
 */
const Why = z.enum(['closed', 'day', 'mode', 'set', 'seats', 'portions', 'time'])

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
  /** Whether the meal is so near that somebody has to see to it now. */
  isUrgent: z.boolean(),
  /** What can be done: she is rung; the station refuses what it has not confirmed, or cancels with a reason. */
  ways: z.array(z.enum(['ring', 'refuse', 'cancel'])),
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

export type Misfit = z.infer<typeof Misfit>
export type Misfits = z.infer<typeof Misfits>
export type Trial = z.infer<typeof Trial>
