import { isDeepStrictEqual } from 'node:util'
import { summaryOf, withSummary } from '../../_domain/people/elders/summary'
import type { ElderRecord } from '../../_domain/people/records'
import type { Work } from '../transact'

/** Writes an elder's record, and where it differs what accounts keep of her: her own and those of her circle. */
export async function putElder(work: Work, before: ElderRecord, elder: ElderRecord): Promise<void> {
  if (!isDeepStrictEqual(summaryOf(before), summaryOf(elder))) await changeAccounts(work, elder)
  work.put('elders', elder)
}

async function changeAccounts(work: Work, elder: ElderRecord): Promise<void> {
  for (const openid of elder.openid === null ? elder.circle : [elder.openid, ...elder.circle]) {
    const account = await work.find('accounts', openid)
    if (account) work.put('accounts', withSummary(account, elder))
  }
}
