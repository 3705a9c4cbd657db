import { addDays, localDate } from '#types/days'
import { instantAt } from '../_domain/base/calendar'
import type { MealOrderRecord } from '../_domain/meals/records'
import { tellOrder } from '../_domain/messages/of-orders'
import { select } from '../_shell/cloud'
import { deliver } from '../_shell/outbox'
import { notices } from '../_shell/policies'
import { elderPhone } from '../_shell/reachable'
import { retriedTelling } from '../_shell/transact'

/** So many are reminded each time; the next ones five minutes later. */
const MOST = 60

/** The evening before: to the elder on her own phone, and to whoever booked, that there is a meal tomorrow. Each once. */
export async function remindOfMeals(now: Date): Promise<number> {
  const today = localDate(now)
  if (now.toISOString() < instantAt(today, notices.mealAheadAt)) return 0
  const ahead = await select('mealOrders', {
    where: { date: addDays(today, 1), state: 'confirmed', aheadTold: false },
    limit: MOST,
  })
  for (const order of ahead) await remind(order, now)
  return ahead.length
}

async function remind({ id, elderId }: MealOrderRecord, now: Date): Promise<void> {
  const elder = await elderPhone(elderId)
  const message = await retriedTelling(`ahead-${id}`, now, async (tx) => {
    const order = await tx.find('mealOrders', id)
    if (order?.state !== 'confirmed' || order.aheadTold) return null
    await tx.put('mealOrders', { ...order, aheadTold: true })
    return tellOrder(order, 'mealAhead', { by: null, elder, notices })
  })
  if (message) await deliver(message)
}
