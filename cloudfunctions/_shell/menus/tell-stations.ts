import { saidOfToTell } from '../../_domain/messages/said-of-orders'
import { tell } from '../../_domain/messages/telling'
import { find, sumUp } from '../cloud'
import { tellOnce } from '../outbox'
import { notices } from '../policies'
import { clerksOf } from '../reachable'

/** More sittings than a week of any kitchen has. */
const MOST_SITTINGS = 1000

/**
 * Those at the counters are told of eaters whom no message tells what the kitchen makes of their meal: each sitting once for each writing of
 * a menu, and again where they became more.
 * @param where the orders that are to be told of
 * @param rev which writing of the menu it was
 */
export async function tellStations(where: object, rev: number, now: Date): Promise<void> {
  const found = await sumUp('mealOrders', {
    where,
    by: { sittingId: '$sittingId' },
    sums: { count: 1 },
    limit: MOST_SITTINGS,
  })
  for (const { _id, count } of found)
    await tellStation(String(Object(_id).sittingId), { rev, count: Number(count) }, now)
}

async function tellStation(
  sittingId: string,
  { rev, count }: { rev: number; count: number },
  now: Date,
): Promise<void> {
  const sitting = await find('sittings', sittingId)
  if (!sitting) return
  const telling = tell(
    { district: sitting.district, elderId: null, kind: 'ordersToTell', ref: sitting.stationId },
    {
      by: null,
      reach: { clerk: await clerksOf(sitting, now) },
      say: () => saidOfToTell(sitting, count),
      notices,
    },
  )
  if (telling) await tellOnce(`dishes_${sittingId}_${rev}_${count}`, telling, now)
}
