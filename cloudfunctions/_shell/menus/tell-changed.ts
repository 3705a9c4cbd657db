import { daysOf, orderAfterChange } from '../../_domain/meals/planning/kitchen-changes'
import type { MenuRecord, Untold } from '../../_domain/meals/planning/records'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { tellOrder } from '../../_domain/messages/of-orders'
import { command, updateWhere } from '../cloud'
import { everyPage } from '../every-page'
import { deliver } from '../outbox'
import { bookings, notices } from '../policies'
import { elderPhone } from '../reachable'
import { bodyDigest } from '../secrets'
import { retriedTelling } from '../transact'
import { tablesOf, whereOrdered } from './tables-of'
import { tellStations } from './tell-stations'
import { markUnreached } from './unreached'

const { cancelAfterChange: cancelWithin } = bookings
/** So many orders are written at the same time. */
const AT_ONCE = 8
/** So many orders of one change at once: a call has 20 seconds, and the clock does the rest. */
const MOST = 200

/**
 * Tells everybody who ordered what a kitchen makes of other dishes now, each once, and lets their orders say so. What is left when a call
 * has done its part, or was broken off, the clock tells; it comes again until nobody can still write an order of the dishes before.
 */
export async function tellChanged(menu: MenuRecord, changes: readonly Untold[], now: Date): Promise<void> {
  for (const change of changes) await tellOne(menu, change, now)
}

async function tellOne(menu: MenuRecord, change: Untold, now: Date): Promise<void> {
  const days = daysOf(change)
  const tables = await tablesOf(menu, days)
  const setId = command.in(change.sets.map((one) => one.setId))
  const where = { ...whereOrdered(menu, tables, days), setId, dishesTold: command.neq(change.rev) }
  let room = MOST
  let isAll = true
  await everyPage('mealOrders', where, async (page) => {
    const meant = page.filter((order) => orderAfterChange(order, menu, { change, now, cancelWithin }))
    const orders = meant.slice(0, room)
    room -= orders.length
    isAll &&= orders.length === meant.length
    for (let from = 0; from < orders.length; from += AT_ONCE)
      await Promise.all(orders.slice(from, from + AT_ONCE).map((order) => say(order, menu, { change, now })))
  })
  if (!isAll) return
  await tellStations({ ...where, dishesTold: change.rev, isToTell: true }, change.rev, now)
  if (change.until > now.toISOString()) return
  await updateWhere('menus', { _id: menu.id }, { untold: command.pull({ rev: change.rev }) })
}

async function say(
  { id, elderId }: MealOrderRecord,
  menu: MenuRecord,
  { change, now }: { change: Untold; now: Date },
): Promise<void> {
  const elder = await elderPhone(elderId)
  const message = await retriedTelling(`m-${bodyDigest(`dishes ${id} ${change.rev}`)}`, now, async (tx) => {
    const order = await tx.find('mealOrders', id)
    const held = order && orderAfterChange(order, menu, { change, now, cancelWithin })
    if (!held) return null
    const { order: after, isNews } = held
    const before = order.kitchenChange
    const telling = isNews
      ? tellOrder(after, 'orderDishesChanged', { by: null, elder, notices, before })
      : null
    await tx.put('mealOrders', telling || !isNews ? after : { ...after, isToTell: true })
    return telling
  })
  if (message) await markUnreached(await deliver(message))
}
