import { AppError } from '#types/errors'
import type { Paper } from '#types/people/elders'
import { type Concern, concernOfElder } from '../../_domain/access/concerns'
import type { Grant } from '../../_domain/access/grants'
import { withoutAsk, withoutRelation, withRelation } from '../../_domain/people/circle/circle'
import type { RelationRecord } from '../../_domain/people/circle/records'
import type { ElderRecord } from '../../_domain/people/records'
import type { Ctx } from '../../_shell/context'
import type { Work } from '../../_shell/transact'
import { channelOf } from '../decision'

/** What becomes of a relation and of the elder; the same relation when nothing changes. */
interface Changed {
  relation: RelationRecord
  elder: ElderRecord
  /** True where the relative goes of their own accord: nothing is left to be told of it. */
  isLeft?: boolean
}
type Change = (before: RelationRecord, elder: ElderRecord, grant: Grant, work: Work) => Promise<Changed>

/** Changes what somebody is to an elder, in every record that says so. */
export function changeRelation(
  ctx: Ctx,
  { memberId, paper }: { memberId: string; paper?: Paper },
  change: Change,
): Promise<RelationRecord> {
  return ctx.transact('relations', async (work) => {
    const before = await work.get('relations', memberId)
    const elder = await work.get('elders', before.elderId)
    if (elder.state === 'erased') throw new AppError('NOT_FOUND', { memberId })
    const concern: Concern = {
      ...concernOfElder(elder),
      relative: before.openid,
      ...(before.hasLeft && { doer: before.openid }),
    }
    const after = await change(before, elder, ctx.permit(concern), work)
    const done = { record: after.relation, by: ctx.actor(channelOf(paper)), about: before.name }
    if (after.relation === before) return done

    const account = await work.find('accounts', before.openid)
    const hers = elder.openid === null ? null : await work.find('accounts', elder.openid)
    work.put('relations', after.relation)
    if (after.elder !== elder) work.put('elders', after.elder)
    if (account && after.isLeft) work.put('accounts', withoutRelation(account, elder.id))
    else if (account) work.put('accounts', withRelation(account, after.relation, elder))
    if (hers?.asks.some((ask) => ask.memberId === memberId)) work.put('accounts', withoutAsk(hers, memberId))
    return done
  })
}
