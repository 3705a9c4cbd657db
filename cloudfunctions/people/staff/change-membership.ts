import type { Actor } from '#types/meals'
import type { Membership } from '#types/staff'
import { localDate } from '../../_domain/calendar'
import type { MembershipRecord } from '../../_domain/records/staff'
import { concernOfOrg, membershipShown, requireDirector, withMembership } from '../../_domain/staffing'
import type { Ctx } from '../../_shell/context'
import { staffing } from '../../_shell/policies'
import { giveTasksBack, tasksOf } from '../tasks'

/** Changes a membership and the account that sums it up, for somebody who directs it. */
export async function changeMembership(
  ctx: Ctx,
  membershipId: string,
  about: string,
  change: (record: MembershipRecord, by: Actor) => MembershipRecord,
): Promise<Membership> {
  const record = await ctx.transact('memberships', async (work) => {
    const before = await work.get('memberships', membershipId)
    const { orgKind, orgId, district, role } = before
    const granted = ctx.permit(concernOfOrg(orgKind, orgId, district))
    requireDirector(granted.role, role, orgKind, staffing)
    const by = ctx.actor()
    const after = change(before, by)
    if (after === before) return { record: before, by, about }
    const account = await work.find('accounts', before.openid)
    if (after.state === 'suspended' || after.state === 'ended') {
      const tasks = await tasksOf(before.openid)
      await giveTasksBack(work, tasks, { openid: before.openid, by, now: ctx.now })
    }
    work.put('memberships', after)
    if (account) work.put('accounts', withMembership(account, after, { on: localDate(ctx.now), staffing }))
    return { record: after, by, about }
  })
  ctx.permit(concernOfOrg(record.orgKind, record.orgId, record.district))
  return membershipShown(record, ctx.now, staffing)
}
