import { mostPlaces } from '#types/limits'
import { Menu } from '#types/meals/menus'
import { Plan } from '#types/meals/plans'
import { Id } from '#types/values'
import * as z from '#types/z'

type PlanTimes = Pick<z.infer<typeof Plan>, 'startsAt' | 'bookUntil' | 'cancelUntil'>

/** `rev` counts what is written, from 1 on; not `isAligned`: sittings that exist may not follow it yet. */
const written = { rev: z.int(), isAligned: z.boolean() }

/** A plan as it is kept: what it says agrees with itself. */
export const PlanRecord = z.extend(Plan, { id: Id, district: Id, ...written }).check(
  z.refine(({ tables, portions }) => seatsAt(tables) + portions <= mostPlaces, {
    error: 'more places than one sitting can have',
  }),
  z.refine(({ tables, reserve }) => reserve <= seatsAt(tables), { error: 'more kept than there are seats' }),
  z.refine(endsInTime, { error: 'booked or cancelled after the meal has begun' }),
)

/** A menu as it is kept. */
export const MenuRecord = z.extend(Menu, { id: Id, district: Id, ...written })

/** All seats of these tables, those that are kept included. */
export function seatsAt(tables: readonly { seats: number }[]): number {
  return tables.reduce((all, { seats }) => all + seats, 0)
}

function endsInTime({ startsAt, bookUntil, cancelUntil }: PlanTimes): boolean {
  return [bookUntil, cancelUntil].every(({ daysBefore, time }) => daysBefore > 0 || time <= startsAt)
}

export type PlanRecord = z.infer<typeof PlanRecord>
export type MenuRecord = z.infer<typeof MenuRecord>
