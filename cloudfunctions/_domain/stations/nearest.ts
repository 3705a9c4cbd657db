import type { Place } from '#types/values'
import type { StationRecord } from './records'
import { straightMetres } from './walking'

type Placed = Pick<StationRecord, 'id' | 'place'>

/** Metres by which the database and we may differ. */
export const SLACK = 1

/** Which page of the nearest is wanted: from where, after which station (null: the first page), and how long it is. */
interface Wanted {
  from: Place
  last: Placed | null
  limit: number
}

/**
 * A page of the nearest: nearest first, of those at one distance by id, so that a list that goes on later leaves none out.
 *
 * The database ends among stations at one distance as it likes, so a page counts only once something further away was read too.
 * @param found what the database answered, cut at some number unless `isAll`
 * @returns null where what was cut off may belong before the end of the page: then more has to be read
 */
export function nearestPage<S extends Placed>(
  found: readonly S[],
  isAll: boolean,
  { from, last, limit }: Wanted,
): S[] | null {
  const inOrder = [...found].sort((a, b) => compare(a, b, from))
  const page = inOrder.filter((one) => last === null || compare(one, last, from) > 0).slice(0, limit)
  const [end, farthest] = [page.at(-1), inOrder.at(-1)]
  if (isAll || !farthest) return page
  const isSure = page.length === limit && end && metresTo(end, from) + SLACK < metresTo(farthest, from)
  return isSure ? page : null
}

const metresTo = ({ place }: Placed, from: Place): number => straightMetres(from, place)

function compare(a: Placed, b: Placed, from: Place): number {
  const further = metresTo(a, from) - metresTo(b, from)
  return further || (a.id < b.id ? -1 : Number(a.id > b.id))
}
