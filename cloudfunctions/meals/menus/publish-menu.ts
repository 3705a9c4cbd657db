import type { meals } from '#types/meals'
import { published } from '../../_domain/meals/planning/writing'
import type { Handler } from '../../_shell/context'
import { changeMenu } from './change-menu'

export const publishMenu: Handler<typeof meals.publishMenu> = (ctx, { kitchenId, week, slot, rev }) =>
  changeMenu(ctx, { kitchenId, week, slot, rev, change: published })
