import type { meals } from '#types/meals'
import { changedPlan, withPlan } from '../../_domain/meals/planning/changing'
import type { Handler } from '../../_shell/context'
import { plannedAt } from '../../_shell/planning/planned'
import { tried } from './tried'

export const tryPlan: Handler<typeof meals.tryPlan> = async (ctx, { stationId, change, seen, after }) => {
  const planned = await plannedAt(stationId, ctx.now)
  const { station, fit } = planned
  const next = changedPlan(change, seen, { ...fit, station, now: ctx.now })
  return tried(planned, { ...fit, plans: withPlan(fit.plans, next) }, { after, now: ctx.now })
}
