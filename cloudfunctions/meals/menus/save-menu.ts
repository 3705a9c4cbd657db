import type { meals } from '#types/meals'
import { withWritten } from '../../_domain/meals/planning/writing'
import type { Handler } from '../../_shell/context'
import { changeMenu } from './change-menu'

export const saveMenu: Handler<typeof meals.saveMenu> = (
  ctx,
  { kitchenId, week, slot, rev, dishes, sets, days, without },
) => {
  const written = { dishes, sets, days, without }
  return changeMenu(ctx, { kitchenId, week, slot, rev, change: (menu) => withWritten(menu, written) })
}
