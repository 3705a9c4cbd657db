import type { LocalDate } from '#types/values'
import type { HolidayCalendar } from '../../policies/terms/days'
import { standingStates } from '../elsewhere'
import { isLive } from '../orders'
import type { MealOrderRecord } from '../records'
import { bookableSeats, isServedOn, planOn, startOn } from './plans'
import type { PlanRecord } from './records'

/** Why an order does not fit: nothing is served that day, or not in that way; no seat or portion is left; it begins at another time. */
type Why = 'day' | 'mode' | 'seats' | 'portions' | 'time'

type Order = Pick<
  MealOrderRecord,
  'id' | 'stationId' | 'slot' | 'date' | 'mode' | 'startsAt' | 'placedAt' | 'state'
>

/** `wasSo`: it did not fit before either, and is somebody's to see to already. */
interface Misfit {
  orderId: string
  why: Why
  wasSo: boolean
}

/**
 * Live orders that do not fit any more once a plan is written, in the order given. Nobody is dropped: they stay as they are, and the
 * manager decides with each of them. Those who booked first keep their places.
 * @param plans all plans of the station as they are; one with the id of `next` is replaced by it
 * @param orders all of the station's orders for days from today on: who has eaten or did not come holds a place, too
 */
export function shrunkBy(
  { plans, next, calendar }: { plans: readonly PlanRecord[]; next: PlanRecord; calendar: HolidayCalendar },
  orders: readonly Order[],
): Misfit[] {
  const { id, stationId, slot } = next
  const concerned = orders.filter((order) => order.stationId === stationId && order.slot === slot)
  const before = misfits(plans, calendar, concerned)
  const after = misfits([...plans.filter((plan) => plan.id !== id), next], calendar, concerned)
  return concerned.filter(isLive).flatMap((order) => {
    const why = after.get(order.id)
    return why ? [{ orderId: order.id, why, wasSo: before.has(order.id) }] : []
  })
}

/** Orders of one station and slot that do not fit these plans, by their ids. */
function misfits(
  plans: readonly PlanRecord[],
  calendar: HolidayCalendar,
  orders: readonly Order[],
): Map<string, Why> {
  const dates = [...new Set(orders.map(({ date }) => date))]
  return new Map(
    dates.flatMap((date) => {
      const ofDay = orders.filter((order) => order.date === date)
      return misfitsOn(date, ofDay, plans, calendar)
    }),
  )
}

function misfitsOn(
  date: LocalDate,
  orders: readonly Order[],
  plans: readonly PlanRecord[],
  calendar: HolidayCalendar,
): [id: string, why: Why][] {
  const [first] = orders
  const plan = first ? planOn(plans, first, date) : null
  if (!plan || !isServedOn(plan, date, calendar)) return orders.map(({ id }) => [id, 'day'])

  const standing = orders.filter(({ state }) => standingStates.includes(state)).sort(firstComeFirst)
  const offered = standing.filter(({ mode }) => plan.modes.includes(mode))
  const seated = offered.filter(({ mode }) => mode === 'dineIn')
  const carried = offered.filter(({ mode }) => mode !== 'dineIn')
  return [
    ...named(
      'time',
      offered.filter(({ startsAt }) => startsAt !== startOn(plan, date)),
    ),
    ...named('seats', seated.slice(bookableSeats(plan))),
    ...named('portions', carried.slice(plan.portions)),
    ...named(
      'mode',
      standing.filter((order) => !offered.includes(order)),
    ),
  ]
}

/** What is eaten or over has had its place; of the others those who booked first come first. */
function firstComeFirst(one: Order, other: Order): number {
  const rank = (order: Order) => `${isLive(order) ? 1 : 0} ${order.placedAt} ${order.id}`
  return rank(one) < rank(other) ? -1 : 1
}

const named = (why: Why, orders: readonly Order[]): [string, Why][] => orders.map(({ id }) => [id, why])
