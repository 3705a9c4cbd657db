import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { InvitationRecord } from '../_domain/people/circle/records'
import { codeFor } from '../_shell/codes'
import type { Ctx } from '../_shell/context'
import type { Work } from '../_shell/transact'

const MOST_A_DAY = 100

/**
 * The code for what the caller wants: the one that they made today for the same wish and that still works, else a fresh one.
 * @throws AppError `TOO_MANY_TRIES` after a hundred alike on one day
 */
export async function freeInvitation(
  ctx: Ctx,
  work: Work,
): Promise<{ id: string; earlier: InvitationRecord | null }> {
  for (let nth = 0; nth < MOST_A_DAY; nth++) {
    const id = codeFor(`${ctx.callerId()} ${localDate(ctx.now)} ${ctx.body}`, nth)
    const earlier = await work.find('invitations', id)
    if (!earlier) return { id, earlier: null }
    const isOpen = earlier.usedBy === null && earlier.expiresAt > ctx.now.toISOString()
    if (isOpen && earlier.byOpenid === ctx.callerId() && earlier.body === ctx.body) return { id, earlier }
  }
  throw new AppError('TOO_MANY_TRIES')
}
