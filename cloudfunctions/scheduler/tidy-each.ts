import type { CollectionName, Documents } from '../_domain/documents'
import { everyPage } from '../_shell/every-page'

/** So many pages in one night: more would not be done in time. */
const MOST_PAGES = 10

/**
 * Does something with each document that fits, and says with how many; what is left waits for the next night. One that fails is a line
 * in the log, and holds up nobody else.
 * @param isOver tells, before each, whether the night has no time left
 */
export async function tidyEach<N extends CollectionName>(
  name: N,
  where: object,
  tidy: (one: Documents[N]) => Promise<unknown>,
  isOver: () => boolean = () => false,
): Promise<number> {
  let done = 0
  const tidyPage = async (page: Documents[N][]) => {
    for (const one of page) {
      if (isOver()) return
      try {
        await tidy(one)
        done++
      } catch (error) {
        console.error(JSON.stringify({ what: 'not tidied', id: one.id, error: String(error) }))
      }
    }
  }
  await everyPage(name, where, tidyPage, MOST_PAGES)
  return done
}
