import type { CollectionName, Documents } from '../_domain/documents'
import { command, select } from './cloud'

/** So many documents are read at a time. */
const PAGE = 100

/**
 * Goes over every document that fits, a page at a time in the order of their ids, however many there are. Work may change or
 * remove what it is given: nothing is met twice, and nothing that stays as it is holds up the rest.
 * @param work does one page; a failure ends everything
 * @param most so many pages at most; what is left waits for another time
 */
export async function everyPage<N extends CollectionName>(
  name: N,
  where: object,
  work: (page: Documents[N][]) => Promise<void>,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  let after = ''
  for (let pages = 0; pages < most; pages++) {
    const page = await select(name, {
      where: { ...where, _id: command.gt(after) },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    })
    if (page.length > 0) await work(page)
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.id
  }
}
