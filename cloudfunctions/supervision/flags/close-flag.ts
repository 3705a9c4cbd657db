import { AppError } from '#types/errors'
import type { supervision } from '#types/supervision'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

export const closeFlag: Handler<typeof supervision.closeFlag> = async (ctx, { flagId, words }) => {
  const flag = await find('flags', flagId)
  if (!flag) throw new AppError('NOT_FOUND', { flagId })
  const { district, townId, stationId } = flag
  ctx.permit({ district, townId, stationId })
  const by = ctx.actor()
  return ctx.transact('flags', async (work) => {
    const before = await work.get('flags', flagId)
    if (before.state === 'closed') return { record: before, by }
    const closed = { ...before, state: 'closed' as const, closed: { by, at: ctx.now.toISOString(), words } }
    work.put('flags', closed)
    return { record: closed, by }
  })
}
