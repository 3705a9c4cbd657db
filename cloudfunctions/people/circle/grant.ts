import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { areSameScopes, grantRelation, moveRelation, withMember } from '../../_domain/circle'
import { consentRecord, requireActive, textFor } from '../../_domain/consents'
import type { Handler } from '../../_shell/context'
import { consentTexts, peopleTerms } from '../../_shell/policies'
import { decisionOf } from '../decision'
import { changeRelation } from './change-relation'
import { circleOf } from './circle-of'

export const grant: Handler<typeof people.grant> = async (
  ctx,
  { memberId, scopes, paper, evidence = null },
) => {
  const record = await changeRelation(ctx, memberId, async (before, elder, granted, work) => {
    requireActive(elder)
    const decision = decisionOf(ctx, granted, elder, paper)
    if (before.relation === 'guardian' && before.state !== 'granted') {
      const isStaff = granted.relation === null && granted.role !== 'elder'
      if (!isStaff || !evidence) throw new AppError('EVIDENCE_MISSING', { fields: ['evidence'] })
    }
    if (before.state === 'granted' && areSameScopes(before.scopes, scopes)) return { relation: before, elder }

    const relation = grantRelation(before, scopes, {
      decision,
      evidence: evidence ?? before.evidence,
      now: ctx.now,
    })
    const said = {
      purpose: 'circle' as const,
      version: textFor('circle', consentTexts).version,
      isGiven: true,
    }
    const about = `${before.name}:${scopes.join(',')}`
    const trail = { elder, decision, actor: ctx.actor(), now: ctx.now }
    work.put('consents', consentRecord(`${elder.id}_circle_${ctx.requestId}`, { ...said, about }, trail))
    return { relation, elder: withMember(elder, before.openid, peopleTerms) }
  })
  return circleOf(record.elderId, ctx.now)
}

export const decline: Handler<typeof people.decline> = async (ctx, { memberId, paper }) => {
  const record = await changeRelation(ctx, memberId, async (before, elder, granted) => {
    decisionOf(ctx, granted, elder, paper)
    if (before.state === 'declined') return { relation: before, elder }
    return { relation: moveRelation(before, 'decline'), elder }
  })
  return circleOf(record.elderId, ctx.now)
}
