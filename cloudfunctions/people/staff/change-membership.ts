import type { Actor } from '#types/actors'
import { localDate } from '#types/days'
import type { Membership } from '#types/people/staff'
import { accountOn } from '../../_domain/access/account-on'
import { isAssignable } from '../../_domain/access/holdings'
import type { AccountRecord } from '../../_domain/people/records'
import type { MembershipRecord } from '../../_domain/people/staff/records'
import {
  concernOfOrg,
  membershipShown,
  requireDirector,
  withMembership,
} from '../../_domain/people/staff/staffing'
import type { Ctx } from '../../_shell/context'
import { staffing } from '../../_shell/policies'
import { tasksOf } from '../../_shell/tasks-of'
import { giveTasksBack } from '../give-tasks-back'

/** Roles in which one knocks at doors. */
const DOORS = ['volunteer', 'clerk', 'coordinator'] as const

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
    const known = await work.find('accounts', before.openid)
    const account = known && withMembership(known, after, { on: localDate(ctx.now), staffing })
    const { openid } = before
    const tasks = account && leavesDoors(account, ctx.now) ? await tasksOf(openid) : []
    const tells = await giveTasksBack(work, tasks, { openid, caller: ctx.callerId(), by, now: ctx.now })
    work.put('memberships', after)
    if (account) work.put('accounts', account)
    return { record: after, by, about, tells }
  })
  ctx.permit(concernOfOrg(record.orgKind, record.orgId, record.district))
  return membershipShown(record, ctx.now, staffing)
}

/** Whether somebody goes to no door any more, in no role. */
const leavesDoors = (account: AccountRecord, now: Date): boolean => {
  const today = accountOn(account, now)
  return !DOORS.some((role) => isAssignable(today, role))
}
