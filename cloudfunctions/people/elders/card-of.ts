import type { Card } from '#types/people/elders'
import type { ElderRecord } from '../../_domain/people/records'
import { find } from '../../_shell/cloud'

/** An elder's card, with the number that her station has now. */
export async function cardOf(elder: ElderRecord): Promise<Card> {
  const station = await find('stations', elder.stationId)
  const { id, name, code, stationName } = elder
  return { elderId: id, name, code, stationName, stationPhone: station?.phone ?? null }
}
