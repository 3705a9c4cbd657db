import type { Doc } from '../../emulator/engine/document'
import { Session } from '../../emulator/engine/session'
import { serves } from '../served'

/**
 * Looks at every condition that the database is asked with from now on, also those that a function puts together.
 * @returns what no index serves, as `visits: note, state`: so much of a collection would be gone through as there is of it
 */
export function watchQuestions(): () => string[] {
  const unserved = new Set<string>()
  const { scan } = Session.prototype
  Session.prototype.scan = function (table, query) {
    if (!isServed(table.name, query)) unserved.add(`${table.name}: ${fieldsOf(query).join(', ')}`)
    return scan.call(this, table, query)
  }
  return () => [...unserved].sort()
}

/** Of several conditions at once one narrows it down; of several of which one is enough, each has to. What names no field means all. */
function isServed(collection: string, query: Doc): boolean {
  const parts = Object.entries(query)
  return (
    parts.length === 0 ||
    parts.some(([field, condition]) => {
      if (field === '$or') return docsIn(condition).every((one) => isServed(collection, one))
      if (field === '$and') return docsIn(condition).some((one) => isServed(collection, one))
      return serves(collection, field)
    })
  )
}

const fieldsOf = (query: Doc): string[] =>
  Object.entries(query).flatMap(([field, condition]) =>
    field.startsWith('$') ? docsIn(condition).flatMap(fieldsOf) : field,
  )

const docsIn = (condition: unknown): Doc[] => (Array.isArray(condition) ? (condition as Doc[]) : [])
