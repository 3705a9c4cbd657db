import { pageSize } from '#types/paging'
import type { supervision } from '#types/supervision'
import { overseen } from '../../_domain/access/holdings'
import { command, select, sumUp } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

export const mismatches: Handler<typeof supervision.mismatches> = async (ctx, { state, after }) => {
  const mine = { district: command.in(overseen(ctx.knownAccount()).districts), state }
  const rest = after
    ? command.or([
        { ...mine, date: command.lt(after.date) },
        { ...mine, date: after.date, _id: command.gt(after.id) },
      ])
    : mine
  const [nights, [total]] = await Promise.all([
    select('mismatches', {
      where: rest,
      orderBy: [
        ['date', 'desc'],
        ['_id', 'asc'],
      ],
      limit: pageSize.mismatches,
    }),
    sumUp('mismatches', { where: mine, by: null, sums: { found: '$count' }, limit: 1 }),
  ])
  return { count: Number(total?.found ?? 0), nights }
}
