import { ObjectId } from 'bson'
import type { Database } from './database'
import { type Doc, isPlainObject, keyOf } from './document'
import { duplicateKey, invalidParam } from './errors'
import { matching } from './find'
import type { Session } from './session'
import type { Table, Written } from './table'
import { composed, updated } from './update'

/** The writes of one call: where they go, and through what. */
export interface Scope {
  database: Database
  session: Session
  table: Table
}

interface Modification {
  query: Doc
  /** Update operators when merging, else the whole new document. */
  data: Doc
  multi: boolean
  merge: boolean
  upsert: boolean
}

export interface Modified {
  /** How many documents changed; a replaced one counts even when it was the same before. */
  updated: number
  /** The `_id` of the document that was made because none matched, else null. */
  upsertId: unknown
}

/**
 * Adds documents; one without `_id` gets a hex id.
 * @throws DATABASE_REQUEST_FAILED (E11000) for an `_id` that exists
 */
export function insert({ database, session, table }: Scope, documents: unknown[]): unknown[] {
  return documents.map((document) => {
    if (!isPlainObject(document)) throw invalidParam('a document must be an object')
    const id = document._id ?? new ObjectId().toHexString()
    const key = keyOf(id)
    if (session.read(table, key)) throw duplicateKey(table.name, '_id_', [id])
    database.write(session, table, key, composed(id, document))
    return id
  })
}

/** Updates or replaces what a query matches: the first document, or all of them when `multi`. */
export function modify(scope: Scope, { query, data, multi, merge, upsert }: Modification): Modified {
  const hits = matching(scope.session, scope.table, query, scope.database.ties)
  if (hits.length === 0 && upsert) return { updated: 0, upsertId: upserted(scope, query, data, merge) }

  const before = multi ? hits : hits.slice(0, 1)
  const changed = before.filter((hit) =>
    merge ? merged(scope, hit, data) !== hit.text : replaced(scope, hit, data),
  )
  return { updated: changed.length, upsertId: null }
}

/** Updates the first document that a query matches and answers it as it is then; it counts even when nothing changed. */
export function modifyAndReturn(
  scope: Scope,
  query: Doc,
  data: Doc,
): { updated: number; doc: string | null } {
  const [before] = matching(scope.session, scope.table, query, scope.database.ties)
  return before ? { updated: 1, doc: merged(scope, before, data) } : { updated: 0, doc: null }
}

/** Removes the first document that a query matches, or all of them when `multi`; answers how many. */
export function remove({ database, session, table }: Scope, query: Doc, multi: boolean): number {
  const hits = matching(session, table, query, database.ties)
  const removed = multi ? hits : hits.slice(0, 1)
  for (const { doc } of removed) database.write(session, table, keyOf(doc._id), null)
  return removed.length
}

/** Updates one document and answers its new text. */
function merged({ database, session, table }: Scope, { doc, text }: Written, data: Doc): string {
  const key = keyOf(doc._id)
  database.write(session, table, key, updated(doc, data))
  return session.read(table, key)?.text ?? text
}

function replaced({ database, session, table }: Scope, { doc }: Written, data: Doc): true {
  database.write(session, table, keyOf(doc._id), composed(doc._id, data))
  return true
}

function upserted({ database, session, table }: Scope, query: Doc, data: Doc, merge: boolean): unknown {
  const id = query._id ?? new ObjectId().toHexString()
  const doc = merge ? updated({ _id: id }, data) : composed(id, data)
  database.write(session, table, keyOf(id), doc)
  return id
}
