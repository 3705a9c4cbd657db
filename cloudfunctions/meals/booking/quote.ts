import { AppError } from '#types/errors'
import { mealOrderId, subsidyUseId } from '#types/ids'
import type { meals } from '#types/meals'
import { requireMode, setOf } from '../../_domain/meals/sittings'
import { withoutUsesOf } from '../../_domain/meals/subsidy-uses'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { isSameCity } from '../../_shell/policies'
import { priceFor } from './price-for'

export const quote: Handler<typeof meals.quote> = async (ctx, { sittingId, elderId, mode, setId }) => {
  const [sitting, elder] = await Promise.all([find('sittings', sittingId), find('elders', elderId)])
  if (!sitting || !elder) throw new AppError('NOT_FOUND')
  if (!(await isSameCity(elder.district, sitting.district, ctx.now))) throw new AppError('NOT_FOUND')
  requireMode(sitting, mode)

  const meal = { sitting, set: setOf(sitting, setId), mode }
  const { priced } = await priceFor(meal, elder, {
    now: ctx.now,
    usesIn: async (period) => {
      const used = await find('subsidyUses', subsidyUseId(elderId, period))
      return used ? withoutUsesOf(used, mealOrderId(sittingId, elderId)).uses : [] // booked already, it costs the same
    },
  })
  return priced.price
}
