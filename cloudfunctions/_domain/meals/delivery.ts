import { localDate } from '#types/days'
import type { DeliverTo } from '#types/meals/orders'
import type { Mode } from '#types/meals/sittings'
import { liveOrderStates } from '#types/states'
import type { ElderRecord, ElderSummary } from '../people/records'
import type { MealOrderRecord } from './records'

/** The door that a meal is brought to; null where it is eaten or fetched. */
export const deliverTo = (mode: Mode, { building, room, phone }: ElderRecord): DeliverTo | null =>
  mode === 'delivery' ? { building, room, phone: phone?.masked ?? null } : null

/**
 * Orders as somebody reads them to whom these elders are shown: where one is shown by a second registration alone, the meal is brought to
 * the door of the one that stands for her, who has not let them in; that door is not told.
 */
export const withDoorsFor = (
  orders: readonly MealOrderRecord[],
  shown: readonly Pick<ElderSummary, 'elderId' | 'joinedTo'>[],
): MealOrderRecord[] =>
  orders.map((order) =>
    shown.some(({ elderId, joinedTo }) => elderId === order.elderId && joinedTo !== undefined)
      ? { ...order, deliverTo: null }
      : order,
  )

/** Whether two are one door, with the same number. */
export const isSameDoor = (door: DeliverTo, other: DeliverTo | null): boolean =>
  door.building === other?.building && door.room === other.room && door.phone === other.phone

/**
 * An order that is brought to this door now, or nowhere (null). What the station had confirmed is remembered: a door that became
 * another one since is said to be that, also after a while in which nothing was to be brought, until it is the confirmed one again.
 */
export function withDoor(order: MealOrderRecord, to: DeliverTo | null, now: Date): MealOrderRecord {
  const { deliverTo: before, doorChangedAt: changedAt, leftDoor, confirmedDoor, ...same } = order
  const last = before ? { to: before, ...(changedAt && { changedAt }) } : leftDoor
  if (!last || order.state !== 'confirmed') return { ...same, deliverTo: to }
  const confirmed = confirmedDoor ?? (last.changedAt ? null : last.to)
  const kept = { ...same, deliverTo: to, ...(confirmedDoor && { confirmedDoor }) }
  if (!to) return { ...kept, leftDoor: last }
  if (confirmed && isSameDoor(to, confirmed)) return { ...same, deliverTo: to }
  if (isSameDoor(to, last.to)) return { ...kept, ...(last.changedAt && { doorChangedAt: last.changedAt }) }
  return { ...kept, doorChangedAt: now.toISOString(), ...(confirmed && { confirmedDoor: confirmed }) }
}

/**
 * Whether a meal is to be brought to her door today: whoever brings it may have to ring there. Not with another way of eating, on another
 * day, or where it is over.
 */
export const isBroughtToday = (
  { mode, date, state }: Pick<MealOrderRecord, 'mode' | 'date' | 'state'>,
  now: Date,
): boolean => mode === 'delivery' && liveOrderStates.includes(state) && date === localDate(now)
