import { longest, most } from '../limits'
import { diets } from '../people/diets'
import { ClosedDays } from '../stations'
import { Fen, Id, Instant, Line, LocalDate } from '../values'
import * as z from '../z'
import { allergens } from './allergens'
import { modes, slots } from './slots'

export const Slot = z.enum(slots)

export const Mode = z.enum(modes)

/** A dish, and which allergens the kitchen says are in it: `[]` says that none of them is; null: it has not said. */
export const Dish = z.object({
  name: z.string(),
  allergens: z.nullable(z.array(z.enum(allergens))),
  /** In which ways the kitchen says it is made for those who need it so. Absent: in none. */
  diets: z.optional(z.array(z.enum(diets))),
})

/** A set meal of one sitting. `price` is the menu's, in fen, before anything is taken off. */
export const MealSet = z.object({
  id: Id,
  name: z.string(),
  dishes: z.array(Dish),
  /** What a diner should know: 软, 少盐, 少油 … */
  tags: z.array(z.string()),
  price: Fen,
  /** Name of the drawing that shows it, without folder and ending. */
  picture: z.string(),
  /** The id of its photo in the cloud's storage, shown in place of the drawing once it can be had. Absent: none. */
  photo: z.optional(z.string()),
})

/** A set as somebody was shown it: what it is called, what a diner should know, and its dishes. */
export const ShownSet = z.strictObject({
  name: Line.check(z.maxLength(longest.menuName)),
  tags: z.array(Line.check(z.maxLength(longest.tag))).check(z.maxLength(most.tags)),
  dishes: z
    .array(
      z.strictObject({
        name: Line.check(z.maxLength(longest.menuName)),
        allergens: z.nullable(z.array(z.enum(allergens)).check(z.maxLength(allergens.length))),
        diets: z.optional(z.array(z.enum(diets)).check(z.maxLength(diets.length))),
      }),
    )
    .check(z.maxLength(1 + most.sides)),
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
  /** Ids of sets that cannot be had any more, although places may be left. */
  soldOut: z.array(Id),
  /** Whether it can be booked at the moment of asking (open and before the cut-off; seats are a separate matter). */
  bookable: z.boolean(),
  /** Why nothing is served although it was planned: the station stays closed that day; null: it does not. */
  closure: z.nullable(ClosedDays),
})

export type Slot = z.infer<typeof Slot>
export type Mode = z.infer<typeof Mode>
export type Dish = z.infer<typeof Dish>
export type MealSet = z.infer<typeof MealSet>
export type ShownSet = z.infer<typeof ShownSet>
export type Sitting = z.infer<typeof Sitting>
