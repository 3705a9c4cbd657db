import type { people } from '#types/people'
import { newAccount } from '../../_domain/people/circle/circle'
import { identityOf } from '../../_domain/people/elders/identity'
import { requireNoOtherSelf } from '../../_domain/people/elders/registering'
import { ownAccount } from '../../_domain/people/elders/summary'
import { firstConsents } from '../../_domain/people/privacy/consents'
import { tapped } from '../../_domain/people/privacy/decisions'
import type { Handler } from '../../_shell/context'
import { consentTexts } from '../../_shell/policies'
import { tried } from '../tried'
import { countRegistered } from './count-registered'
import { elderIdsOf } from './elder-ids'
import { registerInto } from './register-elder'

export const registerSelf: Handler<typeof people.registerSelf> = async (
  ctx,
  { elder, stationId, agreed },
) => {
  const openid = ctx.callerId()
  if (!ctx.account?.self) await tried(ctx)

  const decision = tapped(elder.name, 'elder')
  return registerInto(ctx, {
    elder,
    known: identityOf(elder, ctx.now),
    stationId,
    consents: () => firstConsents(agreed, decision, { texts: consentTexts, now: ctx.now }),
    openid,
    state: 'active',
    decision,
    verifiedBy: null,
    seen: null,
    by: { name: elder.name, role: 'elder', relation: null, channel: 'app' },
    proof: null,
    async requires() {
      requireNoOtherSelf(ctx.account, elderIdsOf(ctx)) // in here, so that a key which stood for another wish says so
    },
    async also(work, record, station) {
      const account = (await work.find('accounts', openid)) ?? newAccount(openid, elder.name, record)
      requireNoOtherSelf(account)
      const counted = await countRegistered(work, account, { elderId: record.id, station })
      work.put('accounts', ownAccount(counted, record))
    },
  })
}
