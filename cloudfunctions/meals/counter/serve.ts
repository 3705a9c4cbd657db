import { servedDayId } from '#types/ids'
import type { meals } from '#types/meals'
import type { MealPolicy } from '#types/policies/meal'
import { moveOrder, requireEatingDay, withoutLines } from '../../_domain/meals/orders'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { withoutUsesOf, withUses } from '../../_domain/meals/subsidy-uses'
import { goneRules } from '../../_domain/policies/meal/still-left'
import { crossCheck } from '../../_domain/settlement/flags'
import { emptyServedDay, servedEntry, withServed } from '../../_domain/settlement/settlement'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { settling } from '../../_shell/policies'
import type { Work } from '../../_shell/transact'

export const serve: Handler<typeof meals.serve> = (ctx, { orderId }) => {
  const by = ctx.actor()
  return ctx.transact('mealOrders', async (work) => {
    const order = await work.get('mealOrders', orderId)
    if (order.state === 'served') return { record: order, by }
    requireEatingDay(order, ctx.now)
    const priced = order.state === 'missed' ? await takenAgain(work, order) : order
    const moved = moveOrder(priced, 'serve', { by, now: ctx.now })
    const before = await work.find('servedDays', servedDayId(order.elderId, order.date))
    const elder = await work.find('elders', order.elderId)

    const { day, operator } = withServed(before ?? emptyServedDay(order), moved)
    const entry = servedEntry(moved, operator, { now: ctx.now, by: by.name, settling })
    const served = { ...moved, entries: order.entries + 1 }
    for (const flag of crossCheck(order, { elder, day, now: ctx.now })) {
      if (!(await work.find('flags', flag.id))) work.put('flags', flag)
    }
    work.put('servedDays', day)
    work.put('settlementEntries', entry)
    work.put('mealOrders', served)
    return { record: served, by }
  })
}

/**
 * A meal that was taken back had given its uses back. It takes them again, at the price that was frozen into it; what has
 * gone to another meal meanwhile the elder pays herself.
 */
async function takenAgain(work: Work, order: MealOrderRecord): Promise<MealOrderRecord> {
  const { usedIn, uses, policyId } = order
  const used = usedIn === null || uses.length === 0 ? null : await work.find('subsidyUses', usedIn)
  const policy = policyId === null ? null : await find('policies', policyId) // never changes, so it may be read outside
  if (!used || policy?.kind !== 'meal') return order
  const others = withoutUsesOf(used, order.id)
  const left = withoutLines(order, goneRules(uses, others.uses, policy as MealPolicy))
  work.put('subsidyUses', withUses(others, order.id, left.uses, left.uses.length < uses.length))
  return left
}
