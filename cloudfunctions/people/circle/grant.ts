import { AppError } from '#types/errors'
import type { people } from '#types/people'
import type { GuardianEvidence } from '#types/people/circle'
import type { Grant } from '../../_domain/access/grants'
import { localDate } from '../../_domain/base/calendar'
import { areSameScopes, grantRelation, hasEnded, withMember } from '../../_domain/people/circle/circle'
import { ERASED } from '../../_domain/people/elders/forgetting'
import { consentRecord, requireActive, textFor } from '../../_domain/people/privacy/consents'
import type { Ctx, Handler } from '../../_shell/context'
import { consentTexts, peopleTerms } from '../../_shell/policies'
import { decisionOf } from '../decision'
import { changeRelation } from './change-relation'
import { circleOf } from './circle-of'
import { stopTelling } from './stop-telling'

export const grant: Handler<typeof people.grant> = async (
  ctx,
  { memberId, scopes, paper, evidence: papers = null },
) => {
  const record = await changeRelation(ctx, { memberId, paper }, async (before, elder, granted, work) => {
    if (before.name === ERASED) throw new AppError('WRONG_STATE', { state: before.state }) // they have left for good
    const isGuardian = before.relation === 'guardian'
    const evidence = isGuardian ? papers : null
    const isNews = evidence !== null && JSON.stringify(evidence) !== JSON.stringify(before.evidence)
    if (isGuardian && (before.state !== 'granted' || isNews)) requireEvidence(ctx, granted, evidence)
    if (!isGuardian) requireActive(elder) // a guardian comes first where the elder can no longer say yes herself
    const said = decisionOf(ctx, granted, elder, paper)
    const decision = isGuardian ? { ...said, by: before.name, capacity: 'guardian' as const } : said
    if (before.state === 'granted' && !isNews && areSameScopes(before.scopes, scopes))
      return { relation: before, elder }

    const relation = grantRelation(before, scopes, {
      decision,
      evidence: evidence ?? before.evidence,
      now: ctx.now,
    })
    const yes = {
      purpose: 'circle' as const,
      version: textFor('circle', consentTexts).version,
      isGiven: true,
    }
    const about = `${before.name}:${scopes.join(',')}`
    const trail = { elder, decision, actor: ctx.actor(), now: ctx.now }
    work.put('consents', consentRecord(`${elder.id}_circle_${ctx.requestId}`, { ...yes, about }, trail))
    return { relation, elder: withMember(elder, before.openid, peopleTerms) }
  })
  if (!record.scopes.includes('view')) await stopTelling(record.elderId, record.openid)
  return circleOf(ctx, record.elderId)
}

/** Only a station that has seen papers which still count lets a guardian in. @throws AppError `EVIDENCE_MISSING` */
function requireEvidence(ctx: Ctx, { role, relation }: Grant, evidence: GuardianEvidence | null): void {
  const isStaff = relation === null && role !== 'elder'
  if (!isStaff || !evidence || hasEnded(evidence, localDate(ctx.now))) {
    throw new AppError('EVIDENCE_MISSING', { fields: ['evidence'] })
  }
}
