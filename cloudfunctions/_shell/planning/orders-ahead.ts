import { addDays } from '#types/days'
import { mostDaysAhead, mostPlaces } from '#types/limits'
import { slots } from '#types/meals/slots'
import type { LocalDate } from '#types/values'
import { standingStates } from '../../_domain/meals/elsewhere'
import type { FittedOrder } from '../../_domain/meals/planning/shrinking'
import { command, sumUp } from '../cloud'

/** So many days are read with one call: their orders, as far as they are read, stay far below what one answer holds. */
const TOGETHER = 7
/** More orders than a station has on so many days. */
const MOST = TOGETHER * slots.length * mostPlaces

/** What of an order decides whether it fits: the rest of it is not read. */
const fields = ['date', 'slot', 'mode', 'setId', 'startsAt', 'placedAt', 'state'] as const
const by = {
  ...{ id: '$_id', changedSet: '$kitchenChange.setId', agreedAt: '$kitchenChange.agreed.at' },
  ...Object.fromEntries(fields.map((field) => [field, `$${field}`])),
}

/** `changedSet`: the set of which the kitchen made something else, if it did; `agreedAt`: since when she eats it all the same. */
export type FoundOrder = FittedOrder & { changedSet?: string | null; agreedAt?: string | null }

/** All orders of a station from a local date on that hold or held a place, as far as it decides whether they fit, by date. */
export async function ordersAhead(stationId: string, today: LocalDate): Promise<FoundOrder[]> {
  const weeks: Promise<FoundOrder[]>[] = []
  for (let days = 0; days <= mostDaysAhead; days += TOGETHER)
    weeks.push(ordersBetween(stationId, addDays(today, days), addDays(today, days + TOGETHER)))
  return (await Promise.all(weeks)).flat()
}

/** The same of the local dates from one to another, which is not among them. */
export async function ordersBetween(
  stationId: string,
  from: LocalDate,
  before: LocalDate,
): Promise<FoundOrder[]> {
  const rows = await sumUp('mealOrders', {
    where: { stationId, date: command.between(from, before), state: command.in([...standingStates]) },
    by,
    sums: { orders: 1 },
    limit: MOST,
  })
  return rows.map(({ _id }) => ({ ...(_id as Omit<FoundOrder, 'stationId'>), stationId })) // as grouped above
}
