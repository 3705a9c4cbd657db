import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { newAccount } from '../../_domain/people/circle/circle'
import { givenConsents, requireConsents } from '../../_domain/people/privacy/consents'
import type { Handler } from '../../_shell/context'
import { consentTexts } from '../../_shell/policies'
import { tried } from '../tried'
import { elderIdsOf, ownAccount, preparedFor, registerInto } from './register-elder'

export const registerSelf: Handler<typeof people.registerSelf> = async (
  ctx,
  { elder, stationId, agreed },
) => {
  const openid = ctx.callerId()
  const own = ctx.account?.self
  if (own && !elderIdsOf(ctx).includes(own.elderId)) throw new AppError('OWN_ELDER')
  if (!own) await tried(ctx)

  const prepared = await preparedFor(ctx, elder, stationId)
  const decision = {
    by: elder.name,
    capacity: 'elder' as const,
    how: 'app' as const,
    form: null,
    witness: null,
  }
  const consents = givenConsents(agreed, decision, { texts: consentTexts, now: ctx.now })
  requireConsents(consents, ['service'])
  return registerInto(ctx, prepared, {
    elder,
    stationId,
    consents,
    openid,
    state: 'active',
    decision: () => decision,
    verifiedBy: null,
    name: elder.name,
    by: { name: elder.name, role: 'elder', relation: null, channel: 'app' },
    tellsId: false,
    async also(work, record) {
      const account =
        (await work.find('accounts', openid)) ?? newAccount(openid, elder.name, prepared.station)
      if (account.self) throw new AppError('OWN_ELDER')
      work.put('accounts', ownAccount(account, record))
    },
  })
}
