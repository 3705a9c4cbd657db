import { localDate } from '#types/days'
import type { meals } from '#types/meals'
import { pageSize } from '#types/paging'
import { mindOf } from '../../_domain/meals/minding'
import { isLive } from '../../_domain/meals/orders'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { counterOrder } from '../../_domain/meals/serving-times'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { servingTerms } from '../../_shell/policies'

export const queue: Handler<typeof meals.queue> = async (ctx, { stationId, date, after }) => {
  const orders = await select('mealOrders', {
    where: { stationId, date, ...(after !== undefined && { _id: command.gt(after) }) },
    orderBy: [['_id', 'asc']],
    limit: pageSize.mealQueue,
  })
  const isToCook = (order: MealOrderRecord) => isLive(order) && order.date >= localDate(ctx.now)
  const eaters = orders.filter(isToCook).map(({ elderId }) => elderId)
  const elders =
    eaters.length === 0
      ? []
      : await select('elders', { where: { _id: command.in(eaters) }, limit: eaters.length })
  const minds = new Map(elders.map((elder) => [elder.id, mindOf(elder)]))
  return orders.map((order) => ({
    ...counterOrder(order, servingTerms),
    mind: (isToCook(order) && minds.get(order.elderId)) || null,
  }))
}
