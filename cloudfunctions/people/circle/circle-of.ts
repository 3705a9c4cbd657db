import { pageSize } from '#types/paging'
import type { Circle } from '#types/people/circle'
import type { RelationState } from '#types/states'
import { circleMember } from '../../_domain/people/circle/circle'
import type { RelationRecord } from '../../_domain/people/circle/records'
import { command, select } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'

/**
 * An elder's care circle: who asks first, then who may act, then who once did; and the invitations still open. A code is shown
 * only to whoever made it, and on the elder's own phone.
 */
export async function circleOf(ctx: Ctx, elderId: string): Promise<Circle> {
  const openid = ctx.callerId()
  const isHers = ctx.knownAccount().self?.elderId === elderId
  const [asked, granted, others, invitations] = await Promise.all([
    membersOf(elderId, ['asked'], pageSize.asked),
    membersOf(elderId, ['granted'], pageSize.circle),
    membersOf(elderId, ['declined', 'revoked'], pageSize.circle, 'desc'),
    select('invitations', { where: { elderId, kind: 'family', usedBy: null }, limit: pageSize.circle }),
  ])
  return {
    elderId,
    members: [...asked, ...granted, ...others].map(circleMember),
    invitations: invitations
      .filter((one) => one.expiresAt > ctx.now.toISOString() && (isHers || one.byOpenid === openid))
      .map(({ id, scopes, relation, expiresAt }) => ({
        code: id,
        scopes,
        relation: relation ?? 'relative',
        expiresAt,
      })),
  }
}

function membersOf(
  elderId: string,
  states: RelationState[],
  limit: number,
  direction: 'asc' | 'desc' = 'asc',
): Promise<RelationRecord[]> {
  return select('relations', {
    where: { elderId, state: command.in(states) },
    orderBy: [['since', direction]],
    limit,
  })
}
