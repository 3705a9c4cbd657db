import type { Instant } from '#types/values'
import type { Reach, Tally } from '../_domain/visits/queue'
import { sumUp } from '../_shell/cloud'
import { anyOf, conditionsOf } from '../_shell/where'

/** More kinds of visits than there are. */
const MOST_KINDS = 200

/** How many visits of each kind there are within reach, counted by the database in one call. */
export async function tallied(reaches: readonly Reach[], at: Instant): Promise<Tally[]> {
  const rows = await sumUp('visits', {
    where: anyOf(reaches.map(({ where, states }) => conditionsOf({ ...where, state: { in: states } }))),
    by: {
      state: '$state',
      alarm: '$alarm',
      isLate: { $lt: ['$dueAt', at] },
    },
    sums: { count: 1 },
    limit: MOST_KINDS,
  })
  return rows.map(({ _id, count }) => {
    const kind = _id as Omit<Tally, 'count'> // as grouped above
    return { ...kind, count: Number(count) }
  })
}
