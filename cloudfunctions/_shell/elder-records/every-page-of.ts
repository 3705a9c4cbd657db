import type { Where } from '../../_domain/base/where'
import type { CollectionName, Documents } from '../../_domain/documents'
import type { ElderRecord } from '../../_domain/people/records'
import { command, find } from '../cloud'
import { everyPage } from '../every-page'
import { conditionsOf } from '../where'

/** Which records of these elders are meant; `row` says in which field an elder's id stands. */
interface OfElders {
  row: { found: string }
  elders: readonly Pick<ElderRecord, 'id'>[]
  where: Where
  /** Whether it still has to be done, for an elder as she is by then. */
  isDue(elder: ElderRecord): boolean
}

/**
 * Goes over records of some elders page by page: they are asked for together, and done for each elder apart. She is read again
 * after her records: whatever let one of them be written is known then, and so is what she has changed meanwhile.
 */
export async function everyPageOf<N extends CollectionName>(
  name: N,
  { row, elders, where, isDue }: OfElders,
  work: (elder: ElderRecord, records: Documents[N][]) => Promise<void>,
): Promise<void> {
  const ofThem = { [row.found]: command.in(elders.map(({ id }) => id)), ...conditionsOf(where) }
  await everyPage(name, ofThem, async (page) => {
    for (const { id } of elders) {
      const hers = page.filter((record) => Reflect.get(record, row.found) === id)
      const elder = hers.length > 0 ? await find('elders', id) : null
      if (elder && isDue(elder)) await work(elder, hers)
    }
  })
}
