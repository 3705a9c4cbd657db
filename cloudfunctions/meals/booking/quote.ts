import { AppError } from '#types/errors'
import { mealOrderId } from '#types/ids'
import type { meals } from '#types/meals'
import { setClashes } from '../../_domain/meals/allergies'
import { deliverTo } from '../../_domain/meals/delivery'
import { mindFor } from '../../_domain/meals/minding'
import { priceFor } from '../../_domain/meals/pricing'
import { requireMode, requireStationOpen, setOf } from '../../_domain/meals/sittings'
import { otherUses } from '../../_domain/meals/subsidy-uses'
import { requireAlive } from '../../_domain/people/elders/ending'
import { requireNotJoined } from '../../_domain/people/likenesses/joining'
import { isActive } from '../../_domain/people/privacy/consents'
import { isArranged } from '../../_domain/policies/terms/days'
import { sittingFor } from '../../_shell/claims/store'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { elderFor } from '../../_shell/permitted-elder'
import { foodWords, holidays, isSameCity } from '../../_shell/policies'
import { asOne } from '../../_shell/registrations'
import { groundFor, usesFor } from './price-ground'
import { keptOrPlanned } from './reading'
import { ringFirst } from './ring-first'

export const quote: Handler<typeof meals.quote> = async (ctx, { sittingId, elderId, mode, setId }) => {
  const [kept, named] = await Promise.all([sittingFor({ sittingId, elderId }), elderFor(ctx, elderId)])
  const sitting = await keptOrPlanned({ sittingId, sitting: kept }, ctx.now)
  if (!sitting || !named) throw new AppError('NOT_FOUND')
  requireNotJoined(named) // said before anything is confirmed
  const elder = await asOne(named)
  requireAlive(elder)
  if (!(await isSameCity(elder.district, sitting.district, ctx.now))) throw new AppError('NOT_FOUND')
  const station = await find('stations', sitting.stationId)
  if (!station) throw new AppError('NOT_FOUND', { stationId: sitting.stationId })
  requireStationOpen(station, sitting.date)
  requireMode(sitting, mode)

  const meal = { sitting, set: setOf(sitting, setId), mode }
  const ground = await groundFor(elder, sitting, ctx.now)
  const uses = await usesFor(find, { elder, sitting, ground })
  const others = otherUses(uses, mealOrderId(sittingId, elder.id)) // booked already, it costs the same
  const { price } = priceFor(meal, elder, ground, others).priced
  const { role } = ctx.actor()
  // a clerk who only asks for a price need not know the door of somebody whom another station looks after
  const isKin = role === 'elder' || role === 'family'
  const isNear = isActive(elder) && (isKin || elder.stationId === sitting.stationId)
  const mind = mindFor(elder, { account: ctx.account, role, stationId: sitting.stationId })
  return {
    ...price,
    deliverTo: isNear ? deliverTo(mode, elder) : null,
    mind,
    clashes: setClashes(meal.set, mind, foodWords),
    ...(!isArranged(sitting.date, holidays) && { isByWeekday: true as const }),
    ...(await ringFirst(elder, { sitting, station, mode, by: ctx.actor() })),
  }
}
