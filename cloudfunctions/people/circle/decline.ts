import type { people } from '#types/people'
import { declineRelation } from '../../_domain/people/circle/circle'
import { requireNotOwnKin } from '../../_domain/people/privacy/decisions'
import type { Handler } from '../../_shell/context'
import { changeRelation } from './change-relation'
import { circleOf } from './circle-of'

export const decline: Handler<typeof people.decline> = async (ctx, { memberId, paper }) => {
  const record = await changeRelation(ctx, { memberId, paper }, async (before, elder, granted) => {
    requireNotOwnKin(ctx.knownAccount(), granted, elder)
    if (before.state === 'declined') return { relation: before, elder }
    return { relation: declineRelation(before, ctx.now), elder }
  })
  return circleOf(ctx, record.elderId)
}
