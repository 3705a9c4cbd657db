import type { IndexSpec } from '../parts'
import { type Doc, valuesAt } from './document'
import { encode } from './ejson'
import { requestFailed } from './errors'

/** MongoDB's limit for the values of one document in one index, in bytes. */
const LONGEST_KEY = 1024

/**
 * One declared index over the fields before its first 2dsphere field: finds documents by equal values of its first field,
 * its first two, and so on. It knows every version that is still kept, so that it serves snapshots too; a hit is a
 * candidate whose visible version must still be looked at.
 */
export class FieldIndex {
  readonly fields: string[]
  readonly isUnique: boolean
  readonly #byPrefix = new Map<string, Set<string>>()
  readonly #prefixes = new WeakMap<Doc, string[]>()

  constructor(readonly spec: IndexSpec) {
    const geo = spec.keys.findIndex(([, direction]) => direction === '2dsphere')
    this.fields = spec.keys.slice(0, geo === -1 ? undefined : geo).map(([field]) => field)
    this.isUnique = spec.unique === true && this.fields.length > 0
  }

  /** The texts under which a document stands here in full length; several when a field holds an array. */
  entriesOf(doc: Doc): string[] {
    return this.combinations(doc).map((values) => JSON.stringify(values))
  }

  /** @throws DATABASE_REQUEST_FAILED for a document whose values are too long to stand here */
  checkLength(doc: Doc): void {
    for (const prefix of this.prefixesOfOne(doc)) {
      if (prefix.length * 3 > LONGEST_KEY && Buffer.byteLength(prefix) > LONGEST_KEY)
        throw requestFailed(`WiredTigerIndex::insert: key too large to index, failing ${this.spec.name}`)
    }
  }

  /** Keeps the index in step when the kept versions of one document change. */
  replace(key: string, before: Doc[], after: Doc[]): void {
    const old = this.prefixesOf(before)
    const current = this.prefixesOf(after)
    for (const prefix of old) if (!current.has(prefix)) this.remove(prefix, key)
    for (const prefix of current) if (!old.has(prefix)) this.add(prefix, key)
  }

  /** Keys of the documents that (may) hold these values in the first fields, one value text a field. */
  find(values: string[]): Iterable<string> {
    return this.#byPrefix.get(JSON.stringify(values)) ?? []
  }

  /** Keys of the documents that (may) stand under a text of `entriesOf`. */
  holdersOf(entry: string): Iterable<string> {
    return this.#byPrefix.get(entry) ?? []
  }

  private prefixesOf(docs: Doc[]): Set<string> {
    return new Set(docs.flatMap((doc) => this.prefixesOfOne(doc)))
  }

  // A stored document never changes, and is asked about again whenever another version of it comes or goes.
  private prefixesOfOne(doc: Doc): string[] {
    const known = this.#prefixes.get(doc)
    if (known) return known
    const prefixes = this.combinations(doc).flatMap((values) =>
      values.map((_, last) => JSON.stringify(values.slice(0, last + 1))),
    )
    this.#prefixes.set(doc, prefixes)
    return prefixes
  }

  private combinations(doc: Doc): string[][] {
    return this.fields.reduce<string[][]>(
      (combined, field) => {
        const texts = [...new Set(valuesAt(doc, field).flatMap(indexedTexts))]
        return combined.flatMap((values) =>
          (texts.length > 0 ? texts : [valueText(null)]).map((text) => [...values, text]),
        )
      },
      [[]],
    )
  }

  private add(prefix: string, key: string): void {
    const keys = this.#byPrefix.get(prefix)
    if (keys) keys.add(key)
    else this.#byPrefix.set(prefix, new Set([key]))
  }

  private remove(prefix: string, key: string): void {
    const keys = this.#byPrefix.get(prefix)
    keys?.delete(key)
    if (keys?.size === 0) this.#byPrefix.delete(prefix)
  }
}

// An array is indexed by its elements; a missing field counts as null, in unique indexes too.
function indexedTexts(value: unknown): string[] {
  if (!Array.isArray(value)) return [valueText(value)]
  return value.length > 0 ? value.map(valueText) : ['[]']
}

/** One value as index text: equal values give equal texts, values of different types never. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return `s${value}`
  if (typeof value === 'number') return `n${value}`
  if (typeof value === 'boolean') return `b${value}`
  if (value instanceof Date) return `d${value.getTime()}`
  return `j${encode({ value })}`
}
