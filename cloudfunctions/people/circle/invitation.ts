import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { requireUsable } from '../../_domain/people/circle/circle'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { firstInvitation } from '../staff/first-supervisor'
import { tried } from '../tried'

export const invitation: Handler<typeof people.invitation> = async (ctx, { code }) => {
  await tried(ctx)
  const found = (await firstInvitation(ctx, code)) ?? (await find('invitations', code))
  if (!found) throw new AppError('NOT_FOUND_BY_THIS')
  requireUsable(found, ctx.callerId(), ctx.now)
  const { kind, from, relation, scopes, role, expiresAt } = found
  return { kind, from, relation, scopes, role, expiresAt }
}
