import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { meals } from '#types/meals'
import { requireDateAhead, sittingAt } from '../../_domain/meals/sittings'
import { find, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { bookings } from '../../_shell/policies'

const MOST_A_DAY = 3

export const sittings: Handler<typeof meals.sittings> = async (ctx, { stationId, date }) => {
  requireDateAhead(date, localDate(ctx.now), bookings.daysAhead)
  const found = await select('sittings', {
    where: { stationId, date },
    orderBy: [['startsAt', 'asc']],
    limit: MOST_A_DAY,
  })
  const station = await find('stations', stationId)
  if (!station) throw new AppError('NOT_FOUND', { stationId })
  return found.map((sitting) => sittingAt(sitting, station, ctx.now))
}
