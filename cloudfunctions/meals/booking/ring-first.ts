import type { Actor } from '#types/actors'
import { mealOrderId } from '#types/ids'
import type { Quote } from '#types/meals/orders'
import type { Mode } from '#types/meals/slots'
import { holdsLittle } from '../../_domain/meals/booking'
import { isLive } from '../../_domain/meals/orders'
import type { SittingRecord } from '../../_domain/meals/records'
import { isShareHeld } from '../../_domain/meals/unseen'
import type { ElderRecord } from '../../_domain/people/records'
import type { StationRecord } from '../../_domain/stations/records'
import { find } from '../../_shell/cloud'

interface Asked {
  sitting: SittingRecord
  station: StationRecord
  mode: Mode
  by: Actor
}

/** Whom to ring, where booking would be `NOT_SEEN_YET` by the share; nothing else, also where the meal is hers already. */
export async function ringFirst(
  elder: ElderRecord,
  { sitting, station, mode, by }: Asked,
): Promise<Pick<Quote, 'ringFirst'>> {
  if (!holdsLittle(elder, by) || !isShareHeld(sitting, mode)) return {}
  const order = await find('mealOrders', mealOrderId(sitting.id, elder.id))
  if (order && isLive(order)) return {} // her answer got lost: trying again finds it
  const { name, phone } = station
  return { ringFirst: { stationName: name, ...(phone && { stationPhone: phone }) } }
}
