import type { Where } from '../../_domain/base/where'
import type { CollectionName, Documents } from '../../_domain/documents'
import type { ElderRecord } from '../../_domain/people/records'
import { command } from '../cloud'
import { everyPage } from '../every-page'
import { conditionsOf } from '../where'

/** Which records of these elders are meant; `row` says in which field an elder's id stands. */
interface OfElders {
  row: { found: string }
  elders: readonly ElderRecord[]
  where: Where
}

/** Goes over records of some elders page by page: they are asked for together, and done for each elder apart. */
export async function everyPageOf<N extends CollectionName>(
  name: N,
  { row, elders, where }: OfElders,
  work: (elder: ElderRecord, records: Documents[N][]) => Promise<void>,
): Promise<void> {
  const ofThem = { [row.found]: command.in(elders.map(({ id }) => id)), ...conditionsOf(where) }
  await everyPage(name, ofThem, async (page) => {
    for (const elder of elders) {
      const hers = page.filter((record) => Reflect.get(record, row.found) === elder.id)
      if (hers.length > 0) await work(elder, hers)
    }
  })
}
