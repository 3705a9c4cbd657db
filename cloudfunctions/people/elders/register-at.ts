import { AppError } from '#types/errors'
import { pageSize } from '#types/paging'
import type { people } from '#types/people'
import { givenConsents, requireConsents } from '../../_domain/people/privacy/consents'
import { select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { consentTexts } from '../../_shell/policies'
import { elderIdsOf, preparedFor, registerInto } from './register-elder'

export const registerAt: Handler<typeof people.registerAt> = async (ctx, input) => {
  const { elder, stationId, agreed, paper, channel, others = [] } = input
  const prepared = await preparedFor(ctx, elder, stationId)
  const decision = { by: elder.name, capacity: 'elder' as const, ...paper }
  const consents = givenConsents(agreed, decision, { texts: consentTexts, now: ctx.now })
  requireConsents(consents, ['service'])

  const { district } = prepared.station
  const named = await select('elders', {
    where: { district, name: elder.name, birthDate: prepared.known.birthDate },
    limit: pageSize.foundElders,
  })
  const same = named
    .filter((one) => one.state !== 'erased')
    .filter((one) => !(one.idNumber && prepared.known.idNumber)) // two numbers tell two persons
    .map(({ id }) => id)
    .filter((id) => !elderIdsOf(ctx).includes(id) && !others.includes(id))
  if (same.length > 0) throw new AppError('MAYBE_REGISTERED', { elderIds: same })

  return registerInto(ctx, prepared, {
    elder,
    stationId,
    consents,
    state: 'active',
    decision: () => decision,
    verifiedBy: prepared.known.idNumber && channel === 'counter' ? ctx.knownAccount().name : null,
    openid: null,
    name: ctx.knownAccount().name,
    by: ctx.actor(channel),
    tellsId: true,
  })
}
