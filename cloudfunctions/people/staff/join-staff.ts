import type { StaffRole } from '#types/staff'
import { localDate } from '../../_domain/calendar'
import { newAccount } from '../../_domain/circle'
import { membershipId } from '../../_domain/ids'
import type { InvitationRecord } from '../../_domain/records/circle'
import { acceptMembership, withMembership } from '../../_domain/staffing'
import type { Ctx } from '../../_shell/context'
import { staffing } from '../../_shell/policies'
import { personOf } from '../../_shell/secrets'
import type { Work } from '../../_shell/transact'
import { isFirst } from './first-supervisor'
import { organisation } from './organisations'

/** Makes the caller a member who still has to be vetted and trained. Somebody who is one already stays what they are. */
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
  work.put('accounts', { ...withMembership(account, membership, { on: localDate(ctx.now), staffing }), name })
}
