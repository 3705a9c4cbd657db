import { AppError } from '#types/errors'
import { membershipId, relationId } from '#types/ids'
import type { people } from '#types/people'
import { newAccount, withoutAsk } from '../../_domain/people/circle/circle'
import { ERASED } from '../../_domain/people/elders/forgetting'
import type { AccountRecord } from '../../_domain/people/records'
import type { Ctx, Handler } from '../../_shell/context'
import { personOf } from '../../_shell/secrets'
import type { Work } from '../../_shell/transact'
import { stopTelling } from '../circle/stop-telling'
import { giveTasksBack, tasksOf } from '../tasks'

export const leave: Handler<typeof people.leave> = async (ctx) => {
  const openid = ctx.callerId()
  const { account } = ctx
  if (!account) return { left: true }
  if (account.self) throw new AppError('OWN_ELDER')
  // First, so that a call whose answer is lost can still be finished by the next: afterwards nobody knows the elders.
  for (const { elderId } of account.relations) await stopTelling(elderId, openid)
  const tasks = await tasksOf(openid)
  await ctx.transact('accounts', async (work) => {
    const before = await work.get('accounts', openid)
    if (before.self) throw new AppError('OWN_ELDER')
    const by = { name: ERASED, role: 'family' as const, relation: null, channel: 'app' as const }
    const left = newAccount(openid, '', before)
    const isGone = before.name === '' && before.relations.length + before.memberships.length === 0
    const done = { record: { ...left, elderId: null }, by }
    if (isGone) return done
    await leaveElders(work, before)
    await leaveWork(ctx, work, before)
    const role = before.memberships[0]?.role ?? 'volunteer'
    const own = { name: ERASED, role, relation: null, channel: 'app' as const }
    await giveTasksBack(work, tasks, { openid, by: own, now: ctx.now })
    work.put('accounts', left)
    return done
  })
  return { left: true }
}

async function leaveElders(work: Work, { relations, id: openid }: AccountRecord): Promise<void> {
  for (const { elderId } of relations) {
    const relation = await work.find('relations', relationId(elderId, personOf(openid)))
    const elder = await work.find('elders', elderId)
    const hers = elder && elder.openid !== null ? await work.find('accounts', elder.openid) : null
    const gone = { state: 'revoked' as const, name: ERASED, words: null, evidence: null }
    if (relation) work.put('relations', { ...relation, ...gone })
    if (elder?.circle.includes(openid)) {
      work.put('elders', { ...elder, circle: elder.circle.filter((one) => one !== openid) })
    }
    if (relation && hers?.asks.some((ask) => ask.memberId === relation.id)) {
      work.put('accounts', withoutAsk(hers, relation.id))
    }
  }
}

async function leaveWork(ctx: Ctx, work: Work, { memberships, id: openid }: AccountRecord): Promise<void> {
  const at = ctx.now.toISOString()
  for (const { orgId, role } of memberships) {
    const held = await work.find('memberships', membershipId(orgId, role, personOf(openid)))
    const by = { name: ERASED, role, relation: null, channel: 'app' as const }
    const steps = [{ act: 'end', at, by, note: null }]
    if (held) work.put('memberships', { ...held, state: 'ended', name: ERASED, certificates: [], steps })
  }
}
