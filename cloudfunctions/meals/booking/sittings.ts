import { localDate } from '#types/days'
import { AppError } from '#types/errors'
import type { meals } from '#types/meals'
import { requireDateAhead, sittingAt } from '../../_domain/meals/sittings'
import { withOthers } from '../../_shell/claims/others'
import { find } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { daysAheadOf } from '../../_shell/policies'
import { sittingsOn } from './sittings-on'

export const sittings: Handler<typeof meals.sittings> = async (ctx, { stationId, date }) => {
  const [found, station] = await Promise.all([
    sittingsOn(stationId, date, ctx.now),
    find('stations', stationId),
  ])
  if (!station) throw new AppError('NOT_FOUND', { stationId })
  requireDateAhead(date, localDate(ctx.now), await daysAheadOf(station.district, ctx.now))
  const shown = await Promise.all(found.map((sitting) => withOthers(sitting, ctx.now)))
  return shown.map((sitting) => sittingAt(sitting, station, ctx.now))
}
