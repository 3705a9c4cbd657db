import { addDays, localDate } from '#types/days'
import { mostDaysAhead } from '#types/limits'
import type { meals } from '#types/meals'
import type { MealOrderState } from '#types/states'
import { standingStates } from '../../_domain/meals/elsewhere'
import { command, sumUp } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

export const orderDays: Handler<typeof meals.orderDays> = async (ctx, { stationId }) => {
  const today = localDate(ctx.now)
  const days = mostDaysAhead + 1
  const rows = await sumUp('mealOrders', {
    where: {
      stationId,
      date: command.between(today, addDays(today, days)),
      state: command.in([...standingStates]),
    },
    by: { date: '$date', state: '$state' },
    sums: { count: 1 },
    limit: days * standingStates.length,
  })
  const counts = rows.map(({ _id, count }) => ({
    ...(_id as { date: string; state: MealOrderState }), // as grouped above
    count: Number(count),
  }))
  return [...new Set(counts.map(({ date }) => date))].sort().map((date) => {
    const ofDay = counts.filter((one) => one.date === date)
    return { date, count: sumOf(ofDay.filter(({ state }) => state === 'placed')), all: sumOf(ofDay) }
  })
}

const sumOf = (counts: readonly { count: number }[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0)
