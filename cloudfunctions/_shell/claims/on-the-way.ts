import type { OnTheWay } from '../../_domain/meals/claims/records'
import { command, findFields, updateWhere } from '../cloud'
import { ifAnswered } from './store'

/** A portion that was taken at a table, and the mark there that says so. */
export interface Fetched {
  /** The sitting that had it. */
  from: string
  mark: string
  pool: string
}

/** How often it is tried to say what became of a portion, where no answer comes. */
const TRIES = 3

/**
 * Takes a portion at a table for another one, where one is left, and marks there that it is on its way.
 * @returns whether it is: also where the answer got lost
 */
export async function takeAway({ from, mark, pool }: Fetched, way: Omit<OnTheWay, 'pool'>): Promise<boolean> {
  const isThere = { [`left.${pool}`]: command.gte(1), [`onTheWay.${mark}`]: command.exists(false) }
  const where = { _id: from, state: 'open', ...isThere }
  const data = { ...moved(pool, -1), onTheWay: { [mark]: command.set({ ...way, pool }) } }
  const isTaken = await ifAnswered(updateWhere('sittings', where, data))
  if (isTaken !== null) return isTaken > 0
  const found = await ifAnswered(findFields('sittings', from, [`onTheWay.${mark}`]))
  return found?.onTheWay?.[mark] !== undefined
}

/** Puts a portion back that has certainly not arrived. */
export const putBack = ({ from, mark, pool }: Fetched): Promise<void> =>
  unmark({ from, mark }, moved(pool, 1))

/** Says that a portion has arrived. What stays marked, because no answer comes, is no more counted after a while. */
export const arrived = ({ from, mark }: Fetched): Promise<void> => unmark({ from, mark })

/** Once it is done nothing is found to be done: it can be tried again. */
async function unmark({ from, mark }: Pick<Fetched, 'from' | 'mark'>, more: object = {}): Promise<void> {
  const where = { _id: from, [`onTheWay.${mark}.since`]: command.exists(true) }
  const data = { rev: command.inc(1), ...more, onTheWay: { [mark]: command.remove() } }
  for (let tries = 0; tries < TRIES; tries++)
    if ((await ifAnswered(updateWhere('sittings', where, data))) !== null) return
}

/** Whoever has read how a dish is shared out before this has to read it again. */
const moved = (pool: string, n: 1 | -1): object => ({
  ...{ capacity: { [pool]: command.inc(n) }, left: { [pool]: command.inc(n) } },
  ...{ rev: command.inc(1), alignments: command.inc(1) },
})
