import { AppError } from '#types/errors'
import { membershipId, relationId } from '#types/ids'
import type { people } from '#types/people'
import { withoutAsk } from '../../_domain/people/circle/circle'
import { leftAccount, leftMembership, leftRelation, withoutMember } from '../../_domain/people/circle/leaving'
import { erasedActor } from '../../_domain/people/elders/forgetting'
import type { AccountRecord } from '../../_domain/people/records'
import { removeWhere } from '../../_shell/cloud'
import type { Ctx, Handler } from '../../_shell/context'
import { stopTelling } from '../../_shell/elder-records/stop-telling'
import { personOf } from '../../_shell/secrets'
import { tasksOf } from '../../_shell/tasks-of'
import type { Work } from '../../_shell/transact'
import { giveTasksBack } from '../give-tasks-back'

export const leave: Handler<typeof people.leave> = async (ctx) => {
  const openid = ctx.callerId()
  const { account } = ctx
  if (!account) return { left: true }
  if (account.self) throw new AppError('OWN_ELDER')
  // First, so that a call whose answer is lost can still be finished by the next: afterwards nobody knows the elders.
  for (const { elderId } of account.relations) {
    await stopTelling(elderId, openid)
    await removeWhere('messages', { elderId, ref: relationId(elderId, personOf(openid)) }) // they say who asked
  }
  const tasks = await tasksOf(openid)
  await ctx.transact('accounts', async (work) => {
    const before = await work.get('accounts', openid)
    if (before.self) throw new AppError('OWN_ELDER')
    const left = leftAccount(before)
    const isGone = before.name === '' && before.relations.length + before.memberships.length === 0
    const leaver = { ...erasedActor('family'), name: before.name }
    const done = { record: { ...left, elderId: null }, by: leaver }
    if (isGone) return done
    await leaveElders(work, before)
    await leaveWork(ctx, work, before)
    const by = erasedActor(before.memberships[0]?.role ?? 'volunteer')
    const tells = await giveTasksBack(work, tasks, { openid, caller: openid, by, now: ctx.now })
    work.put('accounts', left)
    return { ...done, tells }
  })
  return { left: true }
}

async function leaveElders(work: Work, { relations, id: openid }: AccountRecord): Promise<void> {
  for (const { elderId } of relations) {
    const relation = await work.find('relations', relationId(elderId, personOf(openid)))
    const elder = await work.find('elders', elderId)
    const hers = elder && elder.openid !== null ? await work.find('accounts', elder.openid) : null
    const left = elder && withoutMember(elder, openid)
    if (relation) work.put('relations', leftRelation(relation))
    if (left && left !== elder) work.put('elders', left)
    if (relation && hers?.asks.some((ask) => ask.memberId === relation.id)) {
      work.put('accounts', withoutAsk(hers, relation.id))
    }
  }
}

async function leaveWork(ctx: Ctx, work: Work, { memberships, id: openid }: AccountRecord): Promise<void> {
  for (const { orgId, role } of memberships) {
    const held = await work.find('memberships', membershipId(orgId, role, personOf(openid)))
    if (held) work.put('memberships', leftMembership(held, ctx.now))
  }
}
