import { addDays, localDate } from '#types/days'
import type { meals } from '#types/meals'
import { pageSize } from '#types/paging'
import { visibleElders } from '../../_domain/access/holdings'
import { nextFirst } from '../../_domain/meals/orders'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

const DAYS_BACK = 30

export const mine: Handler<typeof meals.mine> = async (ctx, { elderId }) => {
  const elderIds = visibleElders(ctx.account, elderId).map((one) => one.elderId)
  if (elderIds.length === 0) return []

  const today = localDate(ctx.now)
  const ofThem = command.in(elderIds)
  const [coming, past] = await Promise.all([
    select('mealOrders', {
      where: { elderId: ofThem, date: command.gte(today) },
      orderBy: [['startsAt', 'asc']],
      limit: pageSize.myMeals,
    }),
    select('mealOrders', {
      where: { elderId: ofThem, date: command.between(addDays(today, -DAYS_BACK), today) },
      orderBy: [['startsAt', 'desc']],
      limit: pageSize.myMeals,
    }),
  ])
  return nextFirst([...coming, ...past], ctx.now).slice(0, pageSize.myMeals)
}
