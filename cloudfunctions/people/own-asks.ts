import { isLent } from '../_domain/access/holdings'
import { askSummary } from '../_domain/people/circle/circle'
import { asksOnHome } from '../_domain/people/me'
import type { AccountRecord } from '../_domain/people/records'
import { asksPage } from './circle/asks-page'

/**
 * Who asks the owner of an account, an elder, and how many: counted where they stand once they are more than her account keeps. On a phone
 * that is lent to her she answers nobody.
 */
export async function ownAsks(account: AccountRecord | null) {
  if (!account?.self || isLent(account.self)) return asksOnHome(null)
  if (!account.hasMoreAsks) return asksOnHome(account)
  const { elderId, joinedTo = elderId } = account.self
  const { page, waiting } = await asksPage({ elderId: joinedTo }, undefined)
  return asksOnHome({ asks: page.map(askSummary) }, waiting)
}
