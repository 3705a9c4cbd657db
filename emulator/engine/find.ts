import { Query } from 'mingo/query'
import type { AnyObject } from 'mingo/types'
import { requireLogical } from './dialect/logical'
import { dialectFor, dialectForFields } from './dialect/options'
import { inOrder, type Order } from './dialect/order'
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
  order?: Order
  skip?: number
  limit?: number
  projection?: Doc
}

/**
 * The documents that match a query, nearest first for `$nearSphere`; those that nothing tells apart as `ties` mixes them, without it
 * in the order of their creation.
 */
export function matching(session: Session, table: Table, query: Doc, ties?: number): Written[] {
  const conditions = geoConditions(query)
  for (const { field } of conditions) requireGeoIndex(table, field)

  const test = compile(query)
  const found: Written[] = []
  for (const written of session.scan(table, query)) if (test(written.doc)) found.push(written)
  const hits = mixed(found, ties)

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
  ties?: number,
): string[] {
  const hits = matching(session, table, query, ties)
  const ordered = order && Object.keys(order).length > 0 ? inOrder(hits, ({ doc }) => doc, order) : hits
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

/** An order that means nothing and that a number decides: the same for the same documents. */
function mixed(hits: Written[], ties: number | undefined): Written[] {
  if (ties === undefined || hits.length < 2) return hits
  return sortedBy(hits, ({ doc }) => lot(`${ties} ${doc._id}`))
}

/** Some number of 32 bits for a text (FNV-1a, its bits stirred once more). */
function lot(text: string): number {
  let hash = 0x811c9dc5
  for (let nth = 0; nth < text.length; nth++) hash = Math.imul(hash ^ text.charCodeAt(nth), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  return (hash ^ (hash >>> 16)) >>> 0
}

function compile(query: Doc): (doc: Doc) => boolean {
  const [first, second] = Object.entries(query)
  if (!first) return () => true
  const [field, value] = first
  // By far the most frequent query, and mingo would take longer to compile than to test it.
  if (!second && field === '_id' && typeof value === 'string') return (doc) => doc._id === value
  requireLogical(query)
  const compiled = new Query(query, dialectFor(query))
  return (doc) => compiled.test(doc)
}

function projected(page: Written[], projection: AnyObject): string[] {
  const docs = page.map(({ doc }) => doc)
  return new Query({}, dialectForFields(projection)).find<Doc>(docs, projection).all().map(encode)
}
