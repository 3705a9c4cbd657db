import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { meals } from '#types/meals'
import { idsOf } from '../../_domain/access/holdings'
import { bookedAlready, standingStates } from '../../_domain/meals/elsewhere'
import { requireDateAhead } from '../../_domain/meals/sittings'
import { isActive } from '../../_domain/people/privacy/consents'
import { command, find, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { elderFor } from '../../_shell/permitted-elder'
import { daysAheadOf, isSameCity } from '../../_shell/policies'

const MOST_A_DAY = 30

export const bookedFor: Handler<typeof meals.bookedFor> = async (ctx, { stationId, date, elderId }) => {
  const [elder, station] = await Promise.all([elderFor(ctx, elderId), find('stations', stationId)])
  if (!elder || !station) throw new AppError('NOT_FOUND')
  requireDateAhead(date, localDate(ctx.now), await daysAheadOf(station.district, ctx.now))
  if (!(await isSameCity(elder.district, station.district, ctx.now))) throw new AppError('NOT_FOUND')
  if (!isActive(elder)) return [] // nobody books for her
  const orders = await select('mealOrders', {
    where: {
      elderId: command.in(idsOf([{ ...elder, elderId: elder.id }])),
      date,
      state: command.in([...standingStates]),
    },
    orderBy: [
      ['startsAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: MOST_A_DAY,
  })
  return bookedAlready(orders, stationId, ctx.knownAccount())
}
