import { Query } from 'mingo/query'
import type { AnyObject } from 'mingo/types'
import { dialect } from './dialect/options'
import type { Doc } from './document'
import { encode } from './ejson'
import { requestFailed } from './errors'
import { geoConditions, isNear, requireGeoIndex } from './geo/geo-index'
import { distanceFrom } from './geo/geo-operators'
import type { Session } from './session'
import type { Table, Written } from './table'

/** More than this in one answer is refused, in bytes. */
const LARGEST_RESULT = 16 * 1024 * 1024

interface Find {
  query: Doc
  order?: Record<string, 1 | -1>
  skip?: number
  limit?: number
  projection?: Doc
}

/** The documents that match a query, in the order of their creation, or nearest first for `$nearSphere`. */
export function matching(session: Session, table: Table, query: Doc): Written[] {
  const conditions = geoConditions(query)
  for (const { field } of conditions) requireGeoIndex(table, field)

  const test = compile(query)
  const hits: Written[] = []
  for (const written of session.scan(table, query)) if (test(written.doc)) hits.push(written)

  const near = conditions.find(isNear)
  if (!near) return hits
  const distance = distanceFrom(near.field, near.condition)
  return sortedBy(hits, ({ doc }) => distance(doc) ?? Number.POSITIVE_INFINITY)
}

/** Answers a find as EJSON texts. */
export function find(
  session: Session,
  table: Table,
  { query, order, skip = 0, limit, projection }: Find,
): string[] {
  const hits = matching(session, table, query)
  const ordered = order && Object.keys(order).length > 0 ? inOrder(hits, order) : hits
  const page = ordered.slice(skip, limit === undefined ? undefined : skip + limit)
  return checkSize(projection ? projected(page, projection) : page.map(({ text }) => text))
}

/** @throws DATABASE_REQUEST_FAILED when the answer is too large to send */
export function checkSize(texts: string[]): string[] {
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  if (size > LARGEST_RESULT) throw requestFailed(`the result of ${size} bytes exceeds 16MB`)
  return texts
}

/** Puts things in the order of a number, equal ones as they were. */
export function sortedBy<T>(things: T[], measure: (thing: T) => number): T[] {
  return things
    .map((thing) => ({ thing, measured: measure(thing) }))
    .sort((a, b) => a.measured - b.measured)
    .map(({ thing }) => thing)
}

function compile(query: Doc): (doc: Doc) => boolean {
  const [first, second] = Object.entries(query)
  if (!first) return () => true
  const [field, value] = first
  // By far the most frequent query, and mingo would take longer to compile than to test it.
  if (!second && field === '_id' && typeof value === 'string') return (doc) => doc._id === value
  const compiled = new Query(query, dialect)
  return (doc) => compiled.test(doc)
}

function inOrder(hits: Written[], order: Record<string, 1 | -1>): Written[] {
  const byDoc = new Map(hits.map((written) => [written.doc, written]))
  const docs = new Query({}, dialect)
    .find<Doc>([...byDoc.keys()], {})
    .sort(order)
    .all()
  return docs.flatMap((doc) => byDoc.get(doc) ?? [])
}

function projected(page: Written[], projection: AnyObject): string[] {
  const docs = page.map(({ doc }) => doc)
  return new Query({}, dialect).find<Doc>(docs, projection).all().map(encode)
}
