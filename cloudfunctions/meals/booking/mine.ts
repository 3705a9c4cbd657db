import { addDays, localDate } from '#types/days'
import type { meals } from '#types/meals'
import { leastOnPage, pageSize } from '#types/paging'
import { idsOf, visibleElders } from '../../_domain/access/holdings'
import { withDoorsFor } from '../../_domain/meals/delivery'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { allOf, command, find, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { fitting } from '../../_shell/fitting'
import { isLetKnow, withMisfits } from '../../_shell/planning/no-fits'

const DAYS_BACK = 30

export const mine: Handler<typeof meals.mine> = async (ctx, { elderId, after }) => {
  const elders = visibleElders(ctx.account, elderId)
  const elderIds = idsOf(elders)
  if (elderIds.length === 0) return []

  const last = after === undefined ? null : await find('mealOrders', after)
  const today = localDate(ctx.now)
  const isPast = last !== null && last.date < today
  const ofThem = { elderId: command.in(elderIds) }
  const coming = isPast
    ? []
    : await ordersOf({ ...ofThem, date: command.gte(today) }, 'asc', { last, limit: pageSize.myMeals })
  const page = async (orders: readonly MealOrderRecord[]) =>
    fitting(
      await withMisfits(withDoorsFor(orders, elders), ctx.now, isLetKnow(ctx.account)),
      leastOnPage.myMeals,
    )
  if (coming.length === pageSize.myMeals) return page(coming)
  const recent = { ...ofThem, date: command.between(addDays(today, -DAYS_BACK), today) }
  const limit = pageSize.myMeals - coming.length
  const past = await ordersOf(recent, 'desc', { last: isPast ? last : null, limit })
  return page([...coming, ...past])
}

/** By the hour of the meal, then by id; beyond an order, where one is given. */
function ordersOf(
  where: object,
  direction: 'asc' | 'desc',
  { last, limit }: { last: MealOrderRecord | null; limit: number },
): Promise<MealOrderRecord[]> {
  const further = direction === 'asc' ? command.gt : command.lt
  const beyond = last
    ? [
        command.or([
          { startsAt: further(last.startsAt) },
          { startsAt: last.startsAt, _id: command.gt(last.id) },
        ]),
      ]
    : []
  return select('mealOrders', {
    where: allOf([where, ...beyond]),
    orderBy: [
      ['startsAt', direction],
      ['_id', 'asc'],
    ],
    limit,
  })
}
