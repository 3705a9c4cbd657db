import { mostPlaces } from '#types/limits'
import { Menu } from '#types/meals/menus'
import { Plan } from '#types/meals/plans'
import { Id, Instant, LocalDate } from '#types/values'
import * as z from '#types/z'
import { Placed } from '../../eligibility/records'

type Times = Pick<z.infer<typeof Plan>, 'startsAt' | 'bookUntil' | 'cancelUntil'>
type Places = Pick<z.infer<typeof Plan>, 'tables' | 'portions' | 'reserve'>

/** How often it was written, and whether the sittings that exist follow it: false while some may not. */
const written = { rev: z.int().check(z.minimum(1)), isAligned: z.boolean() }

/** A plan as it is kept: what it says agrees with itself. */
export const PlanRecord = z
  .extend(Plan, {
    id: Id,
    district: Id,
    ...written,
    /** It was taken back before it began, and counts nowhere: its `rev` goes on if it is written again. Absent: it was not. */
    isTakenBack: z.optional(z.literal(true)),
  })
  .check(
    z.refine((plan) => planFault(plan) !== 'places', { error: 'more places than one sitting can have' }),
    z.refine((plan) => planFault(plan) !== 'reserve', { error: 'more kept than there are seats' }),
    z.refine((plan) => planFault(plan) !== 'times', {
      error: 'booked or cancelled after the meal has begun',
    }),
  )

/**
 * Sets of some days that became other dishes, or of whose dishes is said that something else is in them, and whose eaters may not all be
 * told yet.
 */
const Untold = z.strictObject({
  /** Which writing of the menu did so. */
  rev: z.int(),
  sets: z.array(z.strictObject({ date: LocalDate, setId: Id })),
  reason: z.nullable(z.string()),
  /** Until then somebody may write an order of what was read before, once all sittings follow the menu: it stays open as long. */
  until: Instant,
})

/** A menu as it is kept. */
export const MenuRecord = z.extend(Menu, {
  id: Id,
  district: Id,
  /** False while sittings that are there may not follow it yet. */
  isAligned: z.boolean(),
  untold: z.array(Untold),
})

/** A place in storage that was given out for one photo of a dish or a set, and what became of the photo. */
export const DishPhotoRecord = z.strictObject({
  ...Placed,
  kitchenId: Id,
  path: z.string(),
  /** Whoever asked for it: `personOf` their openid. */
  person: z.string(),
  /** What WeChat found; refused it stays, whatever is told later. Absent: it has not answered. */
  judged: z.optional(z.enum(['good', 'refused'])),
  /** From when on it is looked whether a menu names it: what none names is taken away. */
  lookAt: Instant,
})

/** All seats of these tables, those that are kept included. */
export function seatsAt(tables: readonly { seats: number }[]): number {
  return tables.reduce((all, { seats }) => all + seats, 0)
}

/**
 * What does not agree in a plan: more places than one sitting can have, more kept than there are seats, booked or cancelled after the meal
 * has begun; null: all of it agrees.
 */
export function planFault(plan: Times & Places): 'places' | 'reserve' | 'times' | null {
  const { tables, portions, reserve } = plan
  if (seatsAt(tables) + portions > mostPlaces) return 'places'
  if (reserve > seatsAt(tables)) return 'reserve'
  return endsInTime(plan) ? null : 'times'
}

function endsInTime({ startsAt, bookUntil, cancelUntil }: Times): boolean {
  return [bookUntil, cancelUntil].every(({ daysBefore, time }) => daysBefore > 0 || time <= startsAt)
}

export type PlanRecord = z.infer<typeof PlanRecord>
export type MenuRecord = z.infer<typeof MenuRecord>
export type DishPhotoRecord = z.infer<typeof DishPhotoRecord>
export type Untold = z.infer<typeof Untold>
