import type { meals } from '#types/meals'
import { pageSize } from '#types/paging'
import { counterOrder } from '../../_domain/meals/serving-times'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { servingTerms } from '../../_shell/policies'

export const queue: Handler<typeof meals.queue> = async (_ctx, { stationId, date, after }) => {
  const orders = await select('mealOrders', {
    where: { stationId, date, ...(after !== undefined && { _id: command.gt(after) }) },
    orderBy: [['_id', 'asc']],
    limit: pageSize.mealQueue,
  })
  return orders.map((order) => counterOrder(order, servingTerms))
}
