import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import { membershipId } from '#types/ids'
import type { StaffRole } from '#types/people/staff'
import { accountOn } from '../../_domain/access/account-on'
import { grantFor } from '../../_domain/access/grants'
import { newAccount } from '../../_domain/people/circle/circle'
import type { InvitationRecord } from '../../_domain/people/circle/records'
import {
  acceptMembership,
  concernOfOrg,
  directedRoles,
  directors,
  type Organisation,
  withMembership,
} from '../../_domain/people/staff/staffing'
import type { Ctx } from '../../_shell/context'
import { staffing } from '../../_shell/policies'
import { personOf } from '../../_shell/secrets'
import type { Work } from '../../_shell/transact'
import { isFirst } from './first-supervisor'
import { organisation } from './organisations'

/**
 * Makes the caller a member who still has to be vetted and trained. Somebody who is one already stays what they are, and what they
 * are called elsewhere stays too.
 */
export async function joinStaff(
  ctx: Ctx,
  work: Work,
  invitation: InvitationRecord,
  name: string,
): Promise<void> {
  const openid = ctx.callerId()
  const role = invitation.role as StaffRole // an invitation of staff names one of their roles
  const org = await organisation(
    invitation.orgKind ?? 'district',
    invitation.orgId ?? '',
    invitation.district,
  )
  if (!isFirst(invitation)) await requireMaker(ctx, work, invitation, org)
  const id = membershipId(org.id, role, personOf(openid))
  const earlier = await work.find('memberships', id)
  if (earlier && earlier.state !== 'ended') return
  const account = (await work.find('accounts', openid)) ?? newAccount(openid, name, org)
  const membership = acceptMembership(
    id,
    { role, helperKind: invitation.helperKind, org },
    {
      openid,
      name,
      by: { name, role, relation: null, channel: 'app' },
      now: ctx.now,
      state: isFirst(invitation) ? 'assignable' : 'accepted',
    },
  )
  work.put('memberships', membership)
  const district = account.memberships.length === 0 ? org.district : account.district // where one works decides
  work.put('accounts', {
    ...withMembership({ ...account, district }, membership, { on: localDate(ctx.now), staffing }),
    name: account.name || name,
  })
}

/** A code is worth what its maker may still do. @throws AppError `CODE_EXPIRED` */
async function requireMaker(
  ctx: Ctx,
  work: Work,
  { byOpenid, role }: InvitationRecord,
  org: Organisation,
): Promise<void> {
  const maker = await work.find('accounts', byOpenid)
  const grant = maker && grantFor(accountOn(maker, ctx.now), directors, concernOfOrg(org))
  const directed = grant ? directedRoles(grant.role, org.kind, staffing) : []
  if (!directed.includes(role as StaffRole)) throw new AppError('CODE_EXPIRED') // an invitation of staff names a role of theirs
}
