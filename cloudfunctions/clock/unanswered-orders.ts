import { addDays, localDate } from '#types/days'
import { minutesAfter } from '../_domain/base/calendar'
import type { MealOrderRecord } from '../_domain/meals/records'
import { tellOrder } from '../_domain/messages/of-orders'
import { saidOfUnanswered } from '../_domain/messages/said-of-orders'
import { tell } from '../_domain/messages/telling'
import { command, find, select } from '../_shell/cloud'
import { everyPage } from '../_shell/every-page'
import { tellOnce } from '../_shell/outbox'
import { notices } from '../_shell/policies'
import { clerksOf } from '../_shell/reachable'

/** So many pages of orders that nobody has confirmed: more than a city has at any moment. */
const MOST_PAGES = 20

/**
 * Orders that nobody has confirmed: said to the station when the cut-off has come, and to whoever booked shortly before the
 * meal. Each once.
 */
export async function sayUnanswered(now: Date): Promise<number> {
  const today = localDate(now)
  const at = now.toISOString()
  const soon = minutesAfter(now, notices.unansweredBefore)
  const waiting = new Map<string, MealOrderRecord[]>()
  let said = 0
  const isPlaced = { state: 'placed', date: command.between(today, addDays(today, 2)) }
  await everyPage(
    'mealOrders',
    isPlaced,
    async (orders) => {
      const ahead = orders.filter(({ startsAt }) => startsAt > at)
      for (const order of ahead)
        waiting.set(order.sittingId, [...(waiting.get(order.sittingId) ?? []), order])
      said += await sayToFamilies(
        ahead.filter(({ startsAt }) => startsAt <= soon),
        now,
      )
    },
    MOST_PAGES,
  )
  for (const [sittingId, orders] of waiting) if (await sayToStation(sittingId, orders, now)) said++
  return said
}

async function sayToFamilies(orders: readonly MealOrderRecord[], now: Date): Promise<number> {
  const idOf = ({ id, placedAt }: MealOrderRecord) => `unanswered_${id}_${Date.parse(placedAt)}` // once each time it is booked
  const known =
    orders.length > 0
      ? await select('messages', { where: { _id: command.in(orders.map(idOf)) }, limit: orders.length })
      : []
  let said = 0
  for (const order of orders.filter((one) => !known.some(({ id }) => id === idOf(one)))) {
    const telling = tellOrder(order, 'orderUnanswered', { by: null, notices })
    if (telling && (await tellOnce(idOf(order), telling, now))) said++
  }
  return said
}

async function sayToStation(
  sittingId: string,
  orders: readonly MealOrderRecord[],
  now: Date,
): Promise<boolean> {
  const id = `unanswered_${sittingId}`
  const [sitting, known] = await Promise.all([find('sittings', sittingId), find('messages', id)])
  if (!sitting || known || sitting.cutoffAt > now.toISOString()) return false
  const { district, stationId } = sitting
  const telling = tell(
    { district, elderId: null, kind: 'ordersUnanswered', ref: stationId },
    {
      by: null,
      reach: { clerk: await clerksOf(sitting, now) },
      say: () => saidOfUnanswered(sitting, orders.length),
      notices,
    },
  )
  return telling !== null && tellOnce(id, telling, now)
}
