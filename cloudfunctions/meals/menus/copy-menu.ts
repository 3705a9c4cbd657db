import { AppError } from '#types/errors'
import type { meals } from '#types/meals'
import { withCopied } from '../../_domain/meals/planning/writing'
import type { Handler } from '../../_shell/context'
import { changeMenu, menuOfWeek } from './change-menu'
import { kitchenFor } from './kitchen-for'

export const copyMenu: Handler<typeof meals.copyMenu> = async (ctx, { kitchenId, week, slot, from, rev }) => {
  await kitchenFor(ctx, kitchenId)
  const copied = await menuOfWeek(kitchenId, from, slot)
  if (!copied) throw new AppError('NOT_FOUND', { kitchenId, week: from })
  return changeMenu(ctx, { kitchenId, week, slot, rev, change: (menu) => withCopied(menu, copied) })
}
