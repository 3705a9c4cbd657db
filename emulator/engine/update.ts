import type { AnyObject } from 'mingo/types'
import { type Modifier, update } from 'mingo/updater'
import { dialectFor } from './dialect/options'
import { clone, type Doc, isPlainObject, keyOf } from './document'
import { requestFailed } from './errors'

const NUMERIC = ['$inc', '$mul']
/** These change nothing where their path leads nowhere; the others would have to create it. */
const NEVER_CREATE = ['$unset', '$pull', '$pullAll', '$pop', '$rename']
const ON_ARRAYS = ['$push', '$addToSet', '$pop', '$pull', '$pullAll']

/**
 * Applies update operators to a copy of a document.
 * @throws DATABASE_REQUEST_FAILED where MongoDB refuses, in its words: mingo would pass over a wrong type in silence
 */
export function updated(doc: Doc, modifier: AnyObject): Doc {
  if (Object.keys(modifier).length === 0) throw requestFailed('the update document is empty')
  for (const [operator, changes] of Object.entries(modifier)) {
    if (!isPlainObject(changes))
      throw requestFailed(`Modifiers operate on fields but we found another type in ${operator}`)
    if (Object.keys(changes).length === 0)
      throw requestFailed(
        `'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`,
      )
    for (const [path, change] of Object.entries(changes)) checkChange(doc, operator, path, change)
  }
  const copy = clone(doc)
  // mingo types the modifier after the document, which is of no fixed type here.
  update(copy, modifier as Modifier<Doc>, [], {}, { cloneMode: 'deep', queryOptions: dialectFor(modifier) })
  return copy
}

/**
 * Makes a new document of what the phone or a function wrote; `_id` goes first.
 * @throws DATABASE_REQUEST_FAILED for a field name with a leading `$`, INVALID_PARAM for a wrong `_id`
 */
export function composed(id: unknown, content: Doc): Doc {
  keyOf(id)
  checkNames(content)
  return Object.assign({ _id: id }, content, { _id: id })
}

function checkChange(doc: Doc, operator: string, path: string, change: unknown): void {
  const value = reach(doc, path.split('.'), NEVER_CREATE.includes(operator))
  if (operator === '$set') checkNames(change)
  if (value === undefined) return
  const where = `{_id: ${JSON.stringify(doc._id)}}`
  if (NUMERIC.includes(operator) && typeof value !== 'number') {
    throw requestFailed(
      `Cannot apply ${operator} to a value of non-numeric type. ${where} has the field '${path}' of non-numeric type ${typeName(value)}`,
    )
  }
  if (ON_ARRAYS.includes(operator) && !Array.isArray(value)) {
    throw requestFailed(
      `The field '${path}' must be an array but is of type ${typeName(value)} in document ${where}`,
    )
  }
}

/** The value that an update path leads to; a path through something without fields is refused unless it may be missing. */
function reach(value: unknown, [field, ...rest]: string[], mayBeMissing: boolean, parent = ''): unknown {
  if (field === undefined || field.startsWith('$')) return field === undefined ? value : undefined
  if (value === undefined) return undefined
  if (Array.isArray(value) && /^\d+$/.test(field))
    return reach(value[Number(field)], rest, mayBeMissing, field)
  if (isPlainObject(value))
    return reach(Object.hasOwn(value, field) ? value[field] : undefined, rest, mayBeMissing, field)
  if (mayBeMissing) return undefined
  throw requestFailed(`Cannot create field '${field}' in element {${parent}: ${JSON.stringify(value)}}`)
}

function checkNames(value: unknown): void {
  if (Array.isArray(value)) value.forEach(checkNames)
  if (!isPlainObject(value)) return
  for (const [name, inner] of Object.entries(value)) {
    if (name.startsWith('$'))
      throw requestFailed(`The dollar ($) prefixed field '${name}' is not valid for storage.`)
    checkNames(inner)
  }
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  return typeof value === 'boolean' ? 'bool' : typeof value
}
