import type { people } from '#types/people'
import { moveRelation } from '../../_domain/people/circle/circle'
import type { Handler } from '../../_shell/context'
import { decisionOf } from '../decision'
import { changeRelation } from './change-relation'
import { circleOf } from './circle-of'

export const decline: Handler<typeof people.decline> = async (ctx, { memberId, paper }) => {
  const record = await changeRelation(ctx, { memberId, paper }, async (before, elder, granted) => {
    decisionOf(ctx, granted, elder, paper)
    if (before.state === 'declined') return { relation: before, elder }
    return { relation: moveRelation(before, 'decline'), elder }
  })
  return circleOf(ctx, record.elderId)
}
