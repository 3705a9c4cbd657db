import { localDate } from '#types/days'
import { planId } from '#types/ids'
import type { meals } from '#types/meals'
import { changedPlan, keptPlan, withPlan } from '../../_domain/meals/planning/changing'
import type { Handler } from '../../_shell/context'
import { followPlan } from '../../_shell/planning/follow-change'
import { plansOfSlot } from '../../_shell/planning/planned'
import { holidays } from '../../_shell/policies'

export const changePlan: Handler<typeof meals.changePlan> = async (ctx, { stationId, change, seen }) => {
  const by = ctx.actor()
  const { slot, from } = change.act === 'write' ? change.plan : change
  const known = await plansOfSlot(stationId, slot)
  const next = await ctx.transact('plans', async (work) => {
    const station = await work.get('stations', stationId)
    const there = await work.find('plans', planId(stationId, from, slot))
    const plans = there ? withPlan(known, there) : known
    const plan = changedPlan(change, seen, { station, plans, calendar: holidays, now: ctx.now })
    if (plan !== there) work.put('plans', plan)
    return { record: { ...plan, elderId: null }, by, about: change.act }
  })
  await followPlan(next, ctx.now)
  return keptPlan(next, withPlan(known, next), localDate(ctx.now))
}
