import { AppError } from '#types/errors'
import type { meals } from '#types/meals'
import { pageSize } from '#types/paging'
import { eldersOf } from '../_domain/access'
import { addDays, localDate } from '../_domain/calendar'
import { nextFirst } from '../_domain/meal-orders'
import { command, select } from '../_shell/cloud'
import type { Handler } from '../_shell/context'

const DAYS_BACK = 30

export const mine: Handler<typeof meals.mine> = async (ctx, { elderId }) => {
  const visible = ctx.account ? eldersOf(ctx.account, 'view').map((one) => one.elderId) : []
  if (elderId !== undefined && !visible.includes(elderId)) throw new AppError('FORBIDDEN')
  const elderIds = elderId === undefined ? visible : [elderId]
  if (elderIds.length === 0) return []

  const orders = await select('mealOrders', {
    where: { elderId: command.in(elderIds), date: command.gte(addDays(localDate(ctx.now), -DAYS_BACK)) },
    orderBy: [['date', 'desc']],
    limit: pageSize.myMeals,
  })
  return nextFirst(orders, ctx.now)
}
