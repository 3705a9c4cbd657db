import { localDate } from '#types/days'
import { command, sumUp } from '../_shell/cloud'
import { alignSittings } from '../_shell/planning/align'
import { termsId } from '../_shell/planning/terms'
import { eachOf } from './each-of'

/** Sittings of so many stations each time. */
const MOST = 20

/** Sittings to come that were held against other holidays than a deployment has brought since. */
export async function followTerms(now: Date): Promise<number> {
  const today = localDate(now)
  const behind = await sumUp('sittings', {
    where: { date: command.gte(today), 'basis.terms': command.neq(termsId) },
    by: { stationId: '$stationId' },
    sums: { count: 1 },
    orderBy: { '_id.stationId': 1 },
    limit: MOST,
  })
  const stationIds = behind.map(({ _id }) => String(Object(_id).stationId))
  await eachOf(stationIds, (stationId) => alignSittings({ stationId, from: today, now }))
  return stationIds.length
}
