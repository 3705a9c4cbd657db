import { localDate, mondayOf } from '#types/days'
import type { meals } from '#types/meals'
import { requireNoMore } from '../../_domain/meals/planning/ordered'
import { requireToCome, withSetInstead } from '../../_domain/meals/planning/writing'
import type { Handler } from '../../_shell/context'
import { changeMenu } from './change-menu'
import { kitchenFor } from './kitchen-for'

export const changeOrderedSet: Handler<typeof meals.changeOrderedSet> = async (
  ctx,
  { kitchenId, date, slot, rev, setId, becomes, count, reason },
) => {
  await kitchenFor(ctx, kitchenId)
  requireToCome(date, localDate(ctx.now))
  const but = { date, setId }
  return changeMenu(ctx, {
    ...{ kitchenId, week: mondayOf(date), slot, rev, but, reason },
    change: (menu) => withSetInstead(menu, but, becomes),
    require: (ordered) => requireNoMore(ordered, but, count),
  })
}
