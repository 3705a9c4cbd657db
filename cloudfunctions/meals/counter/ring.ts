import { AppError } from '#types/errors'
import type { meals } from '#types/meals'
import { requireBroughtToday } from '../../_domain/meals/delivery'
import { telephonesOf } from '../../_domain/people/elders/telephones'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { registrationsOf } from '../../_shell/registrations'
import { sealedAs } from '../../_shell/sealed-parts'
import { unseal } from '../../_shell/secrets'

export const ring: Handler<typeof meals.ring> = async (ctx, { orderId }) => {
  const order = await find('mealOrders', orderId)
  if (!order) throw new AppError('NOT_FOUND', { orderId })
  requireBroughtToday(order, ctx.now)
  const [rung] = telephonesOf(await registrationsOf(order.elderId)).own
  if (!rung) return { phone: null }
  const phone = unseal(rung.phone.sealed, sealedAs(rung.id, 'phone'))
  await ctx.look(order, 'phone')
  if (rung.id !== order.elderId) await ctx.look({ ...rung, elderId: rung.id }, 'phone')
  return { phone }
}
