import { AppError } from '#types/errors'
import { pageSize } from '#types/paging'
import type { supervision } from '#types/supervision'
import { command, find, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { oversees } from '../../_shell/oversees'

export const flags: Handler<typeof supervision.flags> = (ctx, { state, after }) => {
  const rest = after && [{ at: command.lt(after.at) }, { at: after.at, _id: command.gt(after.id) }]
  return select('flags', {
    where: command.or(
      oversees(ctx.knownAccount()).flatMap((place) =>
        (rest ?? [{}]).map((one) => ({ ...place, state, ...one })),
      ),
    ),
    orderBy: [
      ['at', 'desc'],
      ['_id', 'asc'],
    ],
    limit: pageSize.flags,
  })
}

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
