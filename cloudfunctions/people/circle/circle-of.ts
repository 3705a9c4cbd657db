import type { Circle } from '#types/circle'
import { pageSize } from '#types/paging'
import { circleMember } from '../../_domain/circle'
import { select } from '../../_shell/cloud'

/** An elder's care circle: who asks first, then who may act, then who once did; and the invitations still open. */
export async function circleOf(elderId: string, now: Date): Promise<Circle> {
  const [relations, invitations] = await Promise.all([
    select('relations', { where: { elderId }, limit: pageSize.circle * 2 }),
    select('invitations', { where: { elderId, kind: 'family', usedBy: null }, limit: pageSize.circle }),
  ])
  const order = ['asked', 'granted', 'declined', 'revoked']
  return {
    elderId,
    members: relations
      .map(circleMember)
      .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.since.localeCompare(b.since)),
    invitations: invitations
      .filter(({ expiresAt }) => expiresAt > now.toISOString())
      .map(({ id, scopes, relation, expiresAt }) => ({
        code: id,
        scopes,
        relation: relation ?? 'relative',
        expiresAt,
      })),
  }
}
