import { AppError } from '#types/errors'
import type { meals } from '#types/meals'
import { subsidyDayId } from '../_domain/ids'
import { requireMode, setOf } from '../_domain/sittings'
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
    usesOf: async () => (await find('subsidyDays', subsidyDayId(elderId, sitting.date)))?.uses ?? [],
  })
  return price
}
