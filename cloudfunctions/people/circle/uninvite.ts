import { AppError } from '#types/errors'
import type { people } from '#types/people'
import { concernOfElder } from '../../_domain/access/concerns'
import type { Handler } from '../../_shell/context'
import { circleOf } from './circle-of'

export const uninvite: Handler<typeof people.uninvite> = async (ctx, { elderId, code }) => {
  const now = ctx.now.toISOString()
  await ctx.transact('invitations', async (work) => {
    const elder = await work.get('elders', elderId)
    ctx.permit(concernOfElder(elder))
    if (elder.state === 'erased') throw new AppError('NOT_FOUND', { elderId })
    const by = ctx.actor()
    const before = await work.get('invitations', code)
    if (before.elderId !== elderId) throw new AppError('NOT_FOUND', { code })
    if (before.usedBy !== null) throw new AppError('CODE_USED')
    if (before.expiresAt <= now) return { record: before, by }
    const record = { ...before, expiresAt: now }
    work.put('invitations', record)
    return { record, by, about: before.kind }
  })
  return circleOf(ctx, elderId)
}
