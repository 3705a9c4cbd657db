import { AppError } from '#types/errors'
import type { supervision } from '#types/supervision'
import { lookedAt } from '../../_domain/integrity/nights'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

export const closeMismatches: Handler<typeof supervision.closeMismatches> = async (ctx, { nightId }) => {
  const night = await find('mismatches', nightId)
  if (!night) throw new AppError('NOT_FOUND', { nightId })
  ctx.permit({ district: night.district })
  const by = ctx.actor()
  return ctx.transact('mismatches', async (work) => {
    const before = await work.get('mismatches', nightId)
    const record = lookedAt(before, { by, now: ctx.now })
    if (record !== before) work.put('mismatches', record)
    return { record: { ...record, elderId: null }, by }
  })
}
