import { servedDayId } from '#types/ids'
import type { meals } from '#types/meals'
import { moveOrder } from '../../_domain/meals/orders'
import type { MealOrderRecord } from '../../_domain/meals/records'
import type { SettlementEntryRecord } from '../../_domain/settlement/records'
import { addedEntry, passedOn, reversedEntry, withoutServed } from '../../_domain/settlement/settlement'
import type { Handler } from '../../_shell/context'
import { settling } from '../../_shell/policies'
import type { Work } from '../../_shell/transact'
import { giveUsesBack } from '../booking/give-back'

export const unserve: Handler<typeof meals.unserve> = (ctx, { orderId, reason }) => {
  const by = ctx.actor()
  return ctx.transact('mealOrders', async (work) => {
    const order = await work.get('mealOrders', orderId)
    const isUndone = order.state === 'missed' && order.entries > 0
    if (isUndone && order.reason === reason) return { record: order, by }
    const moved = moveOrder(order, 'unserve', { by, now: ctx.now, reason })
    const when = { now: ctx.now, by: by.name, settling }
    const entries = await entriesOf(work, order)
    const before = await work.find('servedDays', servedDayId(order.elderId, order.date))
    const day = before && withoutServed(before, orderId)

    const heir = before && day ? passedOn(before, day, orderId) : null
    const next = heir && (await work.find('mealOrders', heir.orderId))
    const added = heir && next ? addedEntry(next, heir.rules, when) : null
    if (next && added) {
      work.put('settlementEntries', added)
      work.put('mealOrders', { ...next, entries: next.entries + 1 })
    }
    await giveUsesBack(work, order, ctx.now)
    const missed = { ...moved, entries: order.entries + 1 }
    const reversed = reversedEntry(entries, when)
    if (reversed) work.put('settlementEntries', reversed)
    if (day) work.put('servedDays', heir && added ? heir.day : day)
    work.put('mealOrders', missed)
    return { record: missed, by }
  })
}

/** Everything that was written of an order so far: a handful of lines. */
async function entriesOf(work: Work, { id, entries }: MealOrderRecord): Promise<SettlementEntryRecord[]> {
  const found: SettlementEntryRecord[] = []
  for (let nth = 1; nth <= entries; nth++) {
    const entry = await work.find('settlementEntries', `${id}_${nth}`)
    if (entry) found.push(entry)
  }
  return found
}
