import { isDeepStrictEqual } from 'node:util'
import { summaryOf, withSummary } from '../../_domain/people/elders/summary'
import type { AccountRecord, ElderRecord } from '../../_domain/people/records'
import type { Work } from '../transact'

/** Writes an elder's record, and where it differs what accounts keep of her. */
export async function putElder(work: Work, before: ElderRecord, elder: ElderRecord): Promise<void> {
  for (const account of await accountsAfter(work.find, before, elder)) work.put('accounts', account)
  work.put('elders', elder)
}

/** Accounts as they are to be written where what they keep of an elder differs: her own and those of her circle. */
export async function accountsAfter(
  find: Work['find'],
  before: ElderRecord,
  elder: ElderRecord,
): Promise<AccountRecord[]> {
  if (isDeepStrictEqual(summaryOf(before), summaryOf(elder))) return []
  const accounts: AccountRecord[] = []
  for (const openid of elder.openid === null ? elder.circle : [elder.openid, ...elder.circle]) {
    const account = await find('accounts', openid)
    if (account) accounts.push(withSummary(account, elder))
  }
  return accounts
}
