import type { people } from '#types/people'
import { mayBeTold } from '../../_domain/access/news'
import { letIn } from '../../_domain/people/circle/granting'
import { circleSaid, consentRecord } from '../../_domain/people/privacy/consents'
import type { Handler } from '../../_shell/context'
import { stopTelling } from '../../_shell/elder-records/stop-telling'
import { consentTexts, peopleTerms } from '../../_shell/policies'
import { changeRelation } from './change-relation'
import { circleOf } from './circle-of'

export const grant: Handler<typeof people.grant> = async (
  ctx,
  { memberId, scopes, paper, evidence = null },
) => {
  const record = await changeRelation(ctx, { memberId, paper }, async (before, elder, granted, work) => {
    const by = { account: ctx.knownAccount(), grant: granted, terms: peopleTerms, now: ctx.now }
    const after = letIn(before, elder, { scopes, paper, evidence }, by)
    if (after.decision) {
      const said = circleSaid(consentTexts, true, `${before.name}:${scopes.join(',')}`)
      const trail = { elder, decision: after.decision, actor: ctx.actor(), now: ctx.now }
      work.put('consents', consentRecord(`${elder.id}_circle_${ctx.requestId}`, said, trail))
    }
    return after
  })
  if (!mayBeTold(record.scopes)) await stopTelling(record.elderId, record.openid)
  return circleOf(ctx, record.elderId)
}
