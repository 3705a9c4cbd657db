import { servedDayId } from '#types/ids'
import type { meals } from '#types/meals'
import type { MealOrderRecord } from '../../_domain/meals/records'
import { type ServeFacts, serveOrder } from '../../_domain/meals/serving'
import { counterOrder } from '../../_domain/meals/serving-times'
import { joinedWith } from '../../_domain/meals/subsidy-uses'
import type { ElderRecord } from '../../_domain/people/records'
import type { ServedDayRecord } from '../../_domain/settlement/records'
import type { Handler } from '../../_shell/context'
import { markSeen } from '../../_shell/elder-records/mark-seen'
import { policyNamed, settling, servingTerms as terms } from '../../_shell/policies'
import { registrationFor } from '../../_shell/registrations'
import type { Work } from '../../_shell/transact'
import { usesBeside } from '../booking/price-ground'

export const serve: Handler<typeof meals.serve> = async (ctx, { orderId, reason = null }) => {
  const by = ctx.actor()
  const served = await ctx.transact('mealOrders', async (work) => {
    const before = await work.get('mealOrders', orderId)
    if (before.state === 'served') return { record: before, by }
    const facts = await factsOf(work, before)
    const { order, day, entry, flags, uses } = serveOrder(facts, {
      by,
      now: ctx.now,
      reason,
      settling,
      terms,
    })

    for (const flag of flags) {
      if (!(await work.find('flags', flag.id))) work.put('flags', flag)
    }
    if (uses) work.put('subsidyUses', uses)
    work.put('servedDays', day)
    work.put('settlementEntries', entry)
    work.put('mealOrders', order)
    await markSeen(work, facts.elder, 'served', ctx.now)
    return { record: order, by }
  })
  return counterOrder(served, terms)
}

/** A meal that was missed needs its uses and its policy, which never changes and may be read outside. */
async function factsOf(work: Work, order: MealOrderRecord): Promise<ServeFacts> {
  const { state, usedIn, uses, policyId } = order
  const isAgain = state === 'missed' && uses.length > 0
  const named = await work.find('elders', order.elderId)
  const elder = named && (await registrationFor(named, work.find))
  const used = isAgain && usedIn !== null ? await work.find('subsidyUses', usedIn) : null
  return {
    order,
    used,
    usedBeside: used && elder ? await usesBeside(work.find, elder, used) : [],
    policy: isAgain && policyId !== null ? await policyNamed(policyId) : null,
    day: await work.find('servedDays', servedDayId(order.elderId, order.date)),
    beside: elder ? await daysBeside(work, elder, order) : [],
    elder,
  }
}

/** What was served that day to those whose registrations are of the same person. */
async function daysBeside(
  work: Work,
  elder: ElderRecord,
  { elderId, date }: MealOrderRecord,
): Promise<ServedDayRecord[]> {
  const days: ServedDayRecord[] = []
  for (const id of joinedWith(elder, { elderId })) {
    const day = await work.find('servedDays', servedDayId(id, date))
    if (day) days.push(day)
  }
  return days
}
