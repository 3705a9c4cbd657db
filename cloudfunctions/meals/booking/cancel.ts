import { elderIn } from '#types/ids'
import type { meals } from '#types/meals'
import { isByStaff } from '../../_domain/access/grants'
import { moveOrder, requireCancellable } from '../../_domain/meals/orders'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { tellOrder } from '../../_domain/messages/of-orders'
import { closedOn } from '../../_domain/stations/opening'
import { find } from '../../_shell/cloud'
import { ahead, type Handler } from '../../_shell/context'
import { notices } from '../../_shell/policies'
import { registrationFor } from '../../_shell/registrations'
import type { Work } from '../../_shell/transact'
import { endOrder } from './end-order'

/** Nobody cooks at a station that stays closed, so its staff may still take the order back after the time to cancel. */
const isClosedFor = async (work: Work, { stationId, date }: MealOrderRecord): Promise<boolean> =>
  closedOn(await work.get('stations', stationId), date) !== null

export const cancel: Handler<typeof meals.cancel> = async (ctx, { orderId, reason = null, channel }) => {
  const by = ctx.actor(channel)
  const phone = ahead(phoneOf(elderIn(orderId)))
  return endOrder(ctx, orderId, {
    ...{ by, state: 'cancelled' },
    async end(order, work) {
      const after = moveOrder(order, 'cancel', { by, now: ctx.now, reason })
      if (!(isByStaff(by) && (await isClosedFor(work, order)))) requireCancellable(order, ctx.now)
      const about = { by: ctx.openid, elder: await phone, notices }
      return { after, tells: tellOrder(after, 'orderCancelled', about) }
    },
  })
}

/** The openid of an elder's own phone; null: she has none. */
async function phoneOf(elderId: string): Promise<string | null> {
  const named = await find('elders', elderId)
  return named && (await registrationFor(named)).openid
}
