import { addDays, localDate } from '#types/days'
import { mostDaysAhead } from '#types/limits'
import type { meals } from '#types/meals'
import type { MealOrderState } from '#types/states'
import { standingStates } from '../../_domain/meals/elsewhere'
import { command, sumUp } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'
import { misfitsAhead } from '../../_shell/planning/misfits-ahead'

export const orderDays: Handler<typeof meals.orderDays> = async (ctx, { stationId }) => {
  const isManager = ctx.actor().role === 'manager'
  const today = localDate(ctx.now)
  const days = mostDaysAhead + 1
  const [rows, misfits] = await Promise.all([
    sumUp('mealOrders', {
      where: {
        stationId,
        date: command.between(today, addDays(today, days)),
        state: command.in([...standingStates]),
      },
      by: { date: '$date', state: '$state' },
      sums: { count: 1 },
      limit: days * standingStates.length,
    }),
    isManager ? misfitDates(stationId, ctx.now) : null,
  ])
  const counts = rows.map(({ _id, count }) => ({
    ...(_id as { date: string; state: MealOrderState }), // as grouped above
    count: Number(count),
  }))
  return [...new Set(counts.map(({ date }) => date))].sort().map((date) => {
    const ofDay = counts.filter((one) => one.date === date)
    const count = sumOf(ofDay.filter(({ state }) => state === 'placed'))
    const beside = misfits && { misfits: misfits.filter((one) => one === date).length }
    return { date, count, all: sumOf(ofDay), ...beside }
  })
}

/** The date of each order that does not fit what the station serves. */
async function misfitDates(stationId: string, now: Date): Promise<string[]> {
  const { orders, why } = await misfitsAhead(stationId, now)
  return orders.filter(({ id }) => why.has(id)).map(({ date }) => date)
}

const sumOf = (counts: readonly { count: number }[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0)
