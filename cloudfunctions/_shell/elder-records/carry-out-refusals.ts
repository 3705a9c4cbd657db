import { isDeepStrictEqual } from 'node:util'
import { summaryOf, withSummary } from '../../_domain/people/elders/summary'
import { carriedOut, hasRefusals } from '../../_domain/people/likenesses/refusals'
import type { AccountRecord, ElderRecord } from '../../_domain/people/records'
import type { Tx } from '../cloud'
import { retried } from '../transact'
import { partableUntil } from './partable'

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
    const accounts = isDeepStrictEqual(summaryOf(before), summaryOf(elder)) ? [] : await around(tx, elder)
    for (const account of accounts) await tx.put('accounts', withSummary(account, elder))
    for (const line of lines) await tx.put('consents', line)
    await tx.put('elders', elder)
    return elder
  })
}

async function around(tx: Tx, { openid, circle }: ElderRecord): Promise<AccountRecord[]> {
  const accounts: AccountRecord[] = []
  for (const one of openid === null ? circle : [openid, ...circle]) {
    const account = await tx.find('accounts', one)
    if (account) accounts.push(account)
  }
  return accounts
}
