import { longest, mostPlaces, mostTables } from '../limits'
import { eachOnce, LocalDate, lineOf, PartId, TimeOfDay, Weekday } from '../values'
import * as z from '../z'
import { Mode, Slot } from './sittings'

const Places = z.int().check(z.minimum(0), z.maximum(mostPlaces))

/** One table: how many sit at it, and how many of these places have room for a wheelchair. */
const Table = z
  .strictObject({
    id: PartId,
    name: lineOf(longest.menuName),
    seats: Places.check(z.minimum(1)),
    wheelchairs: Places,
  })
  .check(z.refine(({ seats, wheelchairs }) => wheelchairs <= seats, { error: 'more wheelchairs than seats' }))

/** Until when something can be done: a local time of the day of eating, or of so many days before it. */
const Until = z.strictObject({ daysBefore: z.int().check(z.minimum(0), z.maximum(7)), time: TimeOfDay })

/**
 * What a station serves in one slot, from a local date on until a later plan of the same slot begins. Which dishes there are is the
 * menu's to say, and whether the station is closed the closures'.
 */
export const Plan = z.strictObject({
  stationId: PartId,
  slot: Slot,
  from: LocalDate,
  /** None: from that date on nothing is served in this slot. */
  weekdays: eachOnce(Weekday, 7),
  /** Whether it is served on public holidays, too. */
  onHolidays: z.boolean(),
  /** When the meal is served, local time. */
  startsAt: TimeOfDay,
  tables: eachOnce(Table, mostTables, ({ id }) => id),
  /** For take-away and delivery together. */
  portions: Places,
  modes: eachOnce(Mode, 3).check(z.minLength(1)),
  bookUntil: Until,
  cancelUntil: Until,
  /** Seats that nobody can book: they are kept for those who come without having booked. */
  reserve: Places,
  /** Whether what is booked is confirmed without anybody looking at it. */
  confirmsItself: z.boolean(),
})

/** A plan as its station's manager reads it. */
export const KeptPlan = z.object({
  ...Plan.shape,
  /** Goes up with every writing of it: whoever writes it again says which one they saw. */
  rev: z.int(),
  stands: z.enum(['over', 'inForce', 'coming', 'takenBack']),
  /** The last local date on which it counts; null: until another one is written. */
  until: z.nullable(LocalDate),
})

/** The plans of a station's slot, the latest first, and what else decides what is served. */
export const StationPlans = z.object({
  plans: z.array(KeptPlan),
  /** Whose menus it serves; null: nobody cooks for it. */
  kitchen: z.nullable(z.object({ id: z.string(), name: z.string() })),
  /** The last local date whose holidays and make-up workdays are announced: beyond it only the holidays by law are known. */
  arrangedUntil: LocalDate,
  /**
   * What days count by that can be booked beyond: by the holidays of the law alone, or by nothing but the weekday. Null: none can be, or all
   * of them are announced.
   */
  beyond: z.nullable(z.enum(['law', 'weekday'])),
})

/**
 * What is to be done to a station's plans: one is written, in place of another that begins on the same date; nothing is served any more
 * from a date on; or one that has not begun is taken back.
 */
export const PlanChange = z.union([
  z.strictObject({ act: z.literal('write'), plan: z.omit(Plan, { stationId: true }) }),
  z.strictObject({ act: z.literal('end'), slot: Slot, from: LocalDate }),
  z.strictObject({ act: z.literal('takeBack'), slot: Slot, from: LocalDate }),
])

export type KeptPlan = z.infer<typeof KeptPlan>
export type StationPlans = z.infer<typeof StationPlans>
export type PlanChange = z.infer<typeof PlanChange>
