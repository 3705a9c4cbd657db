import { AppError } from '#types/errors'
import { dateIn, elderIn, stationIn } from '#types/ids'
import type { meals } from '#types/meals'
import { atAgreedTime } from '../../_domain/meals/planning/agreed-time'
import { tellOrder } from '../../_domain/messages/of-orders'
import type { Handler } from '../../_shell/context'
import { fitOf } from '../../_shell/planning/planned'
import { notices } from '../../_shell/policies'
import { ownPhoneOf } from '../../_shell/registrations'

export const agreeTime: Handler<typeof meals.agreeTime> = async (ctx, { orderId, startsAt }) => {
  const by = ctx.actor()
  const date = dateIn(orderId)
  const [fit, elder] = await Promise.all([
    fitOf(stationIn(orderId), { from: date, to: date }),
    ownPhoneOf(elderIn(orderId)),
  ])
  if (!fit) throw new AppError('NOT_FOUND', { orderId })
  return ctx.transact('mealOrders', async (work) => {
    const order = await work.get('mealOrders', orderId)
    if (order.startsAt === startsAt) return { record: order, by }
    const after = atAgreedTime(order, fit, { startsAt, by, now: ctx.now })
    work.put('mealOrders', after)
    return { record: after, by, tells: tellOrder(after, 'orderChanged', { by: ctx.openid, elder, notices }) }
  })
}
