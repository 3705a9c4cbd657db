import { AppError } from '#types/errors'
import type { meals } from '#types/meals'
import { mealOrderId, subsidyDayId } from '../_domain/ids'
import { requireMode, setOf } from '../_domain/sittings'
import { withoutUsesOf } from '../_domain/subsidy-days'
import { find } from '../_shell/cloud'
import type { Handler } from '../_shell/context'
import { priceFor } from './price-for'

export const quote: Handler<typeof meals.quote> = async (ctx, { sittingId, elderId, mode, setId }) => {
  const [sitting, elder] = await Promise.all([find('sittings', sittingId), find('elders', elderId)])
  if (!sitting || !elder || elder.district !== sitting.district) throw new AppError('NOT_FOUND')
  requireMode(sitting, mode)

  const meal = { sitting, set: setOf(sitting, setId), mode }
  const { price } = await priceFor(meal, elder, {
    now: ctx.now,
    usesOf: async () => {
      const day = await find('subsidyDays', subsidyDayId(elderId, sitting.date))
      return day ? withoutUsesOf(day, mealOrderId(sittingId, elderId)).uses : [] // booked already, it costs the same
    },
  })
  return price
}
