import { type Doc, valuesAt } from './document'
import { encode } from './ejson'
import { duplicateKey, requestFailed } from './errors'
import type { FieldIndex } from './field-index'
import { checkGeometries } from './geo/geo-index'
import { Contended, type Locks } from './locks'
import type { Session } from './session'
import type { Table } from './table'

/** MongoDB's limit for one document, in bytes of its text here. */
const LARGEST_DOCUMENT = 16 * 1024 * 1024
/** MongoDB's limit of objects and lists within each other. */
const DEEPEST = 100

interface Write {
  table: Table
  key: string
  /** null removes the document. */
  doc: Doc | null
}

/**
 * Prepares one write in a session: takes its locks and checks the unique indexes. The first writer wins. A write that changes
 * nothing is none: it takes no lock, meets nobody and is in nobody's way.
 *
 * @throws Contended when another writer holds the document or one of its unique values, or when it was changed since the
 *   session's snapshot
 * @throws DATABASE_REQUEST_FAILED for a second document with the same unique value (E11000) or one that is too large
 */
export function stageWrite(session: Session, locks: Locks, { table, key, doc }: Write): void {
  if (doc) checkDepth(doc, 1)
  const written = doc && { doc, text: textOf(doc) }
  if (session.read(table, key)?.text === written?.text) return

  const lock = `${table.name}/${key}`
  locks.take(lock, session)
  if (table.lastWrite(key) > session.snapshot) throw new Contended(lock)

  if (doc) {
    checkGeometries(table, doc)
    for (const index of table.indexes) index.checkLength(doc)
  }
  for (const index of table.uniqueIndexes) stageUnique(session, locks, { table, key, doc }, index)

  session.stage(table, key, written)
}

function checkDepth(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > DEEPEST) throw requestFailed(`exceeded depth limit of ${DEEPEST}`)
  for (const inner of Object.values(value)) checkDepth(inner, depth + 1)
}

function textOf(doc: Doc): string {
  const text = encode(doc)
  const size = Buffer.byteLength(text)
  if (size > LARGEST_DOCUMENT) throw requestFailed(`object to insert too large. size in bytes: ${size}`)
  return text
}

// The values that a document gives up are locked like those it takes, so that nobody takes them before this commit.
function stageUnique(session: Session, locks: Locks, { table, key, doc }: Write, index: FieldIndex): void {
  const lockOf = (entry: string) => `${table.name}#${index.spec.name}#${entry}`
  const before = session.read(table, key)
  const given = before ? index.entriesOf(before.doc) : []

  for (const entry of given) {
    locks.take(lockOf(entry), session)
    if (session.claimant(lockOf(entry)) === key) session.unclaim(lockOf(entry))
  }
  if (!doc) return
  for (const entry of index.entriesOf(doc)) {
    const lock = lockOf(entry)
    locks.take(lock, session)
    if (isTaken(session, locks, { table, key, index, entry, lock })) {
      throw duplicateKey(
        table.name,
        index.spec.name,
        index.fields.map((field) => valuesAt(doc, field)[0]),
      )
    }
    session.claim(lock, key)
  }
}

interface UniqueEntry {
  table: Table
  key: string
  index: FieldIndex
  entry: string
  lock: string
}

function isTaken(session: Session, locks: Locks, { table, key, index, entry, lock }: UniqueEntry): boolean {
  const claimant = session.claimant(lock)
  if (claimant !== undefined && claimant !== key) return true

  for (const holder of index.holdersOf(entry)) {
    if (holder === key) continue
    const holds = (doc: Doc | undefined) => doc !== undefined && index.entriesOf(doc).includes(entry)
    const seen = holds(session.read(table, holder)?.doc)
    if (locks.isHeldByOther(`${table.name}/${holder}`, session))
      throw new Contended(`${table.name}/${holder}`)
    if (table.lastWrite(holder) > session.snapshot && seen !== holds(table.latest(holder)?.doc))
      throw new Contended(lock)
    if (seen) return true
  }
  return false
}
