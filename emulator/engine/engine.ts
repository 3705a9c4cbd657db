import { aggregate } from './aggregate'
import { Database } from './database'
import type { Order } from './dialect/order'
import { clone, type Doc, isPlainObject, keyOf } from './document'
import * as documents from './documents'
import { decode } from './ejson'
import { invalidParam } from './errors'
import { find, matching } from './find'
import type { Image } from './image'
import { eachMatching, eachOf } from './one-by-one'
import type { Session } from './session'
import type { TablesParts } from './tables'

/** Which collection a call is about, and in which transaction it runs. */
export interface Target {
  collection: string
  transactionId?: string
}

/** What a find asks for. Query, order and projection are EJSON texts. */
interface FindRequest {
  query?: string
  order?: string
  projection?: string
  skip?: number
  limit?: number
}

/** What a modification asks for. Query and data are EJSON texts. */
interface ModifyRequest {
  query?: string
  data: string
  multi?: boolean
  merge?: boolean
  upsert?: boolean
}

/** The document database. Documents go in and come out as EJSON texts; failures are `CloudError`s. */
export type Engine = Awaited<ReturnType<typeof createEngine>>

const DEFAULT_LIMIT = 100
const LARGEST_LIMIT = 1000

/** Makes the engine over what the store holds; the declared collections exist from then on. */
export async function createEngine(parts: TablesParts) {
  const database = new Database(parts)
  await database.tables.load()

  const object = (text: string | undefined): Doc => {
    const value = text ? decode(text, database.now()) : {}
    if (!isPlainObject(value)) throw invalidParam('expected an object')
    return value
  }
  // Texts are read inside `run`, so that a write that had to wait gets the server date of when it is made.
  const within = <T>(
    { collection, transactionId }: Target,
    work: (scope: documents.Scope) => T,
  ): Promise<T> =>
    database.run(transactionId, (session) =>
      work({ database, session, table: database.tables.get(collection) }),
    )

  /** The writes that may be of many documents; outside a transaction they come to a part of them. */
  const writes = (part: number) => ({
    /** Answers the ids in the order of the documents. */
    async insert({ collection, transactionId }: Target, texts: string[]): Promise<unknown[]> {
      const add = (scope: documents.Scope, some: string[]) => documents.insert(scope, some.map(object))
      if (transactionId !== undefined)
        return within({ collection, transactionId }, (scope) => add(scope, texts))
      return (await eachOf({ database, collection, part }, texts, (scope, text) => add(scope, [text]))).flat()
    },

    async modify({ collection, transactionId }: Target, request: ModifyRequest): Promise<documents.Modified> {
      const { query, data, multi = false, merge = false, upsert = false } = request
      const change = (scope: documents.Scope, which: Doc) =>
        documents.modify(scope, { query: which, data: object(data), multi, merge, upsert })
      if (transactionId !== undefined || !multi)
        return within({ collection, transactionId }, (scope) => change(scope, object(query)))
      const each = await eachMatching({ database, collection, part }, () => object(query), change)
      return { updated: sumOf(each.map(({ updated }) => updated)), upsertId: each[0]?.upsertId ?? null }
    },

    /** Answers how many it removed. */
    async remove(
      { collection, transactionId }: Target,
      query: string | undefined,
      multi: boolean,
    ): Promise<number> {
      const take = (scope: documents.Scope, which: Doc) => documents.remove(scope, which, multi)
      if (transactionId !== undefined || !multi)
        return within({ collection, transactionId }, (scope) => take(scope, object(query)))
      return sumOf(await eachMatching({ database, collection, part }, () => object(query), take))
    },
  })

  return {
    addCollection: (name: string) => database.tables.add(name),

    ...writes(1),

    /** The same, broken off in the middle. */
    midway: writes(0.5),

    find: (target: Target, { query, order, projection, skip, limit = DEFAULT_LIMIT }: FindRequest) =>
      within(target, ({ session, table }) =>
        find(
          session,
          table,
          {
            query: object(query),
            order: object(order) as Order, // checked by the sort itself
            projection: projection ? object(projection) : undefined,
            skip,
            limit: Math.min(limit, LARGEST_LIMIT),
          },
          database.ties,
        ),
      ),

    count: (target: Target, query?: string) =>
      within(target, ({ session, table }) => matching(session, table, object(query)).length),

    modifyAndReturn: (target: Target, { query, data }: Pick<ModifyRequest, 'query' | 'data'>) =>
      within(target, (scope) => documents.modifyAndReturn(scope, object(query), object(data))),

    aggregate: (target: Target, stages: { stageKey: string; stageValue: string }[]) =>
      within(target, ({ session, table }) => {
        const pipeline = stages.map((stage) => ({
          [stage.stageKey]: decode(stage.stageValue, database.now()),
        }))
        return aggregate(database, session, table, pipeline)
      }),

    begin: () => database.begin(),
    commit: (transactionId: string) => database.commit(transactionId),
    abort: (transactionId: string) => database.abort(transactionId),

    /** As `abort`, and nothing happens where it is over. */
    end: (transactionId: string) => database.end(transactionId),

    /** How many transactions are under way. */
    underWay: () => database.underWay(),

    /** Empties everything, the collections made at run time included. */
    reset: () => database.reset(),

    /** All documents as they are now, to go back to. */
    image: () => database.tables.image(),

    /** Goes back to an image that this engine gave: much sooner done than emptying everything and filling it again. */
    restore: (image: Image) => database.restore(image),

    /** All documents of one collection, or of every collection, by collection. */
    dump: (collection?: string): Promise<Record<string, Doc[]>> => {
      const names = collection === undefined ? database.tables.names() : [collection]
      return database.run(undefined, (session) =>
        Object.fromEntries(names.map((name) => [name, allOf(session, database, name)])),
      )
    },

    /** Adds documents to several collections at once: all of them are stored, or none. */
    fill: (filling: Record<string, Doc[]>) =>
      database.run(undefined, (session) => {
        for (const [name, docs] of Object.entries(filling))
          documents.insert({ database, session, table: database.tables.get(name) }, clone(docs))
      }),

    /** Adds the documents whose `_id` is not there yet, in one batch; answers how many. They may hold Dates. */
    seed: (collection: string, docs: Doc[]) =>
      within({ collection }, (scope) => {
        const missing = docs.filter((doc) => !scope.session.read(scope.table, keyOf(doc._id)))
        return documents.insert(scope, clone(missing)).length
      }),
  }
}

const sumOf = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0)

const allOf = (session: Session, database: Database, name: string): Doc[] =>
  matching(session, database.tables.get(name), {}).map(({ doc }) => clone(doc))
