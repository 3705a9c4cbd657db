import type { CollectionSpec } from '../parts'
import type { Doc } from './document'
import { FieldIndex } from './field-index'

/** A document together with its EJSON text, which is what goes to the store and over the wire. */
export interface Written {
  doc: Doc
  text: string
}

/** What a document was from the commit number `at` on: `written` is null when it was removed. */
interface Version {
  at: number
  written: Written | null
}

/** One collection: the versions of its documents and the declared indexes over them. */
export class Table {
  readonly indexes: FieldIndex[]
  readonly uniqueIndexes: FieldIndex[]
  readonly #versions = new Map<string, Version[]>()
  /** Documents with versions that go as soon as no snapshot needs them. */
  readonly #outdated = new Set<string>()

  /** @param spec undefined for a collection created at run time, of which nothing is declared */
  constructor(
    readonly name: string,
    readonly spec: CollectionSpec | undefined,
  ) {
    this.indexes = (spec?.indexes ?? []).map((index) => new FieldIndex(index))
    this.uniqueIndexes = this.indexes.filter((index) => index.isUnique)
  }

  keys(): Iterable<string> {
    return this.#versions.keys()
  }

  /** The document as it was at a commit number; undefined when it was not there. */
  at(key: string, snapshot: number): Written | undefined {
    const versions = this.#versions.get(key)
    if (!versions) return undefined
    for (let i = versions.length - 1; i >= 0; i--) {
      const version = versions[i]
      if (version && version.at <= snapshot) return version.written ?? undefined
    }
    return undefined
  }

  latest(key: string): Written | undefined {
    return this.at(key, Number.POSITIVE_INFINITY)
  }

  /** The number of the commit that last wrote the document; 0 when nobody did. */
  lastWrite(key: string): number {
    return this.#versions.get(key)?.at(-1)?.at ?? 0
  }

  /** The documents as they are now. */
  image(): Map<string, Written> {
    const documents = new Map<string, Written>()
    for (const key of this.#versions.keys()) {
      const written = this.latest(key)
      if (written) documents.set(key, written)
    }
    return documents
  }

  /** Whether nobody wrote anything since an image was made. */
  isAs(image: ReadonlyMap<string, Written>): boolean {
    const now = this.image()
    return now.size === image.size && [...now].every(([key, written]) => image.get(key) === written)
  }

  /** Adds a version that everyone who looks from commit number `at` on sees. */
  publish(key: string, written: Written | null, at: number): void {
    const versions = this.#versions.get(key) ?? []
    this.replace(key, versions, [...versions, { at, written }])
    if (versions.length > 0 || written === null) this.#outdated.add(key)
  }

  /** Forgets the versions that nobody can see any more. `oldest` is the oldest snapshot in use. */
  forgetBefore(oldest: number): void {
    for (const key of this.#outdated) {
      const versions = this.#versions.get(key) ?? []
      const oldestNeeded = versions.filter((version) => version.at <= oldest).length - 1
      const kept = versions.slice(Math.max(oldestNeeded, 0))
      const isGone = kept.length === 1 && kept[0]?.written === null
      this.replace(key, versions, isGone ? [] : kept)
      if (kept.length === 1) this.#outdated.delete(key)
    }
  }

  private replace(key: string, before: Version[], after: Version[]): void {
    if (after.length > 0) this.#versions.set(key, after)
    else this.#versions.delete(key)
    for (const index of this.indexes) index.replace(key, docsOf(before), docsOf(after))
  }
}

const docsOf = (versions: Version[]): Doc[] =>
  versions.flatMap(({ written }) => (written ? [written.doc] : []))
