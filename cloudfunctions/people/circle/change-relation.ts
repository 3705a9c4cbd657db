import { AppError } from '#types/errors'
import { relationId } from '#types/ids'
import type { Paper } from '#types/people/elders'
import { type Concern, concernOfElder } from '../../_domain/access/concerns'
import type { Grant } from '../../_domain/access/grants'
import { moveRelation, withoutAsk, withoutRelation, withRelation } from '../../_domain/people/circle/circle'
import { withoutMember } from '../../_domain/people/circle/leaving'
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

interface Wanted {
  memberId: string
  paper?: Paper | undefined
  /** Where one call changes several relations: which of them. */
  part?: string
}

/** Changes what somebody is to an elder, in every record that says so. */
export function changeRelation(
  ctx: Ctx,
  { memberId, paper, part }: Wanted,
  change: Change,
): Promise<RelationRecord> {
  const run = runOf(ctx, { memberId, paper }, change)
  if (part === undefined) return ctx.transact('relations', run)
  return ctx.transactPart(part, 'relations', run).then(({ record }) => record)
}

function runOf(ctx: Ctx, { memberId, paper }: Wanted, change: Change) {
  return async (work: Work) => {
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

    const gone = await goneWith(work, elder, after.relation)
    const known = await work.find('accounts', before.openid)
    const account = known && gone.reduce((one, left) => withRelation(one, left.relation, left.elder), known)
    const hers = elder.openid === null ? null : await work.find('accounts', elder.openid)
    work.put('relations', after.relation)
    for (const left of gone) {
      work.put('relations', left.relation)
      work.put('elders', left.elder)
    }
    if (after.elder !== elder) work.put('elders', after.elder)
    if (account && after.isLeft) work.put('accounts', withoutRelation(account, elder.id))
    else if (account) work.put('accounts', withRelation(account, after.relation, elder))
    if (hers?.asks.some((ask) => ask.memberId === memberId)) work.put('accounts', withoutAsk(hers, memberId))
    return done
  }
}

/** Whoever is told no, or is to act for her no more, acts no more under a registration either that was joined to hers. */
async function goneWith(
  work: Work,
  { joined = [] }: ElderRecord,
  { id, elderId, openid, state }: RelationRecord,
): Promise<Pick<Changed, 'relation' | 'elder'>[]> {
  if (state !== 'declined' && state !== 'revoked') return []
  const gone: Pick<Changed, 'relation' | 'elder'>[] = []
  for (const other of joined) {
    const relation = await work.find('relations', relationId(other, id.slice(elderId.length + 1)))
    const elder = relation?.state === 'granted' ? await work.find('elders', other) : null
    if (relation && elder)
      gone.push({ relation: moveRelation(relation, 'revoke'), elder: withoutMember(elder, openid) })
  }
  return gone
}
