import type { Role } from '#types/contract'
import { AppError } from '#types/errors'
import { membershipId, relationId } from '#types/ids'
import type { people } from '#types/people'
import { nameOf, requireUsable } from '../../_domain/people/circle/circle'
import type { InvitationRecord } from '../../_domain/people/circle/records'
import { nameAtWork } from '../../_domain/people/staff/staffing'
import { find } from '../../_shell/cloud'
import type { Ctx, Handler } from '../../_shell/context'
import { personOf } from '../../_shell/secrets'
import type { Work } from '../../_shell/transact'
import { afterFirstUse, firstInvitation } from '../staff/first-supervisor'
import { joinStaff } from '../staff/join-staff'
import { tried } from '../tried'
import { bindOwnPhone } from './bind-own-phone'
import { joinFamily } from './join-family'
import { tellOwnPhone } from './tell-own-phone'

/** What accepting does, by the kind of invitation. */
const joins = { self: bindOwnPhone, family: joinFamily, staff: joinStaff }

export const accept: Handler<typeof people.accept> = async (ctx, { code, name }) => {
  const openid = ctx.callerId()
  await tried(ctx)
  const found = (await firstInvitation(ctx, code)) ?? (await find('invitations', code))
  if (!found) throw new AppError('NOT_FOUND_BY_THIS')
  const ownName = await nameFor(ctx, found, name)
  const role: Role =
    found.kind === 'self' ? 'elder' : found.kind === 'family' ? 'family' : (found.role ?? 'volunteer')
  const by = { name: ownName, role, relation: found.relation, channel: 'app' as const }

  const record = await ctx.transact('invitations', async (work) => {
    const invitation = (await work.find('invitations', found.id)) ?? found
    requireUsable(invitation, openid, ctx.now)
    if (invitation.usedBy === openid) {
      if (!(await isStillIn(work, invitation, openid))) throw new AppError('CODE_USED')
      return { record: invitation, by }
    }
    await joins[invitation.kind](ctx, work, invitation, ownName)
    const used = afterFirstUse({ ...invitation, usedBy: openid, usedAt: ctx.now.toISOString() })
    work.put('invitations', used)
    return { record: used, by, about: invitation.kind }
  })
  if (record.kind === 'self' && record.elderId !== null) await tellOwnPhone(record.elderId, openid)
  return { kind: record.kind, from: record.from, role: record.role, elderId: record.elderId }
}

/**
 * An elder's own phone is hers by name already, and whoever works here was vetted under theirs; anybody else says once what they are
 * called.
 */
async function nameFor(
  ctx: Ctx,
  { kind, elderId }: InvitationRecord,
  name: string | undefined,
): Promise<string> {
  if (kind === 'staff') return nameAtWork(ctx.account, name)
  if (kind !== 'self' || elderId === null) return nameOf(ctx.account, name)
  const elder = await find('elders', elderId)
  if (!elder) throw new AppError('NOT_FOUND', { elderId })
  return elder.name
}

/** Whether a code that was used still lets its user in: they may have left or been sent away since. */
async function isStillIn(
  work: Work,
  { kind, elderId, orgId, role }: InvitationRecord,
  openid: string,
): Promise<boolean> {
  const person = personOf(openid)
  if (kind === 'staff') {
    const held = orgId && role ? await work.find('memberships', membershipId(orgId, role, person)) : null
    return held !== null && held.state !== 'ended'
  }
  if (elderId === null) return false
  if (kind === 'self') return (await work.find('elders', elderId))?.openid === openid
  return (await work.find('relations', relationId(elderId, person)))?.state === 'granted'
}
