import { addDays, localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { meals } from '#types/meals'
import { keptPlan } from '../../_domain/meals/planning/changing'
import { countsBy } from '../../_domain/policies/terms/days'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { plansOfSlot } from '../../_shell/planning/planned'
import { daysAheadOf, holidays } from '../../_shell/policies'

export const plans: Handler<typeof meals.plans> = async (ctx, { stationId, slot }) => {
  const [station, kept] = await Promise.all([find('stations', stationId), plansOfSlot(stationId, slot)])
  if (!station) throw new AppError('NOT_FOUND', { stationId })
  const { kitchenId, kitchenName, district } = station
  const today = localDate(ctx.now)
  const last = addDays(today, await daysAheadOf(district, ctx.now))
  return {
    plans: kept.map((plan) => keptPlan(plan, kept, today)),
    kitchen: kitchenId === null ? null : { id: kitchenId, name: kitchenName ?? '' },
    arrangedUntil: holidays.arrangedUntil,
    beyond: countsBy(last, holidays),
  }
}
