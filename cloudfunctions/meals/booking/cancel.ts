import { elderIn } from '#types/ids'
import type { meals } from '#types/meals'
import { isByStaff } from '../../_domain/access/grants'
import { moveOrder, requireCancellable } from '../../_domain/meals/orders'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { tellOrder } from '../../_domain/messages/of-orders'
import { closedOn } from '../../_domain/stations/opening'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { notices } from '../../_shell/policies'
import { registrationFor } from '../../_shell/registrations'
import type { Work } from '../../_shell/transact'
import { giveBack } from './give-back'

/** Nobody cooks at a station that stays closed, so its staff may still take the order back after the time to cancel. */
const isClosedFor = async (work: Work, { stationId, date }: MealOrderRecord): Promise<boolean> =>
  closedOn(await work.get('stations', stationId), date) !== null

export const cancel: Handler<typeof meals.cancel> = async (ctx, { orderId, reason = null, channel }) => {
  const by = ctx.actor(channel)
  const named = await find('elders', elderIn(orderId))
  const elder = named && (await registrationFor(named)).openid
  return ctx.transact('mealOrders', async (work) => {
    const order = await work.get('mealOrders', orderId)
    if (order.state === 'cancelled') return { record: order, by }
    const cancelled = moveOrder(order, 'cancel', { by, now: ctx.now, reason })
    if (!(isByStaff(by) && (await isClosedFor(work, order)))) requireCancellable(order, ctx.now)
    await giveBack(work, order, ctx.now)
    work.put('mealOrders', cancelled)
    const tells = tellOrder(cancelled, 'orderCancelled', { by: ctx.openid, elder, notices })
    return { record: cancelled, by, tells }
  })
}
