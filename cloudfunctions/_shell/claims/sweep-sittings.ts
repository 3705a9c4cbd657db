import { LOOKED_AFTER } from '../../_domain/meals/claims/claiming'
import { selectFields } from '../cloud'
import { ifAnswered } from './store'
import { sweepSitting } from './sweep'

/**
 * Looks after claims that hold nothing any more at those of some sittings where nobody did so within a minute, so many at most. Where no
 * answer comes it is left to whoever looks next.
 * @param where a condition that an index finds
 * @returns how many were looked at
 */
export async function sweepSittings(where: object, now: Date, most: number): Promise<number> {
  const found = await ifAnswered(selectFields('sittings', ['checkedAt'], { where, limit: most }))
  const before = new Date(now.getTime() - LOOKED_AFTER).toISOString()
  let looked = 0
  for (const { id, checkedAt } of found ?? [])
    if ((checkedAt === null || checkedAt < before) && (await ifAnswered(sweepSitting(id, now)))) looked++
  return looked
}

/** So many sittings there are of a station in a day. */
const MOST_A_DAY = 3

/** The same at all sittings of a station's day. */
export const sweepStation = (of: { stationId: string; date: string }, now: Date): Promise<number> =>
  sweepSittings(of, now, MOST_A_DAY)
