import type { Database } from './database'
import type { Doc } from './document'
import type { Scope } from './documents'
import { matching } from './find'

/** Writes outside a transaction: in which collection, and which part of its documents it comes to before it breaks off. */
interface PlainWrite {
  database: Database
  collection: string
  /** 1: all of them; 0.5: the first half. */
  part: number
}

/**
 * Writes many documents one after the other, each by itself, as the platform does outside a transaction: where one of them is
 * refused, or the call breaks off, those before it are written. Others may write in between.
 * @param things what is to be written: one is always written
 */
export async function eachOf<T, R>(
  { database, collection, part }: PlainWrite,
  things: readonly T[],
  work: (scope: Scope, thing: T) => R,
): Promise<R[]> {
  const results: R[] = []
  for (const thing of things.slice(0, Math.ceil(things.length * part)))
    results.push(
      await database.run(undefined, (session) =>
        work({ database, session, table: database.tables.get(collection) }, thing),
      ),
    )
  return results
}

/** As `eachOf`, for the documents that match a query by now and still do when it is their turn. */
export async function eachMatching<R>(
  write: PlainWrite,
  query: () => Doc,
  work: (scope: Scope, query: Doc) => R,
): Promise<R[]> {
  const [first] = await eachOf(write, [query], (scope, read) => {
    const found = matching(scope.session, scope.table, read(), scope.database.ties)
    return found.length > 1 ? { ids: found.map(({ doc }) => doc._id) } : { results: [work(scope, read())] }
  })
  if (first?.results) return first.results
  return eachOf(write, first?.ids ?? [], (scope, id) => work(scope, { $and: [{ _id: id }, query()] }))
}
