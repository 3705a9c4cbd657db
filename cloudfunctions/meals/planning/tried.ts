import type { Trial } from '#types/meals/misfits'
import { type Fit, shrunkBy } from '../../_domain/meals/planning/shrinking'
import { changedDays } from '../../_domain/meals/planning/trying'
import { misfitsPage } from '../../_shell/planning/misfits-page'
import { ordersAhead } from '../../_shell/planning/orders-ahead'
import type { Planned } from '../../_shell/planning/planned'

/** What would be otherwise at a station, and who would not fit any more. @param after what orders would have to fit then */
export async function tried(
  { station, fit, today, daysAhead }: Planned,
  wanted: Fit,
  { after, now }: { after: string | undefined; now: Date },
): Promise<Trial> {
  const change = { before: fit, after: wanted }
  const orders = await ordersAhead(station.id, today)
  const shrunk = shrunkBy(change, orders).filter(({ wasSo }) => !wasSo)
  const why = new Map(shrunk.map((one) => [one.orderId, one.why]))
  return {
    days: changedDays(change, { stationId: station.id, today, daysAhead }),
    ...(await misfitsPage(orders, why, { after, fit: wanted, today, now })),
  }
}
