import { pageSize } from '#types/paging'
import type { supervision } from '#types/supervision'
import { sumUp } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

export const operators: Handler<typeof supervision.operators> = async (ctx, { district }) => {
  ctx.permit({ district })
  const found = await sumUp('stations', {
    where: { district },
    by: { id: '$operatorId', name: '$operatorName' },
    sums: { stations: 1 },
    limit: pageSize.operators,
  })
  return found
    .map(({ _id, stations }) => ({ ...(_id as { id: string; name: string }), stations: Number(stations) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
