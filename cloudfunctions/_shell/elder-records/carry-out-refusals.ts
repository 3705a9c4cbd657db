import { carriedOut, hasRefusals } from '../../_domain/people/likenesses/refusals'
import type { ElderRecord } from '../../_domain/people/records'
import { retried } from '../transact'
import { partableUntil } from './partable'
import { accountsAfter } from './put-elder'

/**
 * Withdraws for a registration what was refused while it could be parted from the one that stands for her, once it cannot be any more;
 * doing it again changes nothing.
 * @returns the registration as it is then
 */
export async function carryOutRefusals(known: ElderRecord, now: Date): Promise<ElderRecord> {
  const { id, joinedTo } = known
  if (!hasRefusals(known) || joinedTo === undefined || (await partableUntil(id, joinedTo, now))) return known
  return retried(async (tx) => {
    const before = await tx.find('elders', id)
    const station = before && (await tx.find('stations', before.stationId))
    if (!before || !station || !hasRefusals(before) || before.joinedTo === undefined) return before ?? known
    const { elder, lines } = carriedOut(before, station, now)
    for (const account of await accountsAfter(tx.find, before, elder)) await tx.put('accounts', account)
    for (const line of lines) await tx.put('consents', line)
    await tx.put('elders', elder)
    return elder
  })
}
