import { pageSize } from '#types/paging'
import type { Circle } from '#types/people/circle'
import type { RelationState } from '#types/states'
import { circleMember } from '../../_domain/people/circle/circle'
import type { RelationRecord } from '../../_domain/people/circle/records'
import { command, select } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import { asksPage } from './asks-page'

/**
 * An elder's care circle: who asks first, known ones before others, a page at a time, then who may act, who once did, and whom she told no last; and the
 * invitations still open. A code is shown only to whoever made it, and on the elder's own phone.
 */
export async function circleOf(ctx: Ctx, elderId: string, after?: string): Promise<Circle> {
  const openid = ctx.callerId()
  const isHers = ctx.knownAccount().self?.elderId === elderId
  const [asks, granted, revoked, declined, invitations] = await Promise.all([
    asksPage({ elderId }, after),
    membersOf(elderId, 'granted', { limit: pageSize.circle, direction: 'asc' }),
    membersOf(elderId, 'revoked', { limit: pageSize.circle, direction: 'desc' }),
    membersOf(elderId, 'declined', { limit: pageSize.declined, direction: 'desc' }),
    select('invitations', {
      where: {
        elderId,
        kind: 'family',
        usedBy: null,
        expiresAt: command.gt(ctx.now.toISOString()),
        ...(!isHers && { byOpenid: openid }),
      },
      orderBy: [['expiresAt', 'desc']],
      limit: pageSize.circle,
    }),
  ])
  return {
    elderId,
    members: [...asks.page, ...granted, ...revoked, ...declined].map(circleMember),
    next: asks.next,
    waiting: asks.waiting,
    ...(asks.strangers > 0 && { strangers: asks.strangers }),
    invitations: invitations.map(({ id, scopes, relation, expiresAt }) => ({
      code: id,
      scopes,
      relation: relation ?? 'relative',
      expiresAt,
    })),
  }
}

function membersOf(
  elderId: string,
  state: RelationState,
  { limit, direction }: { limit: number; direction: 'asc' | 'desc' },
): Promise<RelationRecord[]> {
  return select('relations', { where: { elderId, state }, orderBy: [['since', direction]], limit })
}
