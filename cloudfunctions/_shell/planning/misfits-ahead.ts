import type { Misfit } from '#types/meals/misfits'
import type { LocalDate } from '#types/values'
import { type Fit, type FittedOrder, whyNot } from '../../_domain/meals/planning/shrinking'
import { heldAgainstAllergies } from './no-fits'
import { ordersAhead } from './orders-ahead'
import { plannedAt } from './planned'

/** All orders of a station from today on, and why those that do not fit do not. Its staff cook by what their eaters are allergic to. */
export async function misfitsAhead(
  stationId: string,
  now: Date,
): Promise<{ orders: FittedOrder[]; why: Map<string, Misfit['why']>; fit: Fit; today: LocalDate }> {
  const { fit, today } = await plannedAt(stationId, now)
  const orders = await heldAgainstAllergies(await ordersAhead(stationId, today), fit, () => true)
  return { orders, why: whyNot(fit, orders), fit, today }
}
