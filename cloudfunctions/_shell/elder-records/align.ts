import type { ElderRecord } from '../../_domain/people/records'
import { endLive, forgetRecords } from './forget'

/**
 * Brings the records that follow elders into line with what their own say now: after the data of one are gone. Doing it again
 * changes nothing; the scheduler finishes what was broken off.
 */
export async function alignRecords(elders: readonly ElderRecord[], now: Date): Promise<void> {
  const erased = elders.filter(({ state }) => state === 'erased')
  if (erased.length === 0) return
  await endLive({ elders: erased, now })
  await forgetRecords({ elders: erased, now })
}
