import type { CollectionName, Documents } from '../../_domain/documents'
import type { Wanted } from '../../_domain/integrity/rule'
import { allOf, command, select } from '../../_shell/cloud'

/** So many documents are read in one call. */
const PAGE = 500

/** Thrown where a night has no call left. */
export class Spent extends Error {}

/** Reads that count themselves, and end once there were so many. */
export interface CountedReads {
  /** Calls that are left. */
  left(): number
  /** Documents that fit, after an id, in the order of their ids. */
  page<N extends CollectionName>(
    name: N,
    where: object,
    after: string,
    limit?: number,
  ): Promise<Documents[N][]>
  /** All that a rule wants. */
  all(wanted: Wanted): Promise<{ id: string }[]>
}

/** @param most so many calls of the database; the next one throws `Spent` */
export function countedReads(most: number): CountedReads {
  let calls = 0
  const page: CountedReads['page'] = (name, where, after, limit = PAGE) => {
    if (++calls > most) throw new Spent()
    const rest = allOf([where, { _id: command.gt(after) }])
    return select(name, { where: rest, orderBy: [['_id', 'asc']], limit })
  }
  return {
    left: () => Math.max(0, most - calls),
    page,
    async all({ name, where }) {
      const conditions = Object.entries(where).map(([field, values]) => [
        field === 'id' ? '_id' : field,
        command.in(values),
      ])
      const found: { id: string }[] = []
      for (let after = ''; ; ) {
        const some = await page(name, Object.fromEntries(conditions), after)
        found.push(...some)
        const last = some.at(-1)
        if (!last || some.length < PAGE) return found
        after = last.id
      }
    },
  }
}
