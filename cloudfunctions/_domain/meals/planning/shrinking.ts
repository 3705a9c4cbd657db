import type { Misfit } from '#types/meals/misfits'
import type { LocalDate } from '#types/values'
import type { HolidayCalendar } from '../../policies/terms/days'
import { closedOn } from '../../stations/opening'
import type { StationRecord } from '../../stations/records'
import { standingStates } from '../elsewhere'
import { isLive } from '../orders'
import type { MealOrderRecord } from '../records'
import { menuOn, setsOn } from './menus'
import { bookableSeats, isServedOn, planOn, startOn } from './plans'
import type { MenuRecord, PlanRecord } from './records'

type Why = Misfit['why']

/** What orders have to fit: all plans and the menus of the dates concerned. */
export interface Fit {
  station: Pick<StationRecord, 'closures' | 'kitchenId'>
  plans: readonly PlanRecord[]
  menus: readonly MenuRecord[]
  calendar: HolidayCalendar
}

/** As much of an order as decides whether it fits. */
export type FittedOrder = Pick<
  MealOrderRecord,
  'id' | 'stationId' | 'slot' | 'date' | 'mode' | 'setId' | 'startsAt' | 'placedAt' | 'state'
> & {
  /** The kitchen has put something into its set that she is allergic to. Absent: it has not, or nobody may know. */
  clashes?: true
}

/** `wasSo`: it did not fit before either, and is somebody's to see to already. */
interface Shrunk {
  orderId: string
  why: Why
  wasSo: boolean
}

/**
 * Live orders that do not fit any more once something is written, in the order given. Nobody is dropped: they stay as they are, and the
 * manager decides with each of them. Those who booked first keep their places.
 * @param orders all of the station's orders for the days concerned: who has eaten or did not come holds a place, too
 */
export function shrunkBy(
  { before, after }: { before: Fit; after: Fit },
  orders: readonly FittedOrder[],
): Shrunk[] {
  const were = whyNot(before, orders)
  return [...whyNot(after, orders)].map(([orderId, why]) => ({ orderId, why, wasSo: were.has(orderId) }))
}

/**
 * Why live orders do not fit, by their ids in the order given. Where nobody has ever written a plan for a station's slot, nothing says
 * what an order should fit, and a closure alone stands against it. Where no menu is published nobody cooks any of the sets.
 * @param orders as for `shrunkBy`
 */
export function whyNot(fit: Fit, orders: readonly FittedOrder[]): Map<string, Why> {
  const sittings = new Map<string, FittedOrder[]>()
  for (const order of orders) {
    const sitting = `${order.stationId} ${order.date} ${order.slot}`
    sittings.set(sitting, [...(sittings.get(sitting) ?? []), order])
  }
  const found = new Map([...sittings.values()].flatMap((together) => misfits(fit, together)))
  return new Map(
    orders.filter(isLive).flatMap(({ id }) => {
      const why = found.get(id)
      return why ? [[id, why]] : []
    }),
  )
}

/** Orders of one sitting; of several reasons the last one of an order counts. */
function misfits(fit: Fit, orders: readonly FittedOrder[]): [id: string, why: Why][] {
  const [first] = orders
  if (!first) return []
  const { date } = first
  if (closedOn(fit.station, date)) return named('closed', orders)
  const isOfThese = ({ stationId, slot }: PlanRecord) => stationId === first.stationId && slot === first.slot
  if (!fit.plans.some(isOfThese)) return []
  const plan = planOn(fit.plans, first, date)
  if (!plan || !isServedOn(plan, date, fit.calendar)) return named('day', orders)
  return beyondPlan(plan, { date, orders, sets: setIdsOn(fit, first) })
}

function beyondPlan(
  plan: PlanRecord,
  { date, orders, sets }: { date: LocalDate; orders: readonly FittedOrder[]; sets: string[] },
): [id: string, why: Why][] {
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
      'clash',
      standing.filter(({ clashes }) => clashes),
    ),
    ...named(
      'set',
      standing.filter(({ setId }) => !sets.includes(setId)),
    ),
    ...named(
      'mode',
      standing.filter((order) => !offered.includes(order)),
    ),
  ]
}

/** The sets that can be had of a meal; none where nobody has published a menu. */
function setIdsOn({ station, menus }: Fit, { slot, date }: FittedOrder): string[] {
  const menu = menuOn(menus, { kitchenId: station.kitchenId, slot }, date)
  return menu ? setsOn(menu, date).map(({ id }) => id) : []
}

/** What is eaten or over has had its place; of the others those who booked first come first. */
function firstComeFirst(one: FittedOrder, other: FittedOrder): number {
  const rank = (order: FittedOrder) => `${isLive(order) ? 1 : 0} ${order.placedAt} ${order.id}`
  return rank(one) < rank(other) ? -1 : 1
}

const named = (why: Why, orders: readonly FittedOrder[]): [string, Why][] => orders.map(({ id }) => [id, why])
