import type { people } from '#types/people'
import { minutesAfter } from '../../_domain/base/calendar'
import { concernOfOrg, requireDirector } from '../../_domain/people/staff/staffing'
import type { Handler } from '../../_shell/context'
import { peopleTerms, staffing } from '../../_shell/policies'
import { freeInvitation } from '../free-invitation'
import { organisation } from './organisations'

export const inviteStaff: Handler<typeof people.inviteStaff> = async (ctx, input) => {
  const { orgKind, orgId, role, helperKind = null, note = null } = input
  const org = await organisation(orgKind, orgId, ctx.knownAccount().district)
  const granted = ctx.permit(concernOfOrg(org))
  requireDirector(granted.role, role, orgKind, staffing)
  const by = ctx.actor()
  const record = await ctx.transact('invitations', async (work) => {
    const { id, earlier } = await freeInvitation(ctx, work)
    if (earlier) return { record: earlier, by }
    const made = {
      id,
      district: org.district,
      elderId: null,
      kind: 'staff' as const,
      from: org.name,
      relation: null,
      scopes: [],
      role,
      orgId,
      orgKind,
      helperKind,
      note,
      by,
      byOpenid: ctx.callerId(),
      paper: null,
      body: ctx.body,
      expiresAt: minutesAfter(ctx.now, peopleTerms.invitationHours.staff * 60),
      usedBy: null,
      usedAt: null,
    }
    work.put('invitations', made)
    return { record: made, by, about: role }
  })
  return { code: record.id, expiresAt: record.expiresAt }
}
