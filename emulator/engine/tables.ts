import type { Clock, Collections, Store } from '../parts'
import type { Doc } from './document'
import { decode } from './ejson'
import { collectionExists, collectionMissing } from './errors'
import type { Image } from './image'
import type { StagedWrite } from './session'
import { Table, type Written } from './table'

export interface TablesParts {
  store: Store
  clock: Clock
  /** The declared collections; they exist from the start. */
  collections: Collections
  /** Mixes documents that no order tells apart, differently for each number; absent, they come in the order of their creation. */
  ties?: number
}

/** All collections of the database: an image of the store, in memory. */
export class Tables {
  readonly #parts: TablesParts
  #byName = new Map<string, Table>()

  constructor(parts: TablesParts) {
    this.#parts = parts
  }

  /** Reads the store and creates the declared collections that it lacks. */
  async load(): Promise<void> {
    const { store, clock, collections } = this.#parts
    const stored = new Set(store.collections())
    for (const name of new Set([...Object.keys(collections), ...stored])) {
      if (!stored.has(name)) await store.createCollection(name)
      this.#byName.set(name, new Table(name, collections[name]))
    }
    for (const { collection, id, doc } of store.load()) {
      // What was stored is one document, written by `stageWrite`.
      this.#byName.get(collection)?.publish(id, { doc: decode(doc, clock.now()) as Doc, text: doc }, 0)
    }
  }

  /** Forgets everything, on disk too, and starts again with the declared collections. */
  async clear(): Promise<void> {
    await this.#parts.store.clear()
    this.#byName = new Map()
    await this.load()
  }

  image(): Image {
    return new Map([...this.#byName].map(([name, table]) => [name, table.image()]))
  }

  /**
   * The tables that are not as they were in an image, each emptied and then filled again: only so the documents stand in the
   * order in which they stood, in the indexes too. Collections made since then stay, empty.
   */
  wayBack(image: Image): { emptying: StagedWrite[]; filling: StagedWrite[] } {
    const of = (table: Table) => image.get(table.name) ?? new Map<string, Written>()
    const changed = [...this.#byName.values()].filter((table) => !table.isAs(of(table)))
    return {
      emptying: changed.flatMap((table) => [...table.keys()].map((key) => ({ table, key, written: null }))),
      filling: changed.flatMap((table) => [...of(table)].map(([key, written]) => ({ table, key, written }))),
    }
  }

  names(): string[] {
    return [...this.#byName.keys()]
  }

  /** @throws DATABASE_COLLECTION_NOT_EXIST */
  get(name: string): Table {
    const table = this.#byName.get(name)
    if (!table) throw collectionMissing(name)
    return table
  }

  /** Creates a collection of which nothing is declared. */
  async add(name: string): Promise<void> {
    if (this.#byName.has(name)) throw collectionExists()
    this.#byName.set(name, new Table(name, undefined))
    await this.#parts.store.createCollection(name)
  }

  /** Forgets the versions that nobody can see any more. */
  forgetBefore(oldestSnapshot: number): void {
    for (const table of this.#byName.values()) table.forgetBefore(oldestSnapshot)
  }
}
