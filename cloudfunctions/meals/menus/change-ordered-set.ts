import { localDate, mondayOf } from '#types/days'
import type { meals } from '#types/meals'
import { requireAsMany } from '../../_domain/meals/planning/ordered'
import { requireToCome, withSetInstead } from '../../_domain/meals/planning/writing'
import type { Handler } from '../../_shell/context'
import { requireNotBegun } from '../../_shell/menus/begun'
import { changeMenu } from './change-menu'
import { kitchenFor } from './kitchen-for'

export const changeOrderedSet: Handler<typeof meals.changeOrderedSet> = async (
  ctx,
  { kitchenId, date, slot, rev, setId, becomes, count, reason },
) => {
  await kitchenFor(ctx, kitchenId)
  const today = localDate(ctx.now)
  requireToCome(date, today)
  if (date === today) await requireNotBegun({ kitchenId, date, slot }, ctx.now)
  const but = { date, setId }
  return changeMenu(ctx, {
    ...{ kitchenId, week: mondayOf(date), slot, rev, but, reason },
    change: (menu) => withSetInstead(menu, but, { becomes, today }),
    require: (ordered) => requireAsMany(ordered, but, count),
  })
}
