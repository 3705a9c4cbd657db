import { localDate, mondayOf } from '#types/days'
import type { meals } from '#types/meals'
import { requireToCome, withSoldOut } from '../../_domain/meals/planning/writing'
import type { Handler } from '../../_shell/context'
import { changeMenu } from './change-menu'
import { kitchenFor } from './kitchen-for'

export const setSoldOut: Handler<typeof meals.setSoldOut> = async (
  ctx,
  { kitchenId, date, slot, setId, isSoldOut },
) => {
  await kitchenFor(ctx, kitchenId)
  requireToCome(date, localDate(ctx.now))
  const week = mondayOf(date)
  return changeMenu(ctx, {
    ...{ kitchenId, week, slot },
    change: (menu) => withSoldOut(menu, { date, setId }, isSoldOut),
  })
}
