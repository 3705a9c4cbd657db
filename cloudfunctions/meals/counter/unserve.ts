import { servedDayId } from '#types/ids'
import type { meals } from '#types/meals'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { dayLeft, isTakenBack, type UnserveFacts, unserveOrder } from '../../_domain/meals/serving'
import { counterOrder } from '../../_domain/meals/serving-times'
import type { SettlementEntryRecord } from '../../_domain/settlement/records'
import type { Handler } from '../../_shell/context'
import { settling, servingTerms as terms } from '../../_shell/policies'
import type { Work } from '../../_shell/transact'

export const unserve: Handler<typeof meals.unserve> = async (ctx, { orderId, reason = null }) => {
  const by = ctx.actor()
  const taken = await ctx.transact('mealOrders', async (work) => {
    const before = await work.get('mealOrders', orderId)
    if (isTakenBack(before, reason)) return { record: before, by }
    const facts = await factsOf(work, before)
    const move = { by, now: ctx.now, reason, settling, terms }
    const { order, reversed, day, added } = unserveOrder(facts, move)

    if (added) {
      work.put('settlementEntries', added.entry)
      work.put('mealOrders', added.order)
    }
    if (reversed) work.put('settlementEntries', reversed)
    if (day) work.put('servedDays', day)
    work.put('mealOrders', order)
    return { record: order, by }
  })
  return counterOrder(taken, terms)
}

async function factsOf(work: Work, order: MealOrderRecord): Promise<UnserveFacts> {
  const day = await work.find('servedDays', servedDayId(order.elderId, order.date))
  const left = dayLeft(day, order.id)
  return {
    order,
    entries: await entriesOf(work, order),
    left,
    next: left.heir && (await work.find('mealOrders', left.heir.orderId)),
  }
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
