import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { meals } from '#types/meals'
import { closuresAhead } from '../../_domain/stations/closures'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

export const closures: Handler<typeof meals.closures> = async (ctx, { stationId }) => {
  const station = await find('stations', stationId)
  if (!station) throw new AppError('NOT_FOUND', { stationId })
  return closuresAhead(station, localDate(ctx.now))
}
