import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { meals } from '#types/meals'
import { isBroughtToday } from '../../_domain/meals/delivery'
import { isLive } from '../../_domain/meals/orders'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { telephonesOf } from '../../_domain/people/elders/telephones'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { noFitsOn } from '../../_shell/planning/no-fits'
import { registrationsOf } from '../../_shell/registrations'
import { sealedAs } from '../../_shell/sealed-parts'
import { unseal } from '../../_shell/secrets'

export const ring: Handler<typeof meals.ring> = async (ctx, { orderId }) => {
  const order = await find('mealOrders', orderId)
  if (!order) throw new AppError('NOT_FOUND', { orderId })
  const isToTell = order.isToTell === true && isLive(order)
  if (!isToTell && !isBroughtToday(order, ctx.now) && !(await isMisfit(order, ctx.now))) {
    throw new AppError('WRONG_STATE', { state: order.state })
  }
  const [rung] = telephonesOf(await registrationsOf(order.elderId)).own
  if (!rung) return { phone: null }
  const phone = unseal(rung.phone.sealed, sealedAs(rung.id, 'phone'))
  await ctx.look(order, 'phone')
  if (rung.id !== order.elderId) await ctx.look({ ...rung, elderId: rung.id }, 'phone')
  return { phone }
}

/** A meal that does not fit what the station serves: somebody has to tell her before she comes. */
async function isMisfit(order: MealOrderRecord, now: Date): Promise<boolean> {
  if (!isLive(order) || order.date < localDate(now)) return false
  return (await noFitsOn(order, now, () => true)).has(order.id)
}
