import { AppError } from '#types/errors'
import { pageSize } from '#types/paging'
import { accountOn } from '../../_domain/access/account-on'
import { localDate } from '../../_domain/base/calendar'
import { newAccount, requireStillMeant, withAsk } from '../../_domain/people/circle/circle'
import type { InvitationRecord } from '../../_domain/people/circle/records'
import { ownAccount } from '../../_domain/people/elders/summary'
import type { AccountRecord } from '../../_domain/people/records'
import { select } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import type { Work } from '../../_shell/transact'

/**
 * Makes the caller's account an elder's own; the one that was hers before is nobody's.
 * @throws AppError `OWN_ELDER` where the account is another elder's, `FORBIDDEN` where it is a relative's of hers or the
 *   clerk's who made the code: her own phone cannot be the phone of somebody who asks her, or who answers for her
 */
export async function bindOwnPhone(
  ctx: Ctx,
  work: Work,
  invitation: InvitationRecord,
  name: string,
): Promise<void> {
  const openid = ctx.callerId()
  const elder = await work.get('elders', invitation.elderId ?? '')
  if (elder.state === 'erased') throw new AppError('NOT_FOUND')
  const maker = await work.find('accounts', invitation.byOpenid)
  requireStillMeant(invitation, elder, { maker: maker && accountOn(maker, localDate(ctx.now)), openid })
  const account = (await work.find('accounts', openid)) ?? newAccount(openid, name, elder)
  if (account.self && account.self.elderId !== elder.id) throw new AppError('OWN_ELDER')
  const isKin = account.relations.some((one) => one.elderId === elder.id && one.state !== 'revoked')
  if (isKin) throw new AppError('FORBIDDEN')

  const before =
    elder.openid === null || elder.openid === openid ? null : await work.find('accounts', elder.openid)
  const own = await withAsksOf(work, ownAccount(account, elder), elder.id)
  if (before) work.put('accounts', { ...before, self: null, asks: [] })
  work.put('accounts', own)
  work.put('elders', { ...elder, openid })
}

/** Asks that wait at her station, or on the phone she had before, wait on the new one. */
async function withAsksOf(work: Work, own: AccountRecord, elderId: string): Promise<AccountRecord> {
  const waiting = await select('relations', {
    where: { elderId, state: 'asked' },
    orderBy: [['since', 'asc']],
    limit: pageSize.asked,
  })
  let account = own
  for (const { id } of waiting) {
    const relation = await work.find('relations', id)
    if (relation?.state !== 'asked') continue
    if (!relation.asksElder) work.put('relations', { ...relation, asksElder: true })
    account = withAsk(account, relation)
  }
  return account
}
