import { AppError } from '#types/errors'
import { politeName } from '#types/names'
import type { people } from '#types/people'
import { concernOfElder } from '../../_domain/access/concerns'
import { minutesAfter } from '../../_domain/base/calendar'
import { requireActive } from '../../_domain/people/privacy/consents'
import type { Handler } from '../../_shell/context'
import { peopleTerms } from '../../_shell/policies'
import { channelOf, decisionOf } from '../decision'
import { freeInvitation } from '../free-invitation'

export const invite: Handler<typeof people.invite> = async (ctx, { elderId, for: wanted, paper }) => {
  const record = await ctx.transact('invitations', async (work) => {
    const elder = await work.get('elders', elderId)
    const granted = ctx.permit(concernOfElder(elder))
    if (elder.state === 'erased') throw new AppError('NOT_FOUND', { elderId })
    const isStaff = granted.relation === null && granted.role !== 'elder'
    const by = ctx.actor(channelOf(paper))
    const isFamily = wanted.kind === 'family'
    if (!isFamily && !isStaff) throw new AppError('FORBIDDEN')
    decisionOf(ctx, granted, elder, paper)
    if (isFamily) {
      requireActive(elder)
      if (wanted.relation === 'guardian') throw new AppError('EVIDENCE_MISSING', { fields: ['evidence'] })
      if (elder.circle.length >= peopleTerms.mostInCircle)
        throw new AppError('CIRCLE_FULL', { most: peopleTerms.mostInCircle })
    }

    const { id, earlier } = await freeInvitation(ctx, work)
    if (earlier) return { record: earlier, by }
    const made = {
      id,
      district: elder.district,
      elderId,
      kind: wanted.kind,
      from: politeName(elder.name, elder.sex),
      relation: isFamily ? wanted.relation : null,
      scopes: isFamily ? wanted.scopes : [],
      role: null,
      orgId: null,
      orgKind: null,
      helperKind: null,
      note: null,
      by,
      byOpenid: ctx.callerId(),
      paper: (isStaff && paper) || null,
      body: ctx.body,
      expiresAt: minutesAfter(ctx.now, peopleTerms.invitationHours[wanted.kind] * 60),
      usedBy: null,
      usedAt: null,
    }
    work.put('invitations', made)
    return { record: made, by, about: wanted.kind }
  })
  return { code: record.id, expiresAt: record.expiresAt }
}
