import { AppError } from '#types/errors'
import { relationId } from '#types/ids'
import { accountOn } from '../../_domain/access/account-on'
import {
  decisionIn,
  invitedRelation,
  newAccount,
  requireStillMeant,
  withMember,
  withoutAsk,
  withRelation,
} from '../../_domain/people/circle/circle'
import type { InvitationRecord } from '../../_domain/people/circle/records'
import { circleSaid, consentRecord, requireActive } from '../../_domain/people/privacy/consents'
import type { Ctx } from '../../_shell/context'
import { consentTexts, peopleTerms } from '../../_shell/policies'
import { personOf } from '../../_shell/secrets'
import type { Work } from '../../_shell/transact'

/** Lets the caller into the circle of the elder who invited them, for what she chose. */
export async function joinFamily(
  ctx: Ctx,
  work: Work,
  invitation: InvitationRecord,
  name: string,
): Promise<void> {
  const openid = ctx.callerId()
  const elder = await work.get('elders', invitation.elderId ?? '')
  requireActive(elder)
  if (elder.openid === openid) throw new AppError('OWN_ELDER')
  const maker = await work.find('accounts', invitation.byOpenid)
  requireStillMeant(invitation, elder, { maker: maker && accountOn(maker, ctx.now), openid })
  const id = relationId(elder.id, personOf(openid))
  const decision = decisionIn(invitation, elder)
  const relation = invitedRelation(id, invitation, { elder, openid, name, decision, now: ctx.now })
  const account = (await work.find('accounts', openid)) ?? newAccount(openid, name, elder)
  const hers = elder.openid === null ? null : await work.find('accounts', elder.openid)

  work.put('relations', relation)
  work.put('elders', withMember(elder, openid, peopleTerms))
  work.put('accounts', { ...withRelation(account, relation, elder), name: account.name || name })
  if (hers?.asks.some((ask) => ask.memberId === id)) work.put('accounts', withoutAsk(hers, id))
  const record = consentRecord(
    `${elder.id}_circle_${invitation.id}`,
    circleSaid(consentTexts, true, `${name}:${invitation.scopes.join(',')}`),
    { elder, decision, actor: invitation.by, now: ctx.now },
  )
  work.put('consents', { ...record, how: 'invitation' })
}
