import { pageSize } from '#types/paging'
import { accountOn } from '../../_domain/access/account-on'
import { newAccount } from '../../_domain/people/circle/circle'
import { becomeOwnPhone } from '../../_domain/people/circle/own-phone'
import type { InvitationRecord, RelationRecord } from '../../_domain/people/circle/records'
import { select } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import type { Work } from '../../_shell/transact'

/** Makes the caller's account an elder's own, with everything that says whose it is. */
export async function bindOwnPhone(
  ctx: Ctx,
  work: Work,
  invitation: InvitationRecord,
  name: string,
): Promise<void> {
  const openid = ctx.callerId()
  const elder = await work.get('elders', invitation.elderId ?? '')
  const maker = await work.find('accounts', invitation.byOpenid)
  const account = (await work.find('accounts', openid)) ?? newAccount(openid, name, elder)
  const former = elder.openid === openid ? null : elder.openid
  const asks = await asksOf(work, elder.id)
  const own = becomeOwnPhone(elder, invitation, {
    maker: maker && accountOn(maker, ctx.now),
    account,
    former: former === null ? null : await work.find('accounts', former),
    asks,
  })
  for (const relation of own.relations) work.put('relations', relation)
  if (own.former) work.put('accounts', own.former)
  const hasMoreAsks = asks.length === pageSize.asked // there may be more than were read
  work.put('accounts', { ...own.account, ...(hasMoreAsks && { hasMoreAsks }) })
  work.put('elders', own.elder)
}

/** Who asks her, as it stands inside the transaction, known ones first, then the longest waiting. */
async function asksOf(work: Work, elderId: string): Promise<RelationRecord[]> {
  const listed = await select('relations', {
    where: { elderId, state: 'asked' },
    orderBy: [
      ['isKnown', 'desc'],
      ['since', 'asc'],
    ],
    limit: pageSize.asked,
  })
  const asks: RelationRecord[] = []
  for (const { id } of listed) {
    const relation = await work.find('relations', id)
    if (relation) asks.push(relation)
  }
  return asks
}
