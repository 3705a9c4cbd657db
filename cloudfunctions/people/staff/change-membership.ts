import type { Actor } from '#types/actors'
import { localDate } from '#types/days'
import type { Membership } from '#types/people/staff'
import { accountOn } from '../../_domain/access/account-on'
import type { Concern } from '../../_domain/access/concerns'
import { isAssignable } from '../../_domain/access/holdings'
import type { AccountRecord } from '../../_domain/people/records'
import type { MembershipRecord } from '../../_domain/people/staff/records'
import {
  concernOfOrg,
  membershipShown,
  requireDirector,
  withMembership,
} from '../../_domain/people/staff/staffing'
import { find } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import { staffing } from '../../_shell/policies'
import { tasksOf } from '../../_shell/tasks-of'
import type { Work } from '../../_shell/transact'
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
    const { orgKind, role } = before
    const granted = ctx.permit(await concernOfMembership(before, work))
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
  ctx.permit(await concernOfMembership(record, { find }))
  return membershipShown(record, ctx.now, staffing)
}

/** Whom a call about a membership concerns: of a kitchen also the station whose own it is. */
async function concernOfMembership(
  { orgKind: kind, orgId: id, district }: MembershipRecord,
  from: Pick<Work, 'find'>,
): Promise<Concern> {
  const kitchen = kind === 'kitchen' ? await from.find('kitchens', id) : null
  return concernOfOrg({ kind, id, district, stationId: kitchen?.stationId })
}

/** Whether somebody goes to no door any more, in no role. */
const leavesDoors = (account: AccountRecord, now: Date): boolean => {
  const today = accountOn(account, now)
  return !DOORS.some((role) => isAssignable(today, role))
}
