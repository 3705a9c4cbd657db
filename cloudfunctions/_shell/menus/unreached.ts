import { sittingIn } from '#types/ids'
import { liveOrderStates } from '#types/states'
import type { MessageRecord } from '../../_domain/messages/records'
import { reachedNobody } from '../../_domain/messages/telling'
import { ifAnswered } from '../claims/store'
import { command, find, updateWhere } from '../cloud'
import { tellStations } from './tell-stations'

/** How often it is tried to mark an order, where no answer comes. */
const TRIES = 3

/**
 * Where a message of what a kitchen makes of a meal has reached nobody, WeChat having refused it or nobody having said yes, the order says
 * that those at the counter are to tell her. What is left to be sent is waited for; whoever got it knows.
 * @param message as it was sent; null: nobody knows what became of it, and the clock sends what is left
 * @returns whether she is to be told, as far as anybody knows: what was changed has happened, whatever becomes of the mark
 */
export async function markUnreached(message: MessageRecord | null): Promise<boolean> {
  if (message?.kind !== 'orderDishesChanged' || !reachedNobody(message)) return false
  const where = { _id: message.ref, state: command.in(liveOrderStates), dishesTold: command.exists(true) }
  for (let tries = 0; tries < TRIES; tries++) {
    const marked = await ifAnswered(updateWhere('mealOrders', where, { isToTell: true }))
    if (marked !== null) return marked > 0
  }
  return false
}

/** The same for a message that the clock sent, of which those at the counter hear at once. */
export async function tellUnreached(message: MessageRecord | null, now: Date): Promise<void> {
  if (!message || !(await markUnreached(message))) return
  const order = await find('mealOrders', message.ref)
  if (order?.dishesTold === undefined) return
  const where = { sittingId: sittingIn(order.id), dishesTold: order.dishesTold, isToTell: true }
  await tellStations(where, order.dishesTold, now)
}
