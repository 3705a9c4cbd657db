import type { DeliverTo } from '#types/meals/orders'
import type { Mode } from '#types/meals/sittings'
import type { ElderRecord } from '../people/records'

/** The door that a meal is brought to; null where it is eaten or fetched. */
export const deliverTo = (mode: Mode, { building, room, phone }: ElderRecord): DeliverTo | null =>
  mode === 'delivery' ? { building, room, phone: phone?.masked ?? null } : null

/** Whether two are one door, with the same number. */
export const isSameDoor = (door: DeliverTo, other: DeliverTo | null): boolean =>
  door.building === other?.building && door.room === other.room && door.phone === other.phone
