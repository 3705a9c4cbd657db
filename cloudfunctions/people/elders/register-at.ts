import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { identityOf } from '../../_domain/people/elders/identity'
import { papersSeenBy, requireNobodyLike } from '../../_domain/people/elders/registering'
import { firstConsents } from '../../_domain/people/privacy/consents'
import { isNamed, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { consentTexts } from '../../_shell/policies'
import { elderIdsOf } from './elder-ids'
import { registerInto } from './register-elder'

export const registerAt: Handler<typeof people.registerAt> = async (ctx, input) => {
  const { elder, stationId, agreed, paper, channel, others = [] } = input
  const known = identityOf(elder, ctx.now)
  const decision = { by: elder.name, capacity: 'elder' as const, ...paper }
  const by = ctx.actor(channel)
  return registerInto(ctx, {
    elder,
    known,
    stationId,
    consents: () => firstConsents(agreed, decision, { texts: consentTexts, now: ctx.now }),
    state: 'active',
    decision,
    verifiedBy: papersSeenBy(known, channel, by.name),
    seen: { at: ctx.now.toISOString(), how: 'registered' },
    openid: null,
    by,
    proof: { hasCard: channel === 'counter', others },
    apart: others,
    async requires({ district }) {
      const named = await select('elders', {
        where: { district, name: isNamed(elder.name), birthDate: known.birthDate },
        limit: pageSize.foundElders,
      })
      requireNobodyLike(known, named, [...elderIdsOf(ctx), ...others])
    },
  })
}
