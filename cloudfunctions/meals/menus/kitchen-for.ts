import { AppError } from '#types/errors'
import { concernOfKitchen } from '../../_domain/access/concerns'
import type { KitchenRecord } from '../../_domain/stations/records'
import { find } from '../../_shell/cloud'
import type { Ctx } from '../../_shell/context'

/** A kitchen whose menus the caller may write. @throws AppError `NOT_FOUND`, `FORBIDDEN` */
export async function kitchenFor(ctx: Ctx, kitchenId: string): Promise<KitchenRecord> {
  const kitchen = await find('kitchens', kitchenId)
  if (!kitchen) throw new AppError('NOT_FOUND', { kitchenId })
  ctx.permit(concernOfKitchen(kitchen))
  return kitchen
}
