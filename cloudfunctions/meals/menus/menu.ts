import { localDate } from '#types/days'
import type { meals } from '#types/meals'
import type { Handler } from '../../_shell/context'
import { orderedIn } from '../../_shell/menus/tables-of'
import { menuOfWeek } from './change-menu'
import { kitchenFor } from './kitchen-for'
import { kitchenWeek } from './kitchen-week'

export const menu: Handler<typeof meals.menu> = async (ctx, { kitchenId, week, slot }) => {
  const kitchen = await kitchenFor(ctx, kitchenId)
  const [found, ordered] = await Promise.all([
    menuOfWeek(kitchenId, week, slot),
    orderedIn({ kitchenId, week, slot }, localDate(ctx.now)),
  ])
  return kitchenWeek(kitchen, found, ordered)
}
