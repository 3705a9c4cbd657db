import type { meals } from '#types/meals'
import { pageSize } from '#types/paging'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

export const queue: Handler<typeof meals.queue> = (_ctx, { stationId, date, after }) =>
  select('mealOrders', {
    where: { stationId, date, ...(after !== undefined && { _id: command.gt(after) }) },
    orderBy: [['_id', 'asc']],
    limit: pageSize.mealQueue,
  })
