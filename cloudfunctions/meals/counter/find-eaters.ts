import type { meals } from '#types/meals'
import { command, select, soundsLikeWithin, sumUp } from '../../_shell/cloud'
import type { Handler } from '../../_shell/context'

/** More than any counter serves on one day. */
const MOST_EATERS = 1000

export const findEaters: Handler<typeof meals.findEaters> = async (_, { stationId, date, text }) => {
  const read = soundsLikeWithin(text)
  if (!read) return []
  const eaters = await sumUp('mealOrders', {
    where: { stationId, date },
    by: { elderId: '$elderId' },
    sums: { orders: 1 },
    limit: MOST_EATERS,
  })
  const ids = eaters.map(({ _id }) => (_id as { elderId: string }).elderId) // as grouped above
  if (ids.length === 0) return []
  const found = await select('elders', { where: { ...read, _id: command.in(ids) }, limit: ids.length })
  return found.map(({ id }) => id)
}
