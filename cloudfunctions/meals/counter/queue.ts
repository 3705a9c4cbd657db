import { localDate } from '#types/days'
import type { meals } from '#types/meals'
import { leastOnPage, pageSize } from '#types/paging'
import { setClashes } from '../../_domain/meals/allergies'
import { madeFor } from '../../_domain/meals/diets'
import { mindOf } from '../../_domain/meals/minding'
import { isLive } from '../../_domain/meals/orders'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { counterOrder } from '../../_domain/meals/serving-times'
import { isUnseen } from '../../_domain/people/elders/seen'
import { sweepStation } from '../../_shell/claims/sweep-sittings'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { fitting } from '../../_shell/fitting'
import { foodWords, servingTerms } from '../../_shell/policies'
import { allAsOne } from '../../_shell/registrations'
import { sittingsOn } from '../booking/sittings-on'

export const queue: Handler<typeof meals.queue> = async (ctx, { stationId, date, after }) => {
  const [orders] = await Promise.all([
    select('mealOrders', {
      where: { stationId, date, ...(after !== undefined && { _id: command.gt(after) }) },
      orderBy: [['_id', 'asc']],
      limit: pageSize.mealQueue,
    }),
    after === undefined && date >= localDate(ctx.now) && sweepStation({ stationId, date }, ctx.now),
  ])
  const isToCook = (order: MealOrderRecord) => isLive(order) && order.date >= localDate(ctx.now)
  const eaters = orders.filter(isToCook).map(({ elderId }) => elderId)
  const elders = [...(await allAsOne(eaters))]
  const unseen = new Set(elders.filter(([, elder]) => isUnseen(elder)).map(([id]) => id))
  const minds = new Map(elders.map(([id, elder]) => [id, mindOf(elder)]))
  const isMinded = [...minds.values()].some((mind) => mind !== null)
  const sittings = isMinded ? await sittingsOn(stationId, date, ctx.now) : []
  const rows = orders.map((order) => {
    const mind = (isToCook(order) && minds.get(order.elderId)) || null
    const sitting = sittings.find(({ id }) => id === order.sittingId)
    const set = sitting?.sets.find(({ id }) => id === order.setId)
    const made = set ? madeFor(set, mind) : []
    return {
      ...counterOrder(order, servingTerms),
      ...(unseen.has(order.elderId) && { isFirst: true as const }),
      mind,
      clashes: set ? setClashes(set, mind, foodWords) : null,
      ...(made.length > 0 && { made }),
    }
  })
  return fitting(rows, leastOnPage.mealQueue)
}
