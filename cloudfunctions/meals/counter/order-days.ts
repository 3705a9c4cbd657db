import { addDays, localDate } from '#types/days'
import type { meals } from '#types/meals'
import { command, sumUp } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { bookings } from '../../_shell/policies'

export const unconfirmedDays: Handler<typeof meals.unconfirmedDays> = async (ctx, { stationId }) => {
  const today = localDate(ctx.now)
  const days = bookings.daysAhead + 1
  const rows = await sumUp('mealOrders', {
    where: { stationId, date: command.between(today, addDays(today, days)), state: 'placed' },
    by: { date: '$date' },
    sums: { count: 1 },
    limit: days,
  })
  return rows
    .map(({ _id, count }) => ({ date: (_id as { date: string }).date, count: Number(count) })) // as grouped above
    .sort((a, b) => a.date.localeCompare(b.date))
}
