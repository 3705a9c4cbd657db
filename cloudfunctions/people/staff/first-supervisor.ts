import { AppError } from '#types/errors'
import { minutesAfter } from '../../_domain/base/calendar'
import { FIRST_INVITATION, type InvitationRecord } from '../../_domain/people/circle/records'
import { find } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'
import { sameText } from '../../_shell/secrets'
import { organisation } from './organisations'

const SHORTEST = 12
/** Invitations are taken away some time after they have expired; that this one was used is never forgotten. */
const NEVER = '9999-12-31T23:59:59.999Z'

/**
 * The invitation that the environment holds (`FIRST_SUPERVISOR`, `DISTRICT`) for whoever sets a district up; null when this
 * is not its code. It works once, whatever the environment says later.
 */
export async function firstInvitation(ctx: Ctx, code: string): Promise<InvitationRecord | null> {
  const { FIRST_SUPERVISOR = '', DISTRICT = '' } = process.env
  if (FIRST_SUPERVISOR.length < SHORTEST || !sameText(code, FIRST_SUPERVISOR)) return null
  const earlier = await find('invitations', FIRST_INVITATION)
  if (earlier) return earlier
  if (DISTRICT === '') throw new AppError('NOT_FOUND', { orgId: DISTRICT })
  const { name, district } = await organisation('district', DISTRICT, DISTRICT)
  return {
    id: FIRST_INVITATION,
    district,
    elderId: null,
    kind: 'staff',
    from: name,
    relation: null,
    scopes: [],
    role: 'supervisor',
    orgId: DISTRICT,
    orgKind: 'district',
    helperKind: null,
    note: null,
    by: { name: '', role: 'supervisor', relation: null, channel: 'app' },
    byOpenid: ctx.callerId(),
    paper: null,
    body: '',
    expiresAt: minutesAfter(ctx.now, 60),
    usedBy: null,
    usedAt: null,
  }
}

/** Whether an invitation is the one from the environment: whoever uses it has nobody above them to vet them. */
export const isFirst = ({ id }: InvitationRecord): boolean => id === FIRST_INVITATION

/** An invitation once it was used, as it is kept. */
export const afterFirstUse = (used: InvitationRecord): InvitationRecord =>
  isFirst(used) ? { ...used, expiresAt: NEVER } : used
