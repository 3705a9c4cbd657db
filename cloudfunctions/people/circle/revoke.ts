import type { people } from '#types/people'
import { moveRelation } from '../../_domain/people/circle/circle'
import { circleSaid, consentRecord } from '../../_domain/people/privacy/consents'
import type { Handler } from '../../_shell/context'
import { stopTelling } from '../../_shell/elder-records/stop-telling'
import { consentTexts } from '../../_shell/policies'
import { decisionOf } from '../decision'
import { changeRelation } from './change-relation'

export const revoke: Handler<typeof people.revoke> = async (ctx, { memberId, paper }) => {
  const record = await changeRelation(ctx, { memberId, paper }, async (before, elder, granted, work) => {
    const isLeaving = before.openid === ctx.callerId() // of their own accord: no consent of hers to write down
    const decision = isLeaving ? null : decisionOf(ctx, granted, elder, paper)
    if (before.state === 'revoked') return { relation: before, elder }
    const moved = moveRelation(before, 'revoke')
    const relation = isLeaving ? { ...moved, hasLeft: true } : moved
    if (decision) {
      const said = circleSaid(consentTexts, false, before.name)
      const trail = { elder, decision, actor: ctx.actor(), now: ctx.now }
      work.put('consents', consentRecord(`${elder.id}_circle_${ctx.requestId}`, said, trail))
    }
    const circle = elder.circle.filter((one) => one !== before.openid)
    return { relation, elder: { ...elder, circle }, isLeft: isLeaving }
  })
  await stopTelling(record.elderId, record.openid)
  return { memberId: record.id, state: record.state }
}
