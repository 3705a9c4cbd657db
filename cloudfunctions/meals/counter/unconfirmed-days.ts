import { addDays, localDate } from '#types/days'
import type { meals } from '#types/meals'
import { countByDate } from '../../_domain/meals/orders'
import { command, select } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { bookings } from '../../_shell/policies'

/** More than this unconfirmed at one station is a number nobody counts any more. */
const MOST = 300

export const unconfirmedDays: Handler<typeof meals.unconfirmedDays> = async (ctx, { stationId }) => {
  const today = localDate(ctx.now)
  const placed = await select('mealOrders', {
    where: {
      stationId,
      date: command.between(today, addDays(today, bookings.daysAhead + 1)),
      state: 'placed',
    },
    orderBy: [['date', 'asc']],
    limit: MOST,
  })
  return countByDate(placed)
}
